"""What a landlord offered to put things right, as the rules read it (Code 7.1 to 7.3)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Remedy(StrEnum):
    """The eight ways of putting things right that Code 7.1 names."""

    APOLOGY = "apology"
    ACKNOWLEDGEMENT = "acknowledgement"
    EXPLANATION = "explanation"
    ACTION = "action"
    DECISION = "decision"  # taken again, or changed
    RECORD = "record"  # amended, corrected or added to
    MONEY = "money"
    CHANGE = "change"  # of a policy, a procedure or a practice


class Answer(StrEnum):
    """What the resident said to an offer."""

    ACCEPTED = "accepted"
    REFUSED = "refused"


@dataclass(frozen=True)
class OfferFacts:
    """One offer: made at any stage (Code 5.13), following from what the fault meant for the
    resident (`impact`, Code 7.2).

    `pounds` is money in whole pounds, None where none is offered. `arrears_consent` says how the
    resident agreed that it goes towards arrears; empty where it was paid to them.
    """

    number: int
    stage: int
    offered_on: date
    kinds: tuple[Remedy, ...] = ()
    words: tuple[str, ...] = ()
    impact: str = ""
    pounds: int | None = None
    pay_by: date | None = None
    answer: Answer | None = None
    answered_on: date | None = None
    paid_on: date | None = None
    proof: str = ""
    arrears_consent: str = ""

    @property
    def is_owed(self) -> bool:
        """Whether money was accepted and has not been paid (Code 7.3)."""
        return bool(self.pounds) and self.answer is Answer.ACCEPTED and self.paid_on is None

    @property
    def is_open(self) -> bool:
        """Whether anything can still become of it."""
        return self.paid_on is None and not (self.answer and not self.pounds)
