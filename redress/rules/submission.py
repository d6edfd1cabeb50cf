"""The annual submission to the Housing Ombudsman: what goes, by when, and what is missing. Pure.

The Ombudsman's guidance on annual submissions: links to the policy, the self-assessment, the annual
report and the governing body's response. What is updated within the year is sent again.
"""

from dataclasses import dataclass
from datetime import date

from redress.rules.assessment_change import submit_by
from redress.rules.figures_year import Year

PARTS = {
    "policy": ("The complaints policy", "Code 3.3"),
    "self_assessment": ("The self-assessment", "Code 8.1"),
    "report": ("The annual report", "Code 8.1"),
    "response": ("The governing body’s response", "Code 8.2"),
}


@dataclass(frozen=True)
class Item:
    """A document that goes to the Ombudsman: `there` says that it is published."""

    name: str
    words: str
    provision: str
    there: bool


@dataclass(frozen=True)
class Pack:
    """What a landlord sends for a year, by `due`, and how it stands."""

    year: Year
    due: date
    items: tuple[Item, ...]
    sent_on: date | None = None
    again: bool = False  # a later edition was published since

    @property
    def missing(self) -> tuple[Item, ...]:
        """What is not published yet."""
        return tuple(item for item in self.items if not item.there)

    @property
    def is_sent(self) -> bool:
        """Whether it was sent, as it is published now."""
        return self.sent_on is not None and not self.again

    def is_late(self, today: date) -> bool:
        """Whether it is past its day and was not sent."""
        return self.sent_on is None and self.due < today


def pack(
    year: Year, homes: int | None, published: frozenset[str], sent_on: date | None, again: bool
) -> Pack:
    """The pack of a year. `published` names the parts that are, by the keys of `PARTS`."""
    items = tuple(
        Item(name, words, provision, name in published)
        for name, (words, provision) in PARTS.items()
    )
    return Pack(year, submit_by(homes, year.end), items, sent_on, again)
