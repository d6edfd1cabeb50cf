"""Refuse to take a complaint to stage 2, on the grounds of the exclusions only."""

from dataclasses import replace

from redress.rules.actions.refuse import Refuse, refusal_checks
from redress.rules.decision import Context, Decision, NewLetter, Refused
from redress.rules.facts import CaseFacts, State
from redress.rules.grounds import grounds
from redress.rules.policy import Guard
from redress.rules.record import NewEvent
from redress.rules.words import NOT_WRITTEN


def decide(case: CaseFacts, given: Refuse, context: Context) -> Decision | Refused:
    """Refuse stage 2 (Code 5.11, 6.10): a valid ground, individual reasons, discretion, a second
    person, and the right to go to the Ombudsman in the letter. Neither of the two may have
    considered stage 1 (6.13). It is refused whole or not at all: `given.issues` is not read.
    """
    checks = refusal_checks(case, replace(given, issues=()), context)
    apart = not {context.actor.id, given.approved_by} & case.considered_stage_1
    checks.must(apart, "considered_stage_1", "Code 6.13", "approved_by", Guard.SEPARATE_PEOPLE)
    if checks.refused:
        return Refused(tuple(checks.refused))
    patch = {
        "case": {"state": State.ESCALATION_REFUSED.value},
        "stages": [
            {
                "number": 2,
                "ended_on": context.today.isoformat(),
                "refused_ground": given.ground,
            }
        ],
    }
    note = {
        "ground": given.ground,
        "reasons": given.reasons.strip(),
        "discretion": given.discretion.strip(),
        "approved_by": given.approved_by,
    }
    facts = {
        "ground": grounds(context.policy(case))[given.ground],
        "reasons": given.reasons.strip() or NOT_WRITTEN,
    }
    letter = NewLetter("escalation_refusal", 2, facts)
    event = NewEvent("escalation_refused", patch, note)
    return Decision((event,), (letter,), tuple(checks.warned))
