"""Keep what happened: behaviour of a kind that the landlord's policy lists."""

from dataclasses import dataclass, replace
from datetime import date

from redress.rules.behaviour import kind_of
from redress.rules.decision import Checks, Context, Decision, Refused
from redress.rules.facts import CaseFacts
from redress.rules.facts_conduct import BehaviourFacts, ConductFacts, Whose
from redress.rules.record import NewEvent, Patch, plain


@dataclass(frozen=True, kw_only=True)
class RecordBehaviour:
    """The kind (a code of `rules.behaviour`), the day, what happened, who was affected, and
    whether it was the resident or somebody who speaks for them."""

    kind: str
    on: date
    what: str
    affected: str
    whose: Whose = Whose.RESIDENT


def decide(case: CaseFacts, given: RecordBehaviour, context: Context) -> Decision | Refused:
    """Keep it as evidence (Code 5.14); nothing about the complaint changes.

    Refuses a kind that the landlord's policy does not list, and a record without what happened,
    whom it affected and a day that has been.
    """
    checks = Checks(context.policy(case))
    kind = kind_of(case.landlord, given.kind)
    checks.must(kind is not None, "no_such_behaviour", "Code 5.14", "kind")
    checks.must(bool(given.what.strip()), "behaviour_untold", "Code 5.14", "what")
    checks.must(bool(given.affected.strip()), "affected_missing", "Code 5.14", "affected")
    checks.must(given.on <= context.today, "date_out_of_range", "Code 5.14", "on")
    if checks.refused or kind is None:
        return Refused(tuple(checks.refused))
    new = BehaviourFacts(
        number=len(case.conduct.behaviour) + 1,
        kind=kind.code,
        clause=kind.clause,
        on=given.on,
        what=given.what.strip(),
        affected=given.affected.strip(),
        whose=given.whose,
        threat=kind.threat,
    )
    held = replace(case.conduct, behaviour=(*case.conduct.behaviour, new))
    note = {"says": kind.says, **plain(new)}
    return Decision((NewEvent("behaviour_recorded", conduct(held), note),))


def conduct(held: ConductFacts) -> Patch:
    """The patch that makes this the case's record of behaviour, warnings and restrictions."""
    return {"case": {"conduct": plain(held)}}
