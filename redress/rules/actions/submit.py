"""Send a response for signature: its text waits on the record until it is signed or sent back."""

from dataclasses import dataclass

from redress.rules import evidence, sign_off
from redress.rules.actions import respond
from redress.rules.decision import Context, Decision, Refused
from redress.rules.facts import CaseFacts, Settled, SubmissionFacts
from redress.rules.record import NewEvent, Patch, plain


@dataclass(frozen=True, kw_only=True)
class Submit:
    """The response as it is to go."""

    response: respond.Respond


def decide(case: CaseFacts, given: Submit, context: Context) -> Decision | Refused:
    """Put the whole response before whoever must sign it (policy: `sign_off`, `checked_by`).

    Refuses what responding would refuse, but for the signature. Missing evidence that nobody has
    answered for goes with a warning (Code 5.8, 5.12). A text that waits already is
    replaced. `would` is the response as it goes if it is signed today.
    """
    response = given.response
    checks = respond.checks_of(case, response, context)
    answered = not evidence.missing(case) or bool(response.no_evidence_reason.strip())
    checks.should(answered, "evidence_missing", "Code 5.8", "no_evidence_reason")
    if checks.refused:
        return Refused(tuple(checks.refused))
    need = respond.signature(case, response, context)
    new = SubmissionFacts(
        number=len(case.submissions) + 1,
        stage=case.stage.number,
        submitted_by=context.actor.id,
        submitted_on=context.today,
        response=plain(response),
        signer=need.who.value if need and need.who else "",
        clause=need.clause if need else "",
    )
    patch: Patch = {"submissions": [*respond.settled(case, Settled.REPLACED, context), plain(new)]}
    roles = sign_off.named_in(need.roles) if need else []
    event = NewEvent("submitted", patch, {"roles": [role.value for role in roles]})
    would = respond.issue(case, response, context)
    return Decision((event,), warnings=tuple(checks.warned), would=would)
