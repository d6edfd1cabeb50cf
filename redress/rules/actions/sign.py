"""Sign a response that waits for it, or approve a refusal that does, and so issue it."""

from dataclasses import dataclass, replace

from pydantic import TypeAdapter

from redress.rules import approving, sign_off
from redress.rules.actions import respond
from redress.rules.decision import Checks, Context, Decision, Reason, Refused
from redress.rules.facts import CaseFacts, Settled, SubmissionFacts
from redress.rules.policy import Guard

_response = TypeAdapter(respond.Respond)


@dataclass(frozen=True, kw_only=True)
class Sign:
    """The number of the text that is signed, so that nobody signs another than they read."""

    number: int


def decide(case: CaseFacts, given: Sign, context: Context) -> Decision | Refused:
    """Issue the response or refusal as it was sent in, approved by whoever signs.

    Refuses where nothing (or another text) waits, to whoever wrote or sent it in, to anybody whom
    the policy or the limits on money do not let sign (guard `sign_off`), and at stage 2 to anybody
    who considered stage 1, also through the person they cover (Code 6.13).
    """
    waiting = case.waiting
    if waiting is None or waiting.number != given.number:
        return Refused((Reason("nothing_to_sign"),))
    if waiting.is_refusal:
        return approving.decide(case, waiting, context)
    response = as_signed(waiting, context)
    checks = _checks(case, response, waiting, context)
    answer = respond.decide(case, response, context)
    if isinstance(answer, Refused) or checks.refused:
        more = answer.reasons if isinstance(answer, Refused) else ()
        return Refused((*checks.refused, *more))
    return _signed(case, answer, response, context, checks)


def issued(case: CaseFacts, waiting: SubmissionFacts, context: Context) -> Decision:
    """What signing it now would issue, whatever stands against it."""
    if waiting.is_refusal:
        return approving.issued(case, waiting, context)
    return respond.issue(case, as_signed(waiting, context), context)


def response_of(waiting: SubmissionFacts) -> respond.Respond:
    """The response as it was sent in."""
    return _response.validate_python(waiting.response)


def as_signed(waiting: SubmissionFacts, context: Context) -> respond.Respond:
    """The response with whoever sent it in as its writer and the actor as its approver."""
    sent = response_of(waiting)
    writer = sent.drafted_by or waiting.submitted_by
    return replace(sent, drafted_by=writer, approved_by=context.actor.id)


def _checks(
    case: CaseFacts, response: respond.Respond, waiting: SubmissionFacts, context: Context
) -> Checks:
    checks = Checks(context.policy(case))
    own = context.actor.id in (response.drafted_by, waiting.submitted_by)
    checks.must(not own, "own_response", waiting.clause, "", Guard.SIGN_OFF)
    need = respond.signature(case, response, context)
    away = sign_off.stands_in_for(context.actor, need) if need else None
    if case.stage.number == 2 and away:
        apart = away.id not in case.considered_stage_1
        checks.must(apart, "considered_stage_1", "Code 6.13", "", Guard.SEPARATE_PEOPLE)
    return checks


def _signed(
    case: CaseFacts,
    answer: Decision,
    response: respond.Respond,
    context: Context,
    checks: Checks,
) -> Decision:
    need = respond.signature(case, response, context)
    away = sign_off.stands_in_for(context.actor, need) if need else None
    (event,) = answer.events
    patch = event.patch | {"submissions": respond.settled(case, Settled.SIGNED, context)}
    note = event.note | ({"signed_for": {"id": away.id, "name": away.name}} if away else {})
    warned = tuple(dict.fromkeys((*checks.warned, *answer.warnings)))
    return replace(answer, events=(replace(event, patch=patch, note=note),), warnings=warned)
