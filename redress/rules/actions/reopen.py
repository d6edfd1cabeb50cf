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
    checks.must(not case.merged_into, "merged_already", "Code 6.8")
    checks.must(bool(given.reason.strip()), "reason_missing", "Code 5.12", "reason")
    if checks.refused:
        return Refused(tuple(checks.refused))
    patch: Patch = {"case": {"state": where_it_stood(case.stage).value}}
    if case.stage.responded_on is None:
        patch["stages"] = [
            {"number": case.stage.number, "ended_on": None, "outcome": None, "refused_ground": ""}
        ]
    if case.stage.number == 1 and not case.issues_in:  # refused whole: taken up whole
        taken = [issue.number for issue in case.issues if not issue.split]
        patch["issues"] = [{"number": number, "excluded_ground": ""} for number in taken]
    note = {"reason": given.reason.strip(), "from": case.state.value}
    return Decision((NewEvent("reopened", patch, note),))


def where_it_stood(stage: StageFacts) -> State:
    """The state to which a case that was ended or closed in this stage returns."""
    if stage.number == 0:
        return State.REQUEST_ANSWERED if stage.responded_on else State.REQUEST_OPEN
    if stage.number == 1:
        if stage.responded_on:
            return State.STAGE_1_ANSWERED
        if stage.acknowledged_on:
            return State.STAGE_1_OPEN
        return State.STAGE_1_LOGGED if stage.logged_on else State.STAGE_1_RECEIVED
    if stage.responded_on:
        return State.STAGE_2_ANSWERED
    return State.STAGE_2_OPEN if stage.acknowledged_on else State.STAGE_2_REQUESTED
