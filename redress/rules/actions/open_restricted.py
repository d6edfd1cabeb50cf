"""Open a restricted case without having been named: the reason stands on the record."""

from dataclasses import dataclass

from redress.rules.decision import Checks, Context, Decision, Reason, Refused
from redress.rules.facts import CaseFacts
from redress.rules.record import NewEvent


@dataclass(frozen=True, kw_only=True)
class OpenRestricted:
    """Why it cannot wait for somebody who is named."""

    reason: str


def decide(case: CaseFacts, given: OpenRestricted, context: Context) -> Decision | Refused:
    """Add whoever acts to the people who may see the case, with the reason they gave.

    Refuses without a reason, where there is no restriction to pass, and to somebody who has
    declared a conflict (Code 5.8c).
    """
    checks = Checks(context.policy(case))
    me = context.actor.id
    if not case.restricted or me is None or me in case.named:
        return Refused((Reason("not_restricted"),))
    checks.must(me not in case.conflicted, "conflict_declared", "Code 5.8")
    checks.must(bool(given.reason.strip()), "reason_missing", "Code 5.12", "reason")
    if checks.refused:
        return Refused(tuple(checks.refused))
    patch = {"case": {"named": sorted({*case.named, me})}}
    return Decision((NewEvent("opened_restricted", patch, {"reason": given.reason.strip()}),))
