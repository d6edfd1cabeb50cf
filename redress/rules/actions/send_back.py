"""Send a response or refusal that waits for a signature back to whoever wrote it, saying why."""

from dataclasses import dataclass

from redress.rules.actions import respond
from redress.rules.decision import Context, Decision, Reason, Refused
from redress.rules.facts import CaseFacts, Settled
from redress.rules.record import NewEvent


@dataclass(frozen=True, kw_only=True)
class SendBack:
    """The number of the text, and what is to be changed."""

    number: int
    comment: str


def decide(case: CaseFacts, given: SendBack, context: Context) -> Decision | Refused:
    """Send it back with a comment. Refuses where nothing (or another text) waits, or no comment
    says what to change. Whoever may decide may send back, also the writer: to take it back."""
    waiting = case.waiting
    if waiting is None or waiting.number != given.number:
        return Refused((Reason("nothing_to_sign"),))
    if not given.comment.strip():
        return Refused((Reason("change_missing", waiting.clause, "comment"),))
    patch = {"submissions": respond.settled(case, Settled.SENT_BACK, context, given.comment)}
    return Decision((NewEvent("sent_back", patch),))
