"""Place a legal hold on a case: nothing of it is erased while it holds."""

from dataclasses import dataclass
from datetime import date

from redress.rules.decision import Checks, Context, Decision, Refused
from redress.rules.facts import CaseFacts
from redress.rules.facts_holds import HoldFacts, hold_on
from redress.rules.record import NewEvent, plain


@dataclass(frozen=True, kw_only=True)
class Hold:
    """Why the case must be kept, and until which day, that day included; `until` is None where it
    holds until somebody lifts it."""

    reason: str
    until: date | None = None


def decide(case: CaseFacts, given: Hold, context: Context) -> Decision | Refused:
    """Keep the case past its retention: a claim, an inquest, a request of the Ombudsman, a subject
    access request (UK GDPR art. 17(3)(e), art. 18). Nothing else about the case changes.

    Refuses without a reason, with a last day that is not after today, and while one holds.
    """
    checks = Checks(context.policy(case))
    checks.must(hold_on(case.holds, context.today) is None, "held_already")
    checks.must(bool(given.reason.strip()), "reason_missing", "UK GDPR art. 17(3)", "reason")
    later = given.until is None or given.until > context.today
    checks.must(later, "hold_ends_too_soon", "", "until")
    if checks.refused:
        return Refused(tuple(checks.refused))
    placed = HoldFacts(
        number=len(case.holds) + 1,
        reason=given.reason.strip(),
        placed_on=context.today,
        placed_by=context.actor.id,
        until=given.until,
    )
    note = plain({"reason": placed.reason, "until": placed.until})
    patch = {"case": {"holds": plain([*case.holds, placed])}}
    return Decision((NewEvent("hold_placed", patch, note),))
