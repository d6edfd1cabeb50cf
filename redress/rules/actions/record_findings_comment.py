"""Record what the resident says about adverse findings."""

from dataclasses import dataclass
from datetime import date

from redress.rules import deadlines
from redress.rules.decision import Checks, Context, Decision, Refused
from redress.rules.facts import CaseFacts, Clock
from redress.rules.record import NewEvent, plain
from redress.rules.said import with_message


@dataclass(frozen=True, kw_only=True)
class RecordFindingsComment:
    """The comment in the resident's words, and the day it came."""

    comment: str
    came_on: date


def decide(case: CaseFacts, given: RecordFindingsComment, context: Context) -> Decision | Refused:
    """Keep the comment; the first one ends the time for comment (Code 5.8, 5.12).

    Refuses where no findings were shared at this stage, an empty comment, and a day in the future
    or before the stage began.
    """
    checks = Checks(context.policy(case))
    shared = case.deadline(case.stage.number, Clock.FINDINGS_COMMENT)
    checks.must(shared is not None, "findings_not_shared", "Code 5.8")
    checks.must(bool(given.comment.strip()), "comment_missing", "Code 5.12", "comment")
    in_range = case.stage.received_on <= given.came_on <= context.today
    checks.must(in_range, "date_out_of_range", where="came_on")
    if checks.refused:
        return Refused(tuple(checks.refused))
    met = deadlines.met(case, case.stage.number, Clock.FINDINGS_COMMENT, given.came_on)
    note = {"comment": given.comment.strip(), "came_on": given.came_on.isoformat()}
    decision = Decision((NewEvent("findings_commented", {"deadlines": plain(met)}, note),))
    if not context.actor.resident:
        return decision
    return with_message(case, decision, context, f"About your findings: {note['comment']}")
