"""Restrict a case to named people, change who they are, or lift the restriction."""

from collections.abc import Sequence
from dataclasses import dataclass

from redress.rules.decision import Checks, Context, Decision, Refused
from redress.rules.facts import CaseFacts
from redress.rules.record import NewEvent


@dataclass(frozen=True, kw_only=True)
class Restrict:
    """The people who may see the case, as users' numbers with their names for the record; nobody
    where the restriction is lifted."""

    people: Sequence[tuple[int, str]]
    reason: str


def decide(case: CaseFacts, given: Restrict, context: Context) -> Decision | Refused:
    """Let only the people named see the case: complaints about staff, and what is delicate.

    Whoever restricts it stays among them, and so does the handler, because somebody has to do the
    work. Refuses without a reason, with somebody named who has declared a conflict (Code 5.8c),
    and lifting a restriction that is not there.
    """
    checks = Checks(context.policy(case))
    checks.must(bool(given.reason.strip()), "reason_missing", "Code 5.12", "reason")
    checks.must(bool(given.people) or case.restricted, "not_restricted", "", "people")
    apart = not {number for number, _ in given.people} & set(case.conflicted)
    checks.must(apart, "conflict_declared", "Code 5.8", "people")
    if checks.refused:
        return Refused(tuple(checks.refused))
    note = {"people": [name for _, name in given.people], "reason": given.reason.strip()}
    if not given.people:
        patch = {"case": {"restricted": False, "named": []}}
        return Decision((NewEvent("restriction_lifted", patch, note),))
    needed = {person for person in (context.actor.id, case.handler) if person is not None}
    named = sorted({number for number, _ in given.people} | needed)
    patch = {"case": {"restricted": True, "named": named}}
    return Decision((NewEvent("restricted", patch, note),))
