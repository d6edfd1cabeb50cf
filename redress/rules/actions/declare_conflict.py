"""Declare a conflict of interest, or that there is none."""

from dataclasses import dataclass

from redress.rules.access import TEAM
from redress.rules.decision import Checks, Context, Decision, Reason, Refused
from redress.rules.facts import CaseFacts
from redress.rules.record import NewEvent


@dataclass(frozen=True, kw_only=True)
class DeclareConflict:
    """Whether there is one, and what it is: "The resident is my aunt". `person` is whose it is, a
    user's number with the name for the record; None for whoever declares it."""

    conflict: bool
    about: str = ""
    person: int | None = None
    person_name: str = ""


def decide(case: CaseFacts, given: DeclareConflict, context: Context) -> Decision | Refused:
    """Keep whoever has a conflict away from the case (Code 5.8c: an officer without one decides).

    Someone in conflict sees the case no more, and is no longer its handler. Each speaks for
    themselves; the complaints team may speak for anybody, and takes a conflict back by saying
    that there is none. Refuses a conflict that says nothing of what it is.
    """
    checks = Checks(context.policy(case))
    person = given.person or context.actor.id
    own = person == context.actor.id
    if not own and not context.actor.roles & TEAM:
        return Refused((Reason("not_for_others", "Code 5.8", "person"),))
    told = bool(given.about.strip()) or not given.conflict
    checks.must(told, "conflict_untold", "Code 5.8", "about")
    lifted = person in case.conflicted and not given.conflict
    checks.must(not (lifted and own), "conflict_lifted_by_self", "Code 5.8", "conflict")
    if checks.refused:
        return Refused(tuple(checks.refused))
    both = case.conflicted, case.unconflicted
    apart, free = ([each for each in known if each != person] for known in both)
    if person is not None:
        (apart if given.conflict else free).append(person)
    patch: dict[str, object] = {"conflicted": apart, "unconflicted": free}
    if given.conflict and case.handler == person:
        patch["handler"] = None
    note = {"person": given.person_name or context.actor.name, "about": given.about.strip()}
    if not given.conflict:
        return Decision((NewEvent("no_conflict_declared", {"case": patch}, note),))
    return Decision((NewEvent("conflict_declared", {"case": patch}, note),))
