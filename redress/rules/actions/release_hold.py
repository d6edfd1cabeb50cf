"""Lift the legal hold on a case."""

from dataclasses import dataclass, replace

from redress.rules.decision import Checks, Context, Decision, Refused
from redress.rules.facts import CaseFacts
from redress.rules.facts_holds import hold_on
from redress.rules.record import NewEvent, plain


@dataclass(frozen=True, kw_only=True)
class ReleaseHold:
    """Why the case need not be held any more."""

    why: str


def decide(case: CaseFacts, given: ReleaseHold, context: Context) -> Decision | Refused:
    """The case may be erased once its retention is over, as if it had never been held (UK GDPR
    art. 5(1)(e)). Refuses without a reason, and where nothing holds."""
    checks = Checks(context.policy(case))
    held = hold_on(case.holds, context.today)
    checks.must(held is not None, "not_held")
    checks.must(bool(given.why.strip()), "reason_missing", "UK GDPR art. 5(1)(e)", "why")
    if checks.refused or held is None:
        return Refused(tuple(checks.refused))
    why = given.why.strip()
    lifted = replace(held, lifted_on=context.today, lifted_by=context.actor.id, why_lifted=why)
    holds = [lifted if each is held else each for each in case.holds]
    note = {"why": why, "reason": held.reason}
    return Decision((NewEvent("hold_released", {"case": {"holds": plain(holds)}}, note),))
