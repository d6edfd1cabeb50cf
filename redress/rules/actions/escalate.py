"""Ask for stage 2. Nobody has to say why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from redress.rules import deadlines, incoming
from redress.rules.decision import Checks, Context, Decision, Refused
from redress.rules.facts import ActionFacts, CaseFacts, Clock, DeadlineFacts, StageFacts, State
from redress.rules.policy import Guard
from redress.rules.policy_choices import Reasons
from redress.rules.record import NewEvent, Patch, plain


@dataclass(frozen=True, kw_only=True)
class Escalate:
    """The request for stage 2: the day it first reached any member of staff, and how.

    `reasons` and `outcome_sought` help, and may both be empty (Code 6.12). `help_with` is what the
    service is asked to put right meanwhile, where the resident would like that; empty for nothing.
    """

    requested_on: date
    channel: str
    reasons: str = ""
    outcome_sought: str = ""
    help_with: str = ""


def decide(case: CaseFacts, given: Escalate, context: Context) -> Decision | Refused:
    """Begin stage 2 under the policy in force on the day of the request (Code 6.10, 6.11).

    The landlord's own window and its wish for reasons are recorded as warnings, and never refuse
    unless its policy says so (Code 5.11, 6.12). Refuses a date in the future or before the
    complaint, and a case that has had its final response (Code 5.3: two stages).

    What the service can put right meanwhile (Tower Hamlets Homes, Stage 2: first back to the
    landlord) is a task beside stage 2 and never a step before it (Code 5.3, 6.10).
    """
    on = min(given.requested_on, context.today)
    policy = context.book.in_force(case.landlord, on)
    checks = Checks(policy)
    checks.must(case.stage.number < 2, "no_third_stage", "Code 5.3")
    checks.must(not case.merged_into, "merged_already", "Code 6.8")
    answered = case.stage.responded_on is not None and case.stage.number > 0
    checks.must(answered or bool(case.merged_into), "stage_1_not_answered", "Code 6.10")
    in_range = case.received_on <= given.requested_on <= context.today
    checks.must(in_range, "date_out_of_range", "Code 6.11", "requested_on")
    window = case.deadline(1, Clock.ESCALATE)
    if window and window.promise:
        in_time = given.requested_on <= window.promise.date
        clause = window.promise.source
        checks.must(in_time, "window_passed", clause, "requested_on", Guard.ESCALATION_WINDOW)
    if policy.stage_2.reasons is Reasons.REQUIRED:
        given_why = bool(given.reasons.strip())
        clause = policy.stage_2.reasons_clause
        checks.must(given_why, "no_reasons_given", clause, "reasons", Guard.ESCALATION_REASONS)
    if checks.refused:
        return Refused(tuple(checks.refused))
    code = context.book.code_on(on)
    stage = StageFacts(
        number=2,
        policy=policy.id,
        code=code.id,
        received_on=given.requested_on,
        outcome_sought=given.outcome_sought.strip() or case.stage.outcome_sought,
    )
    clocks = deadlines.of_stage(stage, policy, code)
    patch: Patch = {
        "case": {"state": State.STAGE_2_REQUESTED.value, "handler": None},
        "stages": [plain(stage)],
        "deadlines": plain(clocks),
        "incoming": incoming.asked_for(case),
    }
    note = {"channel": given.channel, "reasons": given.reasons.strip()}
    if given.help_with.strip():
        patch["actions"] = [plain(_help(case, given.help_with.strip(), clocks, context.today))]
    event = NewEvent("escalated", patch, note)
    return Decision((event,), warnings=tuple(checks.warned))


def _help(case: CaseFacts, what: str, clocks: Iterable[DeadlineFacts], today: date) -> ActionFacts:
    """The service's task, due when stage 2 is to be acknowledged at the latest, or today."""
    due = [clock.due_on for clock in clocks if clock.clock is Clock.ACKNOWLEDGE and clock.due_on]
    number = max((action.number for action in case.actions), default=0) + 1
    owner = case.service or "The service"
    return ActionFacts(number, 2, what, owner, max([today, *due]), internal=True)
