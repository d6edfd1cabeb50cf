"""Look at a restriction of contact again: it goes on, as it was or with less."""

from dataclasses import dataclass, replace
from datetime import date

from redress.rules.actions.approve_restriction import with_one
from redress.rules.actions.record_behaviour import conduct
from redress.rules.decision import Checks, Context, Decision, NewLetter, Refused
from redress.rules.facts import CaseFacts
from redress.rules.facts_conduct import ReviewFacts
from redress.rules.record import NewEvent, plain
from redress.rules.restrictions import check_days
from redress.rules.words import long_date


@dataclass(frozen=True, kw_only=True)
class ReviewRestriction:
    """What was found, what was considered under the Equality Act this time, the next review; what
    is limited from now on where that changes (`details`, `way_open`); whether the resident had
    appealed."""

    found: str
    equality: str
    review_on: date
    details: str = ""
    way_open: str = ""
    appeal: bool = False


def decide(case: CaseFacts, given: ReviewRestriction, context: Context) -> Decision | Refused:
    """It goes on until its next review, and a letter says why (Code 5.14). It never lasts longer
    by a review: its end stays.

    Refused where none holds, without what was found and an equality check, with a next review too
    far off or after the end, and an appeal to whoever proposed or approved it.
    """
    checks = Checks(context.policy(case))
    held = case.conduct.in_force
    checks.must(held is not None, "no_restriction", "Code 5.14")
    if held is None or held.approved_on is None:
        return Refused(tuple(checks.refused))
    checks.must(bool(given.found.strip()), "review_untold", "Code 5.14", "found")
    checks.must(bool(given.equality.strip()), "equality_missing", "Code 5.15", "equality")
    check_days(checks, given.review_on, held.ends_on, held.approved_on, context.today)
    decided = context.actor.id in (held.proposed_by, held.approved_by)
    checks.must(not (given.appeal and decided), "own_appeal", "Code 5.15", "appeal")
    if checks.refused:
        return Refused(tuple(checks.refused))
    found = given.found.strip()
    review = ReviewFacts(context.today, held.review_on, context.actor.id, found, given.appeal)
    now = replace(
        held,
        details=given.details.strip() or held.details,
        way_open=given.way_open.strip() or held.way_open,
        equality=given.equality.strip(),
        review_on=given.review_on,
        reviews=(*held.reviews, review),
    )
    facts = {
        "found": found,
        "details": now.details,
        "way_open": now.way_open,
        "review_on": long_date(now.review_on),
        "ends_on": long_date(now.ends_on),
        "appeal": now.appeal,
    }
    letter = NewLetter("restriction_review", case.stage.number, facts)
    note = {**plain(review), "details": now.details, "review_on": plain(now.review_on)}
    patch = conduct(with_one(case.conduct, now))
    return Decision((NewEvent("contact_restriction_reviewed", patch, note),), (letter,))
