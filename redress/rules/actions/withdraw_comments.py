"""Withdraw a request for comments: no answer is needed any more."""

from dataclasses import dataclass

from redress.rules.asking import withdrawn_message
from redress.rules.decision import Checks, Context, Decision, Refused
from redress.rules.facts import CaseFacts
from redress.rules.record import NewEvent


@dataclass(frozen=True, kw_only=True)
class WithdrawComments:
    """Which request, and why."""

    number: int
    why: str = ""


def decide(case: CaseFacts, given: WithdrawComments, context: Context) -> Decision | Refused:
    """End the request, and tell who was asked. Its link no longer opens the question.

    Refuses a request that is not open.
    """
    asked = next((each for each in case.comments if each.number == given.number), None)
    checks = Checks(context.policy(case))
    checks.must(asked is not None and asked.is_open, "no_such_request", where="number")
    if asked is None or checks.refused:
        return Refused(tuple(checks.refused))
    entry = {"number": asked.number, "withdrawn_on": context.today.isoformat()}
    event = NewEvent(
        "comments_withdrawn", {"comments": [entry]}, {"to": asked.name, "why": given.why.strip()}
    )
    message = withdrawn_message(case, asked, checks.policy.name)
    return Decision((event,), messages=(message,))
