"""Chase an answer: remind who was asked for comments, or tell their manager."""

from dataclasses import dataclass

from redress.rules.asking import chaser_message
from redress.rules.chasing import Chaser, chaser_due
from redress.rules.decision import Checks, Context, Decision, Refused, calendar_of
from redress.rules.facts import CaseFacts
from redress.rules.facts_comments import CommentFacts
from redress.rules.record import NewEvent, Patch, plain


@dataclass(frozen=True, kw_only=True)
class ChaseComments:
    """Which request; by hand also whether to go to the manager."""

    number: int
    manager: bool = False


def decide(case: CaseFacts, given: ChaseComments, context: Context) -> Decision | Refused:
    """Send a reminder, or the message to the manager, and keep the day on the record.

    The system sends what `chaser_due` says and is refused where that is nothing, so that no chaser
    goes twice. A person may chase at any time: once a day, and the manager once. Refuses a request
    that is not open, and a manager whom nobody knows.
    """
    asked = next((each for each in case.comments if each.number == given.number), None)
    checks = Checks(context.policy(case))
    checks.must(asked is not None and asked.is_open, "no_such_request", where="number")
    if asked is None or checks.refused:
        return Refused(tuple(checks.refused))
    chaser = _chaser(case, asked, given, context, checks)
    if chaser is None or checks.refused:
        return Refused(tuple(checks.refused))
    note = {"chaser": chaser.value, "to": asked.name}
    event = NewEvent("comments_chased", _patch(asked, chaser, context), note)
    message = chaser_message(case, asked, chaser, checks.policy.name)
    return Decision((event,), messages=(message,))


def _chaser(
    case: CaseFacts, asked: CommentFacts, given: ChaseComments, context: Context, checks: Checks
) -> Chaser | None:
    if context.actor.system:
        due = chaser_due(case, asked, calendar_of(checks.policy), context.today)
        checks.must(due is not None, "no_chaser_due")
        return due
    if given.manager:
        checks.must(bool(asked.manager_email), "no_manager_known", where="manager")
        checks.must(asked.escalated_on is None, "manager_told_already", where="manager")
        return Chaser.ESCALATE
    checks.must(context.today not in asked.chased_on, "chased_today", where="number")
    return Chaser.BY_HAND


def _patch(asked: CommentFacts, chaser: Chaser, context: Context) -> Patch:
    sent = (
        {"escalated_on": context.today}
        if chaser is Chaser.ESCALATE
        else {"chased_on": [*asked.chased_on, context.today]}
    )
    return {"comments": [plain({"number": asked.number} | sent)]}
