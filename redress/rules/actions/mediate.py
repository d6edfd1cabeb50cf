"""Mediation: offered, accepted or declined, and how it ended. It never delays an answer."""

from dataclasses import dataclass, replace
from datetime import date

from redress.rules.decision import Checks, Context, Decision, Refused
from redress.rules.facts import CaseFacts, MediationFacts, MediationStep
from redress.rules.policy_choices import When
from redress.rules.record import NewEvent, plain
from redress.rules.said import with_message

S = MediationStep


@dataclass(frozen=True, kw_only=True)
class Mediate:
    """How far it has come and on which day. `who` is the mediator of an offer, or whoever accepts
    or declines it; `outcome` how it ended."""

    step: MediationStep | None
    on: date
    who: str = ""
    outcome: str = ""


def steps(case: CaseFacts) -> tuple[MediationStep, ...]:
    """What may come next: an offer where none is open, an answer to it, its end."""
    last = case.mediations[-1] if case.mediations else None
    if last is None or last.is_over:
        return (S.OFFERED,)
    return (S.ACCEPTED, S.DECLINED) if last.answer is None else (S.ENDED,)


def decide(case: CaseFacts, given: Mediate, context: Context) -> Decision | Refused:
    """Keep it on the record. No date moves: the complaint is answered in its own time (Code 6.3,
    6.14), and the resident keeps every right whatever they answer.

    Together Housing offers it at any stage (5.3). Refuses a step out of turn, a day in the future
    or before the step before it, an offer without a mediator, an answer without who gave it, and an
    end without its outcome. One earlier than the landlord's policy offers it goes with a warning.
    """
    policy = context.policy(case)
    checks = Checks(policy)
    checks.must(given.step in steps(case), "mediation_step", where="happened")
    checks.must(_since(case) <= given.on <= context.today, "date_out_of_range", where="on")
    ended = given.step is S.ENDED
    checks.must(ended or bool(given.who.strip()), "mediation_who_missing", where="who")
    told = not ended or bool(given.outcome.strip())
    checks.must(told, "mediation_outcome_missing", where="outcome")
    later = policy.mediation is not None and policy.mediation.when is When.AFTER_STAGE_2
    clause = policy.mediation.clause if policy.mediation else ""
    early = later and (case.stage.number < 2 or case.stage.responded_on is None)
    checks.should(not early, "mediation_early", clause, "happened")
    if checks.refused:
        return Refused(tuple(checks.refused))
    patch = {"case": {"mediations": plain(_after(case, given))}}
    note = {
        "step": given.step.value if given.step else "",
        "on": given.on.isoformat(),
        "who": given.who.strip(),
        "outcome": given.outcome.strip(),
    }
    decision = Decision((NewEvent("mediation", patch, note),), warnings=tuple(checks.warned))
    if not context.actor.resident or given.step not in (S.ACCEPTED, S.DECLINED):
        return decision
    said = "I agree to it." if given.step is S.ACCEPTED else "I do not want it."
    return with_message(case, decision, context, f"About mediation: {said}")


def _since(case: CaseFacts) -> date:
    """The first day on which the next step can have been taken."""
    last = case.mediations[-1] if case.mediations else None
    if last is None or last.is_over:
        return case.received_on
    return last.answered_on or last.offered_on


def _after(case: CaseFacts, given: Mediate) -> list[MediationFacts]:
    if given.step is S.OFFERED:
        return [*case.mediations, MediationFacts(given.on, given.who.strip())]
    *before, last = case.mediations
    if given.step is S.ENDED:
        return [*before, replace(last, ended_on=given.on, outcome=given.outcome.strip())]
    who = given.who.strip()
    return [*before, replace(last, answer=given.step, answered_on=given.on, answered_by=who)]
