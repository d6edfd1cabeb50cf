"""Open a case again, with its original dates."""

from dataclasses import dataclass

from redress.rules.decision import Checks, Context, Decision, Refused
from redress.rules.facts import CaseFacts, StageFacts, State
from redress.rules.record import NewEvent, Patch


@dataclass(frozen=True, kw_only=True)
class Reopen:
    """Why: the Ombudsman said so, the resident changed their mind, the work was not done."""

    reason: str


def decide(case: CaseFacts, given: Reopen, context: Context) -> Decision | Refused:
    """Return the case to where it stood. No date starts again: a deadline that has passed has
    passed (Code 6.3, 6.14). Refuses without a reason (Code 5.12).
    """
    checks = Checks(context.policy(case))
    checks.must(bool(given.reason.strip()), "reason_missing", "Code 5.12", "reason")
    if checks.refused:
        return Refused(tuple(checks.refused))
    state = where_it_stood(case)
    patch: Patch = {"case": {"state": state.value}}
    if case.state is not State.CLOSED:
        number = case.stage.number
        patch["stages"] = [{"number": number, "ended_on": None, "outcome": None}]
        if case.state is State.REFUSED:
            patch["issues"] = [{"number": i.number, "excluded_ground": ""} for i in case.issues]
            patch["stages"][0]["logged_on"] = None
            patch["stages"][0]["acknowledged_on"] = None
    note = {"reason": given.reason.strip(), "from": case.state.value}
    return Decision((NewEvent("reopened", patch, note),))


def where_it_stood(case: CaseFacts) -> State:
    """The state to which a case that was ended or closed returns."""
    stage = case.stage
    if case.state is State.REFUSED:
        return State.STAGE_1_RECEIVED
    if case.state is State.ESCALATION_REFUSED:
        return State.STAGE_2_REQUESTED
    if stage.number == 0:
        return State.REQUEST_OPEN
    if stage.responded_on:
        return State.STAGE_1_ANSWERED if stage.number == 1 else State.STAGE_2_ANSWERED
    return _running(stage)


def _running(stage: StageFacts) -> State:
    if stage.number == 2:
        return State.STAGE_2_OPEN if stage.acknowledged_on else State.STAGE_2_REQUESTED
    if stage.acknowledged_on:
        return State.STAGE_1_OPEN
    return State.STAGE_1_LOGGED if stage.logged_on else State.STAGE_1_RECEIVED
