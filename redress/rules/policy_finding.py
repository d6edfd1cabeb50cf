"""What the check of a policy finds, and the words to make a finding with."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from redress.rules.policy import CodeEdition, Policy
from redress.rules.spans import Span, Unit


class Severity(StrEnum):
    """How a policy stands to a provision."""

    CONFLICT = "conflict"
    STRICTER = "stricter"  # promises more than the Code asks: keep it, report both
    REVIEW = "review"  # silent, unclear or out of date: somebody should look


@dataclass(frozen=True)
class FindingOfPolicy:
    """One provision that a policy touches: its own clause, what it says, what to change."""

    provision: str
    severity: Severity
    clause: str
    says: str
    change: str


@dataclass(frozen=True)
class Judged:
    """What a check looks at. `on` is the day for which dates are judged."""

    policy: Policy
    code: CodeEdition
    on: date


Findings = Iterator[FindingOfPolicy]
Check = Callable[[Judged], Findings]

# Working days in one of each unit: exact for days, the most for hours as offices keep them (7 a
# day), and a full month without holidays. Only compares lengths; dates are made by `clocks`.
IN_WORKING_DAYS = {
    Unit.WORKING_DAYS: 1.0,
    Unit.CALENDAR_DAYS: 5 / 7,
    Unit.WEEKS: 5.0,
    Unit.MONTHS: 22.0,
    Unit.HOURS: 1 / 24,
    Unit.WORKING_HOURS: 1 / 7,
}


def conflict(provisions: Iterable[str], clause: str, says: str, change: str) -> Findings:
    """A finding for each provision that the policy breaks."""
    for number in provisions:
        yield FindingOfPolicy(number, Severity.CONFLICT, clause, says, change)


def stricter(provision: str, clause: str, says: str) -> Findings:
    """The policy promises more than this provision asks."""
    keep = "Nothing: the promise is kept and reported beside the Code's limit."
    yield FindingOfPolicy(provision, Severity.STRICTER, clause, says, keep)


def review(provisions: Iterable[str], clause: str, says: str, change: str) -> Findings:
    """A finding for each provision on which somebody should look at the policy."""
    for number in provisions:
        yield FindingOfPolicy(number, Severity.REVIEW, clause, says, change)


def length(span: Span) -> float:
    """About how many working days a span is, as the landlord reads it."""
    read = span.read_as or span
    return read.amount * IN_WORKING_DAYS[read.unit]
