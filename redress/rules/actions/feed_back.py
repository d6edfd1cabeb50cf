"""Tell whoever wrote a response what a quality check of it found."""

from dataclasses import dataclass
from urllib.parse import quote

from redress.rules.decision import Checks, Context, Decision, NewMessage, Refused
from redress.rules.facts import CaseFacts
from redress.rules.quality import RESPONSE
from redress.rules.record import NewEvent


@dataclass(frozen=True, kw_only=True)
class FeedBack:
    """Of which stage's response, and what is said to whoever wrote it."""

    stage: int
    words: str


def decide(case: CaseFacts, given: FeedBack, context: Context) -> Decision | Refused:
    """Send it to whoever wrote the response, and keep that it was sent. The resident sees nothing.

    Refuses a stage that was not answered by a colleague who is known, feedback on one's own
    response, and none at all.
    """
    checks = Checks(context.policy(case))
    stage = next((each for each in case.stages if each.number == given.stage), None)
    source = RESPONSE[given.stage == 2]
    writer = stage.drafted_by if stage and stage.responded_on else None
    checks.must(writer is not None, "nobody_to_tell", source, "stage")
    checks.must(writer is None or writer != context.actor.id, "own_response_checked", source)
    checks.must(bool(given.words.strip()), "feedback_missing", source, "words")
    if checks.refused:
        return Refused(tuple(checks.refused))
    event = NewEvent("fed_back", {}, {"stage": given.stage, "words": given.words.strip()})
    return Decision((event,), messages=(_message(case, given, context, writer),))


def _message(case: CaseFacts, given: FeedBack, context: Context, to: int | None) -> NewMessage:
    """No personal data: the feedback itself is behind the link."""
    text = (
        "Hello\n\n"
        f"{context.actor.name} has checked your stage {given.stage} response on case "
        f"{case.reference} and left you feedback. It stands in the story of the case, here:"
    )
    path = f"desk/case/{quote(case.reference)}"
    subject = f"Feedback on your response: case {case.reference}"
    return NewMessage("feedback", "", "", subject, text, path, to_user=to)
