"""What the annual report tells beyond its tables: all figures of the year by their definitions and
the regulator's measures, read in one pass over the year's rows when a section asks for them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from redress.people.models import Landlord
from redress.reports.masks import masked, split_of
from redress.reports.numbers import Asked
from redress.reports.paper import Grid
from redress.reports.tsm import Tsm, of_counted
from redress.rules.figures import Group
from redress.rules.figures_by import NOT_KNOWN, Breaking, Broken
from redress.rules.figures_numbers import Counts, Number
from redress.rules.figures_year import Year
from redress.rules.periods import Period
from redress.rules.tsm import Measuring

BY = ("group", "ground", "late_reason")
Numbers = Mapping[str, Number]


@dataclass(frozen=True)
class Details:
    """The year's figures, whole and broken down by kind, ground and reason; and the measures."""

    broken: Broken
    tsm: Tsm

    @property
    def whole(self) -> Numbers:
        """Of all complaints and enquiries."""
        return self.broken.whole

    def of(self, group: Group) -> Numbers:
        """Of one kind; noughts where none was received."""
        return self.broken.by["group"].get(group.value) or Counts().numbers()

    @property
    def plain(self) -> dict[str, object]:
        """Every figure as plain values, for the digest of what a report was made from."""
        parts = {
            f"{name}/{value}": _figures(found)
            for name, values in self.broken.by.items()
            for value, found in values.items()
        }
        measured = {"measures": self.tsm.measures, "survey": self.tsm.survey, "of": self.tsm.of}
        return {"whole": _figures(self.whole), "parts": parts, **measured}

    def known(self, name: str) -> list[tuple[str, Numbers]]:
        """Each value of a dimension but "not known"."""
        return [(value, found) for value, found in self.broken.table(name) if value != NOT_KNOWN]

    def not_known(self, name: str) -> Numbers:
        """The rows of which a value is not known."""
        return self.broken.by[name].get(NOT_KNOWN) or Counts().numbers()


def _figures(found: Numbers) -> dict[str, tuple[object, ...]]:
    return {slug: (each.value, each.rows, each.whole) for slug, each in found.items()}


def details_of(landlord: Landlord, year: Year, as_at: date) -> Details:
    """The details of a year as it stood at the end of `as_at`, in one pass over its rows."""
    asked = Asked(landlord, Period.parse(year.label), as_at)
    breaking, measuring = Breaking(BY), Measuring()
    for row in asked.rows():
        breaking.add(row)
        measuring.add(row)
    measures = of_counted(measuring, landlord, asked.period, as_at)
    return Details(breaking.broken(), measures)


def safely(
    grid: Grid,
    about: str,
    rows: Sequence[tuple[str, Numbers]],
    whole: Numbers,
    slugs: Sequence[str],
) -> Grid:
    """The table with the counts behind it, so that small ones are left out of what is published.

    Its rows are those of `rows`, its columns the figures of `slugs`; the wholes are public.
    """
    counts = {value: {slug: found[slug].rows for slug in slugs} for value, found in rows}
    split = split_of(about, counts, {slug: whole[slug].rows for slug in slugs})
    return masked(grid, about, list(counts), [(slug,) for slug in slugs], split)
