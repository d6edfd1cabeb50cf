"""The monthly return for benchmarking: each column filled by one of our definitions."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from redress.people.homes import homes_on
from redress.people.models import Landlord
from redress.reports.numbers import Asked
from redress.reports.paper import Exhibit, Grid, Report, Section
from redress.reports.tsm import NOT_KNOWN, days_of
from redress.rules.definitions import BY_SLUG
from redress.rules.figures_numbers import Counts
from redress.rules.figures_words import TENURE_GROUP, group_words
from redress.rules.periods import Period
from redress.rules.return_columns import Column, Gives, ReturnMapping, read_mapping

FILE = Path(__file__).with_name("housemark.toml")


@dataclass(frozen=True)
class Cell:
    """A column with its value, None where it is not known."""

    column: Column
    value: int | Decimal | None

    @property
    def words(self) -> str:
        """The value as it is printed."""
        if self.value is None:
            return NOT_KNOWN
        sign = "%" if self.column.gives is Gives.PERCENT else ""
        return f"{self.value:,}{sign}"

    @property
    def meaning(self) -> str:
        """Our definition, with what it counts."""
        whose = self.column.tenure_group
        of = f" of {TENURE_GROUP[whose]}" if whose else ""
        figure, gives = BY_SLUG[self.column.figure], self.column.gives
        if gives is Gives.PERCENT or figure.quantile:
            said = figure.formula
        else:
            rate = " for each 1,000 rented homes" if gives is Gives.PER_1000_HOMES else ""
            said = f"the number of {figure.counts}{rate}"
        return f"{group_words(self.column.group)}{of}: {said}"


@dataclass(frozen=True)
class Return:
    """The return of a landlord for a period."""

    landlord: Landlord
    period: Period
    as_at: date
    mapping: ReturnMapping
    cells: tuple[Cell, ...]


def housemark(landlord: Landlord, period: Period, as_at: date, file: Path = FILE) -> Return:
    """The return of a period, mostly a month, in one pass over its rows. ValueError for a mapping
    that is not sound."""
    mapping = read_mapping(file)
    counted = [(column, column.filters, _counts(column)) for column in mapping.columns]
    for row in Asked(landlord, period, as_at).every():
        for _, filters, counts in counted:
            if filters.holds(row):
                counts.add(row)
    known = homes_on(landlord, "lcra", period.end)
    homes = known.number if known else None
    cells = tuple(
        Cell(column, column.value(counts.numbers()[column.figure], homes))
        for column, _, counts in counted
    )
    return Return(landlord, period, as_at, mapping, cells)


def _counts(column: Column) -> Counts:
    """What counts the figure of a column, and what it is a share of."""
    figure = BY_SLUG[column.figure]
    return Counts((figure, *([BY_SLUG[figure.among]] if figure.among else [])))


def table(found: Return) -> tuple[list[str], list[list[Any]]]:
    """The return as the file has it: a head and one line."""
    head = ["Landlord", "Period", *(cell.column.heading for cell in found.cells)]
    values = [float(v) if isinstance(v, Decimal) else v for v in (c.value for c in found.cells)]
    return head, [[found.landlord.name, found.period.text, *values]]


def data_of(found: Return) -> dict[str, Any]:
    """The return as plain values, each column with its definition."""
    (line,) = table(found)[1]
    return {
        "landlord": found.landlord.slug,
        "period": found.period.text,
        "as_at": found.as_at.isoformat(),
        "columns": [
            {
                "heading": cell.column.heading,
                "value": value,
                "figure": cell.column.figure,
                "group": cell.column.group.value,
                "gives": cell.column.gives.value,
                "meaning": cell.meaning,
            }
            for cell, value in zip(found.cells, line[2:], strict=True)
        ],
    }


def report(found: Return) -> Report:
    """The return as a report: each column with its value and what it means."""
    rows = tuple((c.column.heading, c.words, c.meaning) for c in found.cells)
    grid = Grid(found.mapping.title, ("Column", "Value", "Our definition"), rows, words=True)
    return Report(
        slug=found.landlord.slug,
        landlord=found.landlord.name,
        title=f"{found.mapping.title}, {found.period.label}",
        period=days_of(found.period, found.as_at),
        as_at=found.as_at,
        sections=(Section("return", found.mapping.title, (Exhibit(None, (grid,)),)),),
        note=found.mapping.source,
    )
