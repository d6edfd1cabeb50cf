"""Propose a restriction of contact. It holds once a second person has approved it."""

from dataclasses import dataclass, replace
from datetime import date

from redress.rules.actions.record_behaviour import conduct
from redress.rules.decision import Checks, Context, Decision, Reason, Refused
from redress.rules.facts import CaseFacts
from redress.rules.facts_conduct import Limit, RestrictionFacts
from redress.rules.record import NewEvent, plain
from redress.rules.restrictions import check_days, in_threat, names_somebody, warned_on, went_on

# Each text that a restriction rests on, with the reason for which it is refused without it.
TEXTS = {
    reason.field: reason
    for reason in (
        Reason("limit_untold", "Code 5.15", "details"),
        Reason("restriction_reasons_missing", "Code 5.14", "reasons"),
        Reason("proportion_missing", "Code 5.15", "proportionate"),
        Reason("health_missing", "Code 5.15", "considered"),
        Reason("support_missing", "Code 5.15", "offered"),
        Reason("equality_missing", "Code 5.15", "equality"),
        Reason("equality_by_missing", "Code 5.15", "equality_by"),
        Reason("equality_changed_missing", "Code 5.15", "equality_changed"),
        Reason("way_open_missing", "Code 5.15", "way_open"),
        Reason("appeal_missing", "Code 5.14", "appeal"),
    )
}


@dataclass(frozen=True, kw_only=True)
class RestrictContact:
    """What is limited, and everything that has to be thought of first: see `RestrictionFacts`.

    `unwarned` is why no warning came first; `other` the reference of another case of the resident
    in which they were warned, which `cases.perform` finds.
    """

    limits: tuple[Limit, ...]
    details: str
    reasons: str
    proportionate: str
    considered: str
    offered: str
    equality: str
    equality_by: str
    equality_changed: str
    way_open: str
    appeal: str
    review_on: date
    ends_on: date
    contact: str = ""
    unwarned: str = ""
    other: str = ""
    found: CaseFacts | None = None


def decide(case: CaseFacts, given: RestrictContact, context: Context) -> Decision | Refused:
    """Keep the proposal; nothing is limited yet, and the complaint goes on whatever comes of it.

    Refuses without a warning after which it went on, or violence or a threat of it and the reason
    why nobody was warned; without reasons, proportion, an equality check, a way that stays open, a
    way to appeal (Code 5.14, 5.15); with a review or an end that is too far off; and while another
    restriction holds or waits.
    """
    checks = Checks(context.policy(case))
    held = case.conduct
    checks.must(case.resident is not None, "nobody_to_restrict", "Code 5.14")
    checks.must(bool(held.behaviour), "no_behaviour", "Code 5.14")
    checks.must(not (held.waiting or held.in_force), "restriction_there", "Code 5.14")
    checks.must(bool(given.limits), "limit_missing", "Code 5.15", "limits")
    named = names_somebody(given.limits, given.contact)
    checks.must(named, "contact_person_missing", "Code 5.15", "contact")
    lacking = [reason for name, reason in TEXTS.items() if not getattr(given, name).strip()]
    checks.refused += lacking
    check_days(checks, given.review_on, given.ends_on, context.today, context.today)
    warned = _warned(checks, case, given)
    if checks.refused:
        return Refused(tuple(checks.refused))
    new = RestrictionFacts(
        number=len(held.restrictions) + 1,
        limits=tuple(limit for limit in Limit if limit in given.limits),
        **{name: getattr(given, name).strip() for name in (*TEXTS, "contact", "unwarned")},
        review_on=given.review_on,
        ends_on=given.ends_on,
        warned_on=warned,
        proposed_by=context.actor.id,
        proposed_on=context.today,
    )
    held = replace(held, restrictions=(*held.restrictions, new))
    return Decision((NewEvent("contact_restriction_proposed", conduct(held), plain(new)),))


def _warned(checks: Checks, case: CaseFacts, given: RestrictContact) -> date | None:
    """The day of the warning, here or in the other case named; it must have gone on since."""
    found = given.found
    if given.other.strip():
        theirs = found is not None and found.resident is not None
        theirs = theirs and found is not None and found.resident == case.resident
        checks.must(theirs, "not_their_case", "Code 5.14", "other")
        found = found if theirs else None
    warned = warned_on([case, found] if found else [case])
    if warned is None:
        why_not = in_threat(case) and bool(given.unwarned.strip())
        checks.must(why_not, "not_warned", "Code 5.14", "unwarned")
    elif not in_threat(case):
        checks.must(went_on(case, warned), "not_gone_on", "Code 5.14", "reasons")
    return warned
