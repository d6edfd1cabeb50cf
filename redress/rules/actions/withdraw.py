"""Withdraw a complaint, at the resident's wish."""

from dataclasses import dataclass

from redress.rules.decision import Checks, Context, Decision, NewLetter, Refused
from redress.rules.facts import CaseFacts, Finding, State
from redress.rules.record import NewEvent
from redress.rules.words import long_date


@dataclass(frozen=True, kw_only=True)
class Withdraw:
    """How the resident said so, and why where they gave a reason."""

    how: str


def decide(case: CaseFacts, given: Withdraw, context: Context) -> Decision | Refused:
    """End the running stage as withdrawn; the letter confirms it and says how to come back.

    Refuses without a note of how the resident withdrew (Code 5.12).
    """
    checks = Checks(context.policy(case))
    checks.must(bool(given.how.strip()), "how_missing", "Code 5.12", "how")
    if checks.refused:
        return Refused(tuple(checks.refused))
    today = context.today.isoformat()
    patch = {
        "case": {"state": State.WITHDRAWN.value},
        "stages": [
            {"number": case.stage.number, "ended_on": today, "outcome": Finding.WITHDRAWN.value}
        ],
    }
    note = {"how": given.how.strip(), "from": case.state.value}
    letter = NewLetter(
        "withdrawal", case.stage.number, {"withdrawn_date": long_date(context.today)}
    )
    return Decision((NewEvent("withdrawn", patch, note),), (letter,))
