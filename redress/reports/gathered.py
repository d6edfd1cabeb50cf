"""What packs and the overview are made from: each thing is read once, and only where it is asked
for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from redress.cases.figure_rows import figure_rows
from redress.cases.promises import Kept, kept
from redress.people.models import Landlord
from redress.reports.numbers import Asked
from redress.reports.open_work import Work, open_work
from redress.reports.theme_rows import causes_of, themes_of
from redress.rules.definitions import DEFINITIONS
from redress.rules.figures import Figures, count
from redress.rules.figures_numbers import Number
from redress.rules.periods import Period
from redress.rules.themes import Theme, Windows


@dataclass(frozen=True)
class Gathered:
    """One landlord and period. Figures are as they stood at the end of `as_at`; what is open is as
    it stands on the day `today`."""

    landlord: Landlord
    period: Period
    as_at: date
    today: date

    def figures(self, period: Period) -> Figures:
        """The figures of what was received in a period."""
        return count(figure_rows(self.landlord, period.start, period.end), self.as_at)

    @cached_property
    def now(self) -> Figures:
        """Of the period itself."""
        return self.figures(self.period)

    @cached_property
    def before(self) -> Figures:
        """Of the period before it."""
        return self.figures(self.period.previous)

    @cached_property
    def year_before(self) -> Figures:
        """Of the same period a year before."""
        return self.figures(self.period.year_before)

    def measured(self, period: Period, *slugs: str) -> Mapping[str, Number]:
        """Figures of a period by the one list of definitions."""
        counted = tuple(each for each in DEFINITIONS if each.slug in slugs)
        asked = Asked(self.landlord, period, self.as_at)
        return asked.broken(definitions=counted).whole

    @cached_property
    def work(self) -> list[Work]:
        """What is open."""
        return open_work(self.landlord)

    @cached_property
    def windows(self) -> Windows:
        """The three months that themes are looked for in end with the period, or with what is
        known of it."""
        return Windows(min(self.period.end, self.as_at))

    @cached_property
    def themes(self) -> list[Theme]:
        """What the numbers say of each theme."""
        return themes_of(self.landlord, self.windows)

    @cached_property
    def causes(self) -> list[Theme]:
        """What the numbers say of each cause of what was upheld."""
        return causes_of(self.landlord, self.windows)

    @cached_property
    def kept(self) -> Kept:
        """How the promises that were due in the period were kept."""
        return kept(self.landlord, self.period.start, self.period.end)
