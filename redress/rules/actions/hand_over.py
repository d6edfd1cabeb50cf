"""Hand a risk over to whoever deals with it, and keep who was told, how and when."""

from dataclasses import dataclass
from datetime import date

from redress.rules.decision import Checks, Context, Decision, Refused
from redress.rules.facts import CaseFacts, HandOverFacts
from redress.rules.record import NewEvent, Patch, plain


@dataclass(frozen=True, kw_only=True)
class HandOver:
    """Which risk, who was told (a person or a team), how, on which day and at what time."""

    risk: str
    to: str
    how: str
    told_on: date
    told_at: str = ""


def decide(case: CaseFacts, given: HandOver, context: Context) -> Decision | Refused:
    """Keep the hand-over; a risk that was not known before is on the case from now on (Code 6.1).

    Refuses where nobody is named, how is not said, or the day is outside the case's life.
    """
    checks = Checks(context.policy(case))
    check(checks, given, case.received_on, context.today)
    if checks.refused:
        return Refused(tuple(checks.refused))
    patch = {
        "case": {"risks": sorted({*case.risks, given.risk})},
        "hand_overs": [entry(given, len(case.hand_overs) + 1)],
    }
    return Decision((NewEvent("handed_over", patch),))


def check(checks: Checks, given: HandOver, first: date, today: date) -> None:
    """What a hand-over may not lack, here and where it comes with the first contact."""
    checks.must(bool(given.risk.strip()), "risk_missing", "Code 6.1", "risk")
    checks.must(bool(given.to.strip()), "told_nobody", "Code 6.1", "to")
    checks.must(bool(given.how.strip()), "told_how_missing", "Code 5.12", "how")
    in_range = first <= given.told_on <= today
    checks.must(in_range, "date_out_of_range", "Code 5.12", "told_on")


def entry(given: HandOver, number: int) -> Patch:
    """The hand-over as the record keeps it."""
    facts = HandOverFacts(
        number, given.risk, given.to.strip(), given.how.strip(), given.told_on, given.told_at
    )
    found: Patch = plain(facts)
    return found
