"""Refuse to take a complaint to stage 2, on the grounds of the exclusions only."""

from dataclasses import replace

from redress.rules.actions.refuse import Refuse, note_of, refusal_checks, to_be_approved
from redress.rules.actions.respond import settled
from redress.rules.decision import Checks, Context, Decision, NewLetter, Refused
from redress.rules.facts import CaseFacts, Settled, State, Submitted
from redress.rules.grounds import grounds
from redress.rules.policy import Guard
from redress.rules.record import NewEvent, Patch
from redress.rules.words import NOT_WRITTEN


def decide(case: CaseFacts, given: Refuse, context: Context) -> Decision | Refused:
    """Send a refusal of stage 2 to be approved by a second person (Code 5.11, 6.10).

    Refuses what `refuse` refuses, and whoever considered stage 1: neither writer nor approver may
    have done so (6.13). It is refused whole or not at all: `given.issues` is not read.
    """
    given = replace(given, issues=())
    return to_be_approved(Submitted.ESCALATION_REFUSAL, case, given, context, checks_of, issue)


def checks_of(case: CaseFacts, given: Refuse, context: Context) -> Checks:
    """What stands against this refusal, for whoever writes or approves it."""
    checks = refusal_checks(case, given, context)
    apart = context.actor.id not in case.considered_stage_1
    checks.must(apart, "considered_stage_1", "Code 6.13", "", Guard.SEPARATE_PEOPLE)
    return checks


def issue(case: CaseFacts, given: Refuse, context: Context, wrote: int | None) -> Decision:
    """The refusal as it goes, with the right to go to the Ombudsman in its letter."""
    ended = {
        "number": 2,
        "ended_on": context.today.isoformat(),
        "refused_ground": given.ground,
    }
    patch: Patch = {
        "case": {"state": State.ESCALATION_REFUSED.value},
        "stages": [ended],
        "submissions": settled(case, Settled.SIGNED, context),
    }
    facts = {
        "ground": grounds(context.policy(case))[given.ground],
        "reasons": given.reasons.strip() or NOT_WRITTEN,
    }
    event = NewEvent("escalation_refused", patch, note_of(given, context, wrote))
    return Decision((event,), (NewLetter("escalation_refusal", 2, facts),))
