"""Remind the handler of what is owed on a case."""

from dataclasses import dataclass
from urllib.parse import quote

from redress.rules.decision import Checks, Context, Decision, NewMessage, Refused
from redress.rules.facts import CaseFacts
from redress.rules.next_step import next_step
from redress.rules.record import NewEvent
from redress.rules.words import long_date


@dataclass(frozen=True, kw_only=True)
class Chase:
    """What to say besides the date that is due; may be empty."""

    note: str = ""


def decide(case: CaseFacts, given: Chase, context: Context) -> Decision | Refused:
    """Send the handler an e-mail that says what is due by when, and keep that it was sent.

    Refuses where the case has no handler, or the handler is who would chase.
    """
    checks = Checks(context.policy(case))
    checks.must(case.handler is not None, "handler_missing", where="handler")
    alone = case.handler is not None and case.handler == context.actor.id
    checks.must(not alone, "chasing_oneself", where="handler")
    if checks.refused:
        return Refused(tuple(checks.refused))
    event = NewEvent("chased", {}, {"note": given.note.strip()})
    return Decision((event,), messages=(_reminder(case, given, context),))


def _reminder(case: CaseFacts, given: Chase, context: Context) -> NewMessage:
    """No personal data: the case is behind the link, for whoever may see it."""
    step = next_step(case)
    due = f"What is owed next is due by {long_date(step.due_on)}." if step and step.due_on else ""
    said = given.note.strip()
    parts = [
        "Hello",
        f"{context.actor.name} asks you to look at case {case.reference}. {due}".strip(),
        *([f"They say: {said}"] if said else []),
        "The case is here:",
    ]
    path = f"desk/case/{quote(case.reference)}"
    subject = f"Reminder: case {case.reference}"
    return NewMessage("chaser", "", "", subject, "\n\n".join(parts), path, to_user=case.handler)
