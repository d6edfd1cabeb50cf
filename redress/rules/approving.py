"""Approving a refusal that waits: the second person's own act (Code 2.5, 5.11)."""

from dataclasses import replace

from pydantic import TypeAdapter

from redress.rules import sign_off
from redress.rules.actions import refuse, refuse_escalation
from redress.rules.actions.refuse import Refuse
from redress.rules.decision import Context, Decision, Refused
from redress.rules.facts import CaseFacts, SubmissionFacts, Submitted
from redress.rules.policy import Guard

_refusal = TypeAdapter(Refuse)
ISSUE = {Submitted.REFUSAL: refuse.issue, Submitted.ESCALATION_REFUSAL: refuse_escalation.issue}
CHECKS = {
    Submitted.REFUSAL: refuse.checks_of,
    Submitted.ESCALATION_REFUSAL: refuse_escalation.checks_of,
}


def refusal_of(waiting: SubmissionFacts) -> Refuse:
    """The refusal as it was sent in."""
    return _refusal.validate_python(waiting.response)


def issued(case: CaseFacts, waiting: SubmissionFacts, context: Context) -> Decision:
    """What approving it now would issue, whatever stands against it."""
    return ISSUE[waiting.kind](case, refusal_of(waiting), context, waiting.submitted_by)


def decide(case: CaseFacts, waiting: SubmissionFacts, context: Context) -> Decision | Refused:
    """Issue the refusal, approved by whoever acts.

    Refuses to whoever wrote it, to anybody whom the policy does not let approve it, what refusing
    would refuse today, and for stage 2 anybody who considered stage 1, also through the person they
    cover (Code 6.13).
    """
    checks = CHECKS[waiting.kind](case, refusal_of(waiting), context)
    own = context.actor.id == waiting.submitted_by
    checks.must(not own, "own_refusal", "Code 2.5")
    need = sign_off.of_refusal(waiting)
    checks.must(sign_off.may_sign(context.actor, need), "needs_approval", need.clause)
    away = sign_off.stands_in_for(context.actor, need)
    if away and waiting.kind is Submitted.ESCALATION_REFUSAL:
        apart = away.id not in case.considered_stage_1
        checks.must(apart, "considered_stage_1", "Code 6.13", "", Guard.SEPARATE_PEOPLE)
    if checks.refused:
        return Refused(tuple(checks.refused))
    answer = issued(case, waiting, context)
    (event,) = answer.events
    note = event.note | ({"signed_for": {"id": away.id, "name": away.name}} if away else {})
    return replace(answer, events=(replace(event, note=note),), warnings=tuple(checks.warned))
