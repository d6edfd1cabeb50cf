"""End a restriction of contact, and tell the resident."""

from dataclasses import dataclass, replace

from redress.rules.actions.approve_restriction import with_one
from redress.rules.actions.record_behaviour import conduct
from redress.rules.decision import Checks, Context, Decision, NewLetter, Refused
from redress.rules.facts import CaseFacts
from redress.rules.record import NewEvent
from redress.rules.words import long_date


@dataclass(frozen=True, kw_only=True)
class EndRestriction:
    """Why it ends, as the letter says it."""

    why: str


def decide(case: CaseFacts, given: EndRestriction, context: Context) -> Decision | Refused:
    """It holds no more from today, and a letter says so (Code 5.14). Refused where none holds, and
    without a reason."""
    checks = Checks(context.policy(case))
    held = case.conduct.in_force
    checks.must(held is not None, "no_restriction", "Code 5.14")
    checks.must(bool(given.why.strip()), "reason_missing", "Code 5.14", "why")
    if checks.refused or held is None:
        return Refused(tuple(checks.refused))
    why = given.why.strip()
    now = replace(held, ended_on=context.today, why_ended=why)
    patch = conduct(with_one(case.conduct, now))
    facts = {"ended_on": long_date(context.today), "why": why}
    letter = NewLetter("restriction_end", case.stage.number, facts)
    note = {"why": why, "details": now.details}
    return Decision((NewEvent("contact_restriction_ended", patch, note),), (letter,))
