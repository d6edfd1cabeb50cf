"""A period's cases, from the store to figures, in one streamed query."""

from datetime import date

from redress.cases.figure_rows import figure_rows
from redress.people.models import Landlord
from redress.rules.figures import Figures, count
from redress.rules.figures_year import Year


def figures_of(landlord: Landlord, year: Year, as_at: date) -> Figures:
    """The landlord's figures of a year as they stood at the end of `as_at`."""
    return count(figure_rows(landlord, year.start, year.end), as_at)
