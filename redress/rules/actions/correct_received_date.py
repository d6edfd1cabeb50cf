"""Correct the day a complaint, or a request for stage 2, was received."""

from dataclasses import dataclass, replace
from datetime import date

from redress.rules import deadlines
from redress.rules.decision import Checks, Context, Decision, Refused
from redress.rules.facts import CaseFacts
from redress.rules.record import NewEvent, plain


@dataclass(frozen=True, kw_only=True)
class CorrectReceivedDate:
    """The right date of the stage that is running, and how it is known."""

    received_on: date
    reason: str


def decide(case: CaseFacts, given: CorrectReceivedDate, context: Context) -> Decision | Refused:
    """Re-date the stage and its open deadlines; met deadlines keep their dates (Code 5.12, 6.2).

    Refuses without a reason, a date in the future, after the acknowledgement, or a stage 2
    request before the stage 1 complaint.
    """
    stage = case.stage
    checks = Checks(context.policy(case))
    checks.must(bool(given.reason.strip()), "reason_missing", "Code 5.12", "reason")
    latest = stage.acknowledged_on or context.today
    earliest = case.received_on if stage.number == 2 else date.min
    in_range = earliest <= given.received_on <= latest
    checks.must(in_range, "date_out_of_range", "Code 6.2", "received_on")
    if checks.refused:
        return Refused(tuple(checks.refused))
    after = replace(stage, received_on=given.received_on)
    again = deadlines.recomputed(case, after, context.policy(case), context.code(case))
    patch = {
        "stages": [{"number": stage.number, "received_on": given.received_on.isoformat()}],
        "deadlines": plain(again),
    }
    if stage.number == 1:
        patch["case"] = {"received_on": given.received_on.isoformat()}
    note = {
        "reason": given.reason.strip(),
        "was": stage.received_on.isoformat(),
        "redated": [
            {"clock": new.clock.value, "was": plain(old.due_on), "is": plain(new.due_on)}
            for new in again
            if (old := case.deadline(new.stage, new.clock)) and old.due_on != new.due_on
        ],
    }
    return Decision((NewEvent("received_date_corrected", patch, note),))
