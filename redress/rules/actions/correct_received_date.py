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

    The stage began on that day, so the policy in force then is the one that holds. Refuses without
    a reason, a date after the stage was recorded, logged or acknowledged, and one before the stage
    or request that it follows.
    """
    stage, before = case.stage, case.stages[:-1]
    checks = Checks(context.policy(case))
    checks.must(bool(given.reason.strip()), "reason_missing", "Code 5.12", "reason")
    latest = _latest(case, context.today)
    earliest = before[-1].received_on if before else date.min
    in_range = earliest <= given.received_on <= latest
    checks.must(in_range, "date_out_of_range", "Code 6.2", "received_on")
    if checks.refused:
        return Refused(tuple(checks.refused))
    policy = context.book.in_force(case.landlord, given.received_on)
    code = context.book.code_on(given.received_on)
    after = replace(stage, received_on=given.received_on, policy=policy.id, code=code.id)
    again = deadlines.recomputed(case, after, policy, code)
    patch = {"stages": [plain(after)], "deadlines": plain(again)}
    if not before:  # else the first contact was another day
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


def _latest(case: CaseFacts, today: date) -> date:
    """The last day on which what was recorded, logged and acknowledged can have come in."""
    stage = case.stage
    recorded = case.recorded_on if len(case.stages) == 1 else None
    known = (recorded, stage.logged_on, stage.acknowledged_on, today)
    return min(day for day in known if day is not None)
