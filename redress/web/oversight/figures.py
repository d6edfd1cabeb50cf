"""Figures of any period: each beside that of the period before, and each opening its list."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse

from redress.reports.numbers import Values
from redress.rules.access import may_look_over
from redress.rules.definitions import BY_SLUG, DEFINITIONS
from redress.rules.figures import Group
from redress.rules.figures_by import DIMENSIONS, NOT_KNOWN, Broken
from redress.rules.figures_numbers import Number
from redress.rules.figures_words import (
    BROKEN,
    NONE,
    SECTIONS,
    amount,
    group_words,
    share,
    value_words,
    worth_a_line,
)
from redress.web.oversight.figures_asked import (
    VALUES,
    Address,
    address_of,
    capital,
    periods,
    usual,
)
from redress.web.pages import Visit, page

Numbers = Mapping[str, Number]


@dataclass(frozen=True)
class Shown:
    """A figure as shown: what is printed, its share and of what; `slug` and
    `query` are the address of its list."""

    words: str
    share: str
    of: str
    slug: str
    query: str


@dataclass(frozen=True)
class Line:
    """A figure of this period and of the one before."""

    name: str
    now: Shown
    then: Shown


@page(needs=may_look_over)
def figures(visit: Visit) -> HttpResponse:
    """The figures that the address asks for. One whose period cannot be read says so."""
    try:
        address = address_of(visit, visit.request.GET)
    except ValueError as error:
        return visit.render("oversight/figures.html", **_wrong(visit, error))
    occurring: Values = {name: set() for name in VALUES}
    asked = address.asked(visit)
    now = asked.broken([address.by], occurring=occurring)
    earlier = Address(address.period.previous, address.filters, address.by)
    then = asked.before.broken()
    return visit.render(
        "oversight/figures.html",
        period=address.period,
        label=capital(address.period.label),
        before=capital(earlier.period.label),
        what=group_words(address.filters.group),
        chips=list(chips(address)),
        sections=list(_sections((now, address), (then, earlier))),
        broken=_broken(now, address),
        definitions=DEFINITIONS,
        **form(visit, address, occurring),
    )


def form(visit: Visit, address: Address, occurring: Values) -> dict[str, Any]:
    """The menus of the form above the figures, each with what is chosen; most are folded away."""
    by = [(name, words) for name, (words, _) in DIMENSIONS.items()]
    groups = [(group.value, group_words(group)) for group in Group]
    menus = [
        ("period", "Period", periods(visit, address.period), address.period.text),
        ("group", "Kind", groups, address.filters.group.value),
        *(_menu(name, address, occurring[name]) for name in VALUES),
        ("by", "Break down by", by, address.by),
    ]
    some = [menu for menu in menus if len(menu[2]) > 1]
    first = ("period", "group", "by")
    return {
        "menus": [menu for menu in some if menu[0] in first],
        "more": [menu for menu in some if menu[0] not in first],
    }


def _menu(name: str, address: Address, occurring: Iterable[str]) -> tuple[str, str, Any, str]:
    chosen = address.filters.values.get(name, "")
    values = {*occurring, chosen} - {""}
    named = sorted((value_words(name, v), v) for v in values if v != NOT_KNOWN)
    choices = [("", "Any"), *((value, words) for words, value in named)]
    if NOT_KNOWN in values:
        choices.append((NOT_KNOWN, "Not known"))
    return (name, DIMENSIONS[name][0], choices, chosen)


def chips(address: Address) -> Iterable[tuple[str, str, str]]:
    """The filters that are on: label, words, and the address without it."""
    for name, value in address.filters.values.items():
        yield DIMENSIONS[name][0], value_words(name, value), f"?{address.to(**{name: ''})}"


def _sections(
    now: tuple[Broken, Address], then: tuple[Broken, Address]
) -> Iterable[tuple[str, str, list[Line]]]:
    for id_, title, slugs in SECTIONS:
        pairs = [(now[0].whole[slug], then[0].whole[slug]) for slug in slugs]
        yield (
            id_,
            title,
            [
                Line(a.definition.name, shown(a, now[1].to()), shown(b, then[1].to()))
                for a, b in pairs
                if worth_a_line(a, b)
            ],
        )


def shown(number: Number, query: str) -> Shown:
    """A figure, with the address of its list."""
    each = number.definition
    of = BY_SLUG[each.among].counts if each.among else ""
    part = share(number)
    return Shown(amount(number), "" if part == NONE else part, of, each.slug, query)


def _broken(now: Broken, address: Address) -> dict[str, Any]:
    """The table of the breakdown: each value with its figures, and all of them together."""
    name, _ = DIMENSIONS[address.by]
    rows = [
        (value_words(address.by, value), _cells(numbers, address.narrowed(address.by, value)))
        for value, numbers in now.table(address.by)
    ]
    heads = [BY_SLUG[slug].name for slug in BROKEN]
    return {"name": name, "heads": heads, "rows": rows, "total": _cells(now.whole, address.to())}


def _cells(numbers: Numbers, query: str) -> list[Shown]:
    return [shown(numbers[slug], query) for slug in BROKEN]


def _wrong(visit: Visit, error: ValueError) -> dict[str, Any]:
    """The form with what was typed, and what is wrong with it."""
    typed = visit.request.GET.get("own", "") or visit.request.GET.get("period", "")
    choices = periods(visit, None)
    menus = [("period", "Period", choices, usual(visit).text)]
    return {"problem": str(error), "typed": typed[:80], "menus": menus, "chips": []}
