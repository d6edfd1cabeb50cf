"""Which figures an address asks for, and the address of others."""

from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from django.http import Http404, QueryDict

from redress.reports.numbers import Asked
from redress.reports.years import years_held
from redress.rules.figures import Group
from redress.rules.figures_by import DIMENSIONS, Filters
from redress.rules.figures_year import Year
from redress.rules.periods import Length, Period
from redress.web.pages import Visit

LONGEST = 120  # characters of a value
VALUES = tuple(name for name in DIMENSIONS if name != "group")
NAMED = {
    Length.WEEK: ("This week", "Last week"),
    Length.MONTH: ("This month", "Last month"),
    Length.QUARTER: ("This quarter", "Last quarter"),
    Length.HALF: ("This half-year", "Last half-year"),
    Length.YEAR: ("This year", "Last year"),
}


@dataclass(frozen=True)
class Address:
    """What stands in the address: the period, the filters, and what it is broken down by."""

    period: Period
    filters: Filters
    by: str

    def to(self, **changes: str) -> str:
        """The query of the same with some parts changed; "" takes one away."""
        values = {
            "period": self.period.text,
            "group": self.filters.group.value,
            **self.filters.values,
            "by": self.by,
            **changes,
        }
        return urlencode({name: value for name, value in values.items() if value})

    def narrowed(self, name: str, value: str) -> str:
        """The query of the same for one value of a dimension."""
        return replace(self, filters=self.filters.also(name, value)).to()

    def asked(self, visit: Visit) -> Asked:
        """The figures themselves, as they stand today."""
        return Asked(visit.landlord, self.period, visit.today, self.filters)


def address_of(visit: Visit, query: QueryDict) -> Address:
    """What a query asks for. A kind or a breakdown that there is none of has no page. ValueError,
    for whoever typed it, for a period that cannot be read."""
    given = {name: query.get(name, "").strip()[:LONGEST] for name in VALUES}
    by, group = query.get("by", "service"), query.get("group", Group.ALL.value)
    if by not in DIMENSIONS or group not in set(Group):
        raise Http404
    values = {name: value for name, value in given.items() if value}
    return Address(_period(visit, query), Filters(Group(group), values), by)


def _period(visit: Visit, query: QueryDict) -> Period:
    text = query.get("own", "").strip() or query.get("period", "")
    return Period.parse(text) if text else usual(visit)


def usual(visit: Visit) -> Period:
    """This financial year, or the last of which there are cases."""
    held = years_held(visit.landlord)
    now = Period.of(Length.YEAR, visit.today)
    return Period.parse(held[0].label) if held and held[0].start < now.start else now


def periods(visit: Visit, chosen: Period | None) -> list[tuple[str, str]]:
    """What can be chosen: each as it is written and in words."""
    found: dict[str, str] = {}
    for length, words in NAMED.items():
        this = Period.of(length, visit.today)
        for period, name in zip((this, this.previous), words, strict=True):
            found[period.text] = f"{name}: {_short(period)}"
    for year in _earlier(years_held(visit.landlord), visit.today):
        found.setdefault(year.label, f"The year {year.label}")
    if chosen:
        found.setdefault(chosen.text, capital(chosen.label))
    return list(found.items())


def capital(words: str) -> str:
    """With a capital letter: "Week of 23 to 29 November 2026"."""
    return words[:1].upper() + words[1:]


def _short(period: Period) -> str:
    return period.label.removeprefix("week of ")


def _earlier(held: list[Year], today: date) -> list[Year]:
    return [year for year in held if year.start <= today]
