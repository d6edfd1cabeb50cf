"""What a restriction of contact must have before it holds (Code 5.14, 5.15; Equality Act 2010)."""

from collections.abc import Iterable
from datetime import date

from redress.rules.clocks import months_after
from redress.rules.decision import Checks
from redress.rules.facts import CaseFacts
from redress.rules.facts_conduct import Limit

# The Code asks for "regular review" and gives no number. Six months, so that every restriction is
# looked at at least twice in the year of a self-assessment; and none lasts longer than that year
# without a new decision, with new reasons, by two people.
REVIEW_WITHIN = 6  # months from the day it starts, or was last looked at
ENDS_WITHIN = 12  # months from the day it starts


def check_days(checks: Checks, review_on: date, ends_on: date, start: date, today: date) -> None:
    """Note what stands against these days: of the next review, and of the end. Whoever reviews one
    cannot put its end off; a review after it is then mended at the review."""
    ahead = today < review_on
    checks.must(ahead, "restriction_review_not_ahead", "Code 5.14", "review_on")
    near = review_on <= months_after(today, REVIEW_WITHIN)
    checks.must(near, "restriction_review_too_far", "Code 5.14", "review_on")
    mends = "ends_on" if start == today else "review_on"
    checks.must(review_on <= ends_on, "review_after_end", "Code 5.14", mends)
    soon = ends_on <= months_after(start, ENDS_WITHIN)
    checks.must(soon, "restriction_too_long", "Code 5.15", "ends_on")


def warned_on(cases: Iterable[CaseFacts]) -> date | None:
    """The day of the first warning in any of these cases of the resident."""
    return min((w.on for case in cases for w in case.conduct.warnings), default=None)


def went_on(case: CaseFacts, warned: date) -> bool:
    """Whether something is on record here that happened on the day of the warning or later, and
    that no warning of the case was itself about."""
    fresh = set(case.conduct.unwarned)
    later = [each for each in case.conduct.behaviour if each.on >= warned]
    return any(each.number in fresh for each in later)


def in_threat(case: CaseFacts) -> bool:
    """Whether violence, or a threat of it, is on record: then no warning need come first."""
    return any(each.threat for each in case.conduct.behaviour)


def names_somebody(limits: Iterable[Limit], contact: str) -> bool:
    """Whether somebody is named where one person is to be the contact."""
    return Limit.SINGLE_CONTACT not in limits or bool(contact.strip())
