"""The figures of a period as a report: each beside that of the period before, then broken down."""

from collections.abc import Iterable, Mapping
from typing import Any

from redress.reports.numbers import Asked
from redress.reports.paper import Exhibit, Grid, Key, Report, Section
from redress.reports.tsm import days_of
from redress.rules.definitions import BY_SLUG
from redress.rules.figures_by import DIMENSIONS, Broken
from redress.rules.figures_numbers import Number
from redress.rules.figures_words import (
    BROKEN,
    NONE,
    SECTIONS,
    amount,
    plain,
    share,
    value_words,
    worth_a_line,
)

BY = ("service", "tenure", "category", "channel", "contractor", "ground", "late_reason")
KEYS = ("received", "on_time", "overdue", "upheld_or_partly")


def report(asked: Asked, title: str) -> Report:
    """The figures as a report under a title, in two passes over the rows."""
    now, then = asked.broken(BY), asked.before.broken()
    return Report(
        slug=asked.landlord.slug,
        landlord=asked.landlord.name,
        title=f"{title}, {asked.period.label}",
        period=days_of(asked.period, asked.as_at),
        as_at=asked.as_at,
        key=tuple(_key(now.whole[slug]) for slug in KEYS),
        sections=tuple(_sections(asked, now, then)),
    )


def _key(number: Number) -> Key:
    each = number.definition
    if not each.among:
        return Key(amount(number), each.counts)
    return Key(
        share(number),
        f"{each.name[:1].lower()}{each.name[1:]}: {amount(number)} of {number.whole or 0:,} "
        f"{BY_SLUG[each.among].counts}",
    )


def _sections(asked: Asked, now: Broken, then: Broken) -> Iterable[Section]:
    for id_, title, slugs in SECTIONS:
        pairs = [(now.whole[slug], then.whole[slug]) for slug in slugs]
        rows = tuple(
            (a.definition.name, amount(a), share(a) or "", amount(b), share(b) or "")
            for a, b in pairs
            if worth_a_line(a, b)
        )
        label, before = asked.period.label, asked.period.previous.label
        head = ("", label, "Share", before, "Share before")
        yield Section(id_, title, (Exhibit(None, (Grid(title, head, rows),)),))
    for name in BY:
        grid = _broken(name, now)
        if grid:
            yield Section(f"by-{name.replace('_', '-')}", grid.caption, (Exhibit(None, (grid,)),))
    yield _meanings(now)


def _broken(name: str, now: Broken) -> Grid | None:
    """A table by one dimension; None where every case has the one same value."""
    found = now.table(name)
    if len(found) < 2:
        return None
    head = ("", *(BY_SLUG[slug].name for slug in BROKEN))
    rows = tuple((value_words(name, value), *_cells(numbers)) for value, numbers in found)
    called = "How it came in" if name == "channel" else f"By {DIMENSIONS[name][0].lower()}"
    return Grid(called, head, rows, ("All", *_cells(now.whole)))


def _cells(numbers: Mapping[str, Number]) -> tuple[str, ...]:
    return tuple(
        " ".join(filter(None, (amount(n), f"({share(n)})" if share(n) not in ("", NONE) else "")))
        for n in (numbers[slug] for slug in BROKEN)
    )


def _meanings(now: Broken) -> Section:
    rows = tuple(
        (each.name, each.formula, each.source)
        for each in (number.definition for number in now.whole.values())
    )
    grid = Grid(
        "What each figure means", ("Figure", "How it is worked out", "Source"), rows, words=True
    )
    return Section("meanings", "What each figure means", (Exhibit(None, (grid,)),))


HEAD = (
    "landlord", "period", "from", "to", "as_at", "by", "value", "figure", "name", "number", "rows",
    "numerator", "denominator", "of", "percent",
)  # fmt: skip


def lines(asked: Asked) -> list[dict[str, Any]]:
    """The figures as plain values: a line for each, whole ("by" is empty) and broken down."""
    found = asked.broken(BY)
    about = {
        "landlord": asked.landlord.slug,
        "period": asked.period.text,
        "from": asked.period.start.isoformat(),
        "to": asked.period.end.isoformat(),
        "as_at": asked.as_at.isoformat(),
    }
    parts = [("", "", found.whole)]
    parts += [(name, value, numbers) for name in BY for value, numbers in found.table(name)]
    return [
        {**about, "by": name, "value": value, **_line(number)}
        for name, value, numbers in parts
        for number in numbers.values()
    ]


def _line(number: Number) -> dict[str, Any]:
    each, of = number.definition, number.share
    value = None if number.value is None else float(plain(number.value).replace(",", ""))
    percent = None if of is None or of.percent is None else float(of.percent)
    return {
        "figure": each.slug,
        "name": each.name,
        "number": int(value) if value is not None and value.is_integer() else value,
        "rows": number.rows,
        "numerator": of.numerator if of else None,
        "denominator": of.denominator if of else None,
        "of": of.of if of else None,
        "percent": percent,
    }


def data_of(asked: Asked) -> dict[str, Any]:
    """The figures as plain values, the whole ones with their meaning, then broken down."""
    found = lines(asked)
    about = ("landlord", "period", "from", "to", "as_at")
    plainly = [{k: v for k, v in line.items() if k not in about} for line in found]
    meanings = {
        each.slug: {"name": each.name, "formula": each.formula, "source": each.source}
        for each in BY_SLUG.values()
    }
    return {
        **{name: found[0][name] for name in about},
        "figures": [_without_place(line) for line in plainly if not line["by"]],
        "broken_down": [line for line in plainly if line["by"]],
        "meanings": meanings,
    }


def _without_place(line: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in line.items() if name not in ("by", "value")}
