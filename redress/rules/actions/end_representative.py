"""End it: somebody speaks for the resident no more."""

from dataclasses import dataclass
from datetime import date

from redress.rules.decision import Checks, Context, Decision, Refused
from redress.rules.facts import CaseFacts
from redress.rules.recipients import representative_of
from redress.rules.record import NewEvent


@dataclass(frozen=True, kw_only=True)
class EndRepresentative:
    """Which of them, from which day, and why."""

    number: int
    on: date
    why: str


def decide(case: CaseFacts, given: EndRepresentative, context: Context) -> Decision | Refused:
    """From now on nothing more is disclosed to them (Code 3.6). The record keeps who they were.

    Refuses one who is not there or has ended, a day outside the case's life, and no reason.
    """
    whom = representative_of(case, given.number)
    checks = Checks(context.policy(case))
    there = whom is not None and whom.ended_on is None
    checks.must(there, "no_such_representative", "", "number")
    in_range = case.received_on <= given.on <= context.today
    checks.must(in_range, "date_out_of_range", "Code 5.12", "on")
    checks.must(bool(given.why.strip()), "why_ended_missing", "Code 5.12", "why")
    if whom is None or checks.refused:
        return Refused(tuple(checks.refused))
    entry = {"number": whom.number, "ended_on": given.on.isoformat()}
    note = {"name": whom.name, "why": given.why.strip()}
    return Decision((NewEvent("representative_ended", {"representatives": [entry]}, note),))
