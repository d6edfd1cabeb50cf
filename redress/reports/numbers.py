"""The figures of a landlord's period by their definitions, and the rows behind each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from redress.cases.book import book_of
from redress.cases.figure_rows import whole_rows
from redress.people.models import Landlord
from redress.rules.calendar import Calendar
from redress.rules.decision import calendar_of
from redress.rules.definitions import DEFINITIONS, Definition
from redress.rules.figures_by import Broken, Filters, broken, then, value_of
from redress.rules.figures_stood import Stood
from redress.rules.periods import Period
from redress.rules.policy_files import NoneInForce

EVERYTHING = Filters()
Values = dict[str, set[str]]  # by dimension, those that occur


@dataclass(frozen=True)
class Asked:
    """Whose figures, of which period, as they stood at the end of which day, of which rows."""

    landlord: Landlord
    period: Period
    as_at: date
    filters: Filters = EVERYTHING

    def every(self) -> Iterator[Stood]:
        """All rows of the period, filtered by nothing, in the order received; memory does not grow
        with them."""
        first, last = self.period.start, self.period.end
        calendar = working_days_of(self.landlord, self.as_at)
        yield from then(whole_rows(self.landlord, first, last, calendar), self.as_at)

    def rows(self, occurring: Values | None = None) -> Iterator[Stood]:
        """The rows that pass. The values that occur in the dimensions of `occurring`, filtered or
        not, are put into it."""
        for row in self.every():
            for name, values in (occurring or {}).items():
                values.add(value_of(row, name))
            if self.filters.holds(row):
                yield row

    def behind(self, figure: Definition) -> Iterator[Stood]:
        """The rows behind one figure: as many as it says."""
        return (row for row in self.rows() if figure.holds(row))

    def broken(
        self,
        dimensions: Sequence[str] = (),
        definitions: tuple[Definition, ...] = DEFINITIONS,
        occurring: Values | None = None,
    ) -> Broken:
        """The figures, whole and broken down, in one pass over the rows."""
        return broken(self.rows(occurring), dimensions, definitions)

    @property
    def before(self) -> "Asked":
        """The same of the period before."""
        return replace(self, period=self.period.previous)


def working_days_of(landlord: Landlord, as_at: date) -> Calendar | None:
    """The working days by the landlord's policy in force; None where it has none, and days taken
    in working days are then not known."""
    try:
        return calendar_of(book_of(landlord).in_force(landlord.slug, as_at))
    except NoneInForce:
        return None
