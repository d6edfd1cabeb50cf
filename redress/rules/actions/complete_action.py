"""Mark a promised action as done, with its proof."""

from dataclasses import dataclass
from datetime import date

from redress.rules.actions.move_action import news_letter, still_to_do
from redress.rules.decision import Checks, Context, Decision, Refused
from redress.rules.facts import CaseFacts
from redress.rules.record import NewEvent
from redress.rules.words import long_date


@dataclass(frozen=True, kw_only=True)
class CompleteAction:
    """Which action, the day it was done, and what shows it (a job number, a receipt, a photo).
    `tell` writes to the resident that it is done."""

    number: int
    done_on: date
    proof: str
    tell: bool = False


def decide(case: CaseFacts, given: CompleteAction, context: Context) -> Decision | Refused:
    """Record completion (Code 7.3: followed through). Refuses without proof, or a future day."""
    checks = Checks(context.policy(case))
    still_open = any(a.number == given.number and a.done_on is None for a in case.actions)
    checks.must(still_open, "no_such_action", "Code 7.3", "number")
    checks.must(bool(given.proof.strip()), "proof_missing", "Code 7.3", "proof")
    in_range = case.received_on <= given.done_on <= context.today
    checks.must(in_range, "date_out_of_range", "Code 7.3", "done_on")
    if checks.refused:
        return Refused(tuple(checks.refused))
    entry = {
        "number": given.number,
        "done_on": given.done_on.isoformat(),
        "proof": given.proof.strip(),
    }
    event = NewEvent("action_completed", {"actions": [entry]})
    action = next(a for a in case.actions if a.number == given.number)
    if action.internal or not given.tell:
        return Decision((event,))
    news = f"{action.what.rstrip('.')}. We did this on {long_date(given.done_on)}."
    left = still_to_do([a for a in case.actions if a.number != given.number])
    return Decision((event,), (news_letter(case, news, left),))
