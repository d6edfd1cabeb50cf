"""Take back one's own last step, while nothing has left the building."""

from dataclasses import dataclass
from datetime import timedelta

from redress.rules.decision import Checks, Context, Decision, Reason, Refused
from redress.rules.facts import CaseFacts
from redress.rules.record import NewEvent, back

LONGEST = timedelta(minutes=10)
# What others may have acted on, what cannot be unseen, and what touches another case or a file.
NEVER = frozenset(
    {
        "received",
        "imported",
        "undone",
        "redated",
        "restricted",
        "restriction_lifted",
        "opened_restricted",
        "conflict_declared",
        "document_noted",
        "message_received",
        "issue_split",
        "issues_split",
        "linked",
        "unlinked",
        "merged",
        "merged_in",
    }
)


@dataclass(frozen=True)
class Step:
    """The last step on the record: the names of its events, who took it, how long ago, whether
    anything it sends has left, and the case before it (None where it began the case)."""

    names: tuple[str, ...]
    by: int | None
    age: timedelta
    has_left: bool
    before: CaseFacts | None


@dataclass(frozen=True, kw_only=True)
class Undo:
    """The last step, as the record has it: `cases.perform` fills it in."""

    step: Step | None = None


def decide(case: CaseFacts, given: Undo, context: Context) -> Decision | Refused:
    """Make the case what it was before the step. The record keeps the step, and that it was undone.

    Refuses a step of somebody else, one longer ago than ten minutes, one of which a letter or a
    message has left, and those that cannot be taken back.
    """
    step = given.step
    if step is None or step.before is None or NEVER & set(step.names):
        return Refused((Reason("nothing_to_undo"),))
    checks = Checks(context.policy(case))
    checks.must(step.by is not None and step.by == context.actor.id, "not_yours_to_undo")
    checks.must(step.age <= LONGEST, "too_late_to_undo")
    checks.must(not step.has_left, "letter_has_left")
    if checks.refused:
        return Refused(tuple(checks.refused))
    note = {"undone": list(step.names)}
    return Decision((NewEvent("undone", back(case, step.before), note),))
