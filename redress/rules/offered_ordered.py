"""What a landlord offered beside what the Ombudsman then ordered, in cases that it determined.

The Ombudsman's guidance on compensation names offers far below orders, and offers made only once it
had the case, as faults. What is not known stays so: it is counted, and in no sum.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from redress.rules.facts_offers import Answer, OfferFacts
from redress.rules.ombudsman import FAILINGS, Asks, Held, Status
from redress.rules.words import counted


@dataclass(frozen=True)
class Compared:
    """Money in whole pounds; None is not known, 0 is none."""

    offered: int | None
    ordered: int | None

    @property
    def more(self) -> int | None:
        """By how much the order is above the offer (below it where negative)."""
        if self.offered is None or self.ordered is None:
            return None
        return self.ordered - self.offered


@dataclass(frozen=True)
class Totals:
    """All determined cases of a period; the sums are over those with both known."""

    cases: int
    known: int
    offered: int
    ordered: int
    above: int  # cases in which more was ordered than offered

    @property
    def unknown(self) -> int:
        """Those of which the offer, the order or both are not known."""
        return self.cases - self.known

    @property
    def more(self) -> int:
        """By how much orders are above offers in all."""
        return self.ordered - self.offered


def standing(offers: Sequence[OfferFacts], until: date | None) -> tuple[OfferFacts, ...]:
    """The offers that stood when the Ombudsman decided: made by then, without those that were
    refused and followed by another, which took their place. With no day, all that were made."""
    made = [each for each in offers if until is None or each.offered_on <= until]
    last = made[-1].number if made else 0
    return tuple(e for e in made if e.answer is not Answer.REFUSED or e.number == last)


def compare(held: Held, offers: Sequence[OfferFacts] | None) -> Compared:
    """One case. `offers` are those of our case, None where it is not known what was offered.

    Nothing ordered is known where no failing was found, or where orders are noted and none of them
    is of money; a failing without any order is one whose orders nobody put down.
    """
    entry = held.entry
    orders = [each for each in held.duties if each.asks is Asks.ORDER]
    failed = any(each.found in FAILINGS for each in entry.elements)
    ordered = sum(each.pounds or 0 for each in orders) if orders or not failed else None
    if offers is None:
        return Compared(None, ordered)
    return Compared(sum(e.pounds or 0 for e in standing(offers, entry.decided_on)), ordered)


def is_compared(held: Held) -> bool:
    """Whether there is anything to compare: only in a case that was determined."""
    return held.entry.status is Status.DETERMINED


def totals(cases: Iterable[Compared]) -> Totals:
    """Added up, in one pass."""
    found = list(cases)
    both = [each for each in found if each.more is not None]
    return Totals(
        cases=len(found),
        known=len(both),
        offered=sum(each.offered or 0 for each in both),
        ordered=sum(each.ordered or 0 for each in both),
        above=sum(1 for each in both if (each.more or 0) > 0),
    )


def difference(more: int) -> str:
    """In words: "£150 more than we offered"."""
    if more == 0:
        return "as much as we offered"
    return f"£{abs(more):,} {'more' if more > 0 else 'less'} than we offered"


def in_words(found: Totals) -> str:
    """The totals as a sentence; "" where nothing was determined."""
    if not found.cases:
        return ""
    unknown = f" Of {_cases(found.unknown)} it is not known." if found.unknown else ""
    if not found.known:
        return f"What we offered and what was ordered is not known in {_cases(found.unknown)}."
    return (
        f"In {_cases(found.known)} we offered £{found.offered:,} and £{found.ordered:,} "
        f"was ordered: {difference(found.more)}. More was ordered than offered in "
        f"{_cases(found.above)}.{unknown}"
    )


def _cases(number: int) -> str:
    return counted(number, "case")
