"""Answer a service request, an enquiry, a comment or a compliment."""

from dataclasses import dataclass

from redress.rules import deadlines
from redress.rules.decision import Checks, Context, Decision, NewLetter, Refused
from redress.rules.facts import CaseFacts, Clock, State
from redress.rules.recipients import member_of
from redress.rules.record import NewEvent, plain


@dataclass(frozen=True, kw_only=True)
class AnswerRequest:
    """What the resident is told."""

    answer: str


def decide(case: CaseFacts, given: AnswerRequest, context: Context) -> Decision | Refused:
    """Send the answer; the letter says how to complain about it (Code 1.3, 1.5). It goes to the
    resident; to the member who asks only where no resident is concerned.

    Refuses an empty answer.
    """
    checks = Checks(context.policy(case))
    checks.must(bool(given.answer.strip()), "answer_missing", "Code 1.4", "answer")
    if checks.refused:
        return Refused(tuple(checks.refused))
    today = context.today.isoformat()
    patch = {
        "case": {"state": State.REQUEST_ANSWERED.value},
        "stages": [{"number": 0, "responded_on": today, "ended_on": today}],
        "deadlines": plain(deadlines.met(case, 0, Clock.REQUEST, context.today)),
    }
    member = member_of(case) if case.resident is None else None  # nobody else could be answered
    to = member.number if member else None
    letter = NewLetter("request_answer", 0, {"answer": given.answer.strip()}, to=to)
    return Decision((NewEvent("request_answered", patch),), (letter,))
