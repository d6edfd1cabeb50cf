"""Approve a restriction of contact that a colleague proposed, or turn it down."""

from dataclasses import dataclass, replace

from redress.rules.actions.record_behaviour import conduct
from redress.rules.decision import Checks, Context, Decision, NewLetter, Refused
from redress.rules.facts import CaseFacts
from redress.rules.facts_conduct import ConductFacts, RestrictionFacts
from redress.rules.record import NewEvent, plain
from redress.rules.restrictions import check_days
from redress.rules.words import LIMIT, long_date


@dataclass(frozen=True, kw_only=True)
class ApproveRestriction:
    """Whether this second person agrees, and what they have to say; a reason where they do not."""

    agrees: bool
    comment: str = ""


def decide(case: CaseFacts, given: ApproveRestriction, context: Context) -> Decision | Refused:
    """The restriction holds from today, and a letter says all of it; or it is turned down, and the
    resident hears of nothing.

    Refused to whoever proposed it, where no proposal waits, where it waited so long that its days
    will not do any more (Code 5.14), and turning it down without a reason.
    """
    checks = Checks(context.policy(case))
    waiting = case.conduct.waiting
    checks.must(waiting is not None, "no_proposal", "Code 5.14")
    if waiting is None:
        return Refused(tuple(checks.refused))
    checks.must(waiting.proposed_by != context.actor.id, "own_proposal", "Code 5.15")
    if given.agrees:
        today = context.today
        check_days(checks, waiting.review_on, waiting.ends_on, today, today)
    else:
        checks.must(bool(given.comment.strip()), "reason_missing", "Code 5.14", "comment")
    if checks.refused:
        return Refused(tuple(checks.refused))
    if not given.agrees:
        return _turned_down(case, waiting, given.comment.strip(), context)
    now = replace(waiting, approved_by=context.actor.id, approved_on=context.today)
    held = with_one(case.conduct, now)
    note = {**plain(now), "comment": given.comment.strip()}
    event = NewEvent("contact_restricted", conduct(held), note)
    letter = NewLetter("contact_restriction", case.stage.number, letter_facts(now))
    return Decision((event,), (letter,))


def _turned_down(
    case: CaseFacts, waiting: RestrictionFacts, why: str, context: Context
) -> Decision:
    now = replace(waiting, ended_on=context.today, why_ended=why)
    held = with_one(case.conduct, now)
    note = {"why": why, "details": now.details}
    return Decision((NewEvent("contact_restriction_turned_down", conduct(held), note),))


def with_one(held: ConductFacts, now: RestrictionFacts) -> ConductFacts:
    """The record with this restriction as it is now."""
    each = [now if one.number == now.number else one for one in held.restrictions]
    return replace(held, restrictions=tuple(each))


def letter_facts(now: RestrictionFacts) -> dict[str, str | list[str]]:
    """What the letter says of a restriction: all that the decision rests on."""
    limits = [LIMIT[limit] for limit in now.limits]
    with_whom = f"Your contact is {now.contact}." if now.contact else ""
    return {
        "limits": limits,
        "details": now.details,
        "way_open": f"{with_whom} {now.way_open}".strip(),
        "reasons": now.reasons,
        "proportionate": now.proportionate,
        "equality": now.equality,
        "equality_by": now.equality_by,
        "equality_changed": now.equality_changed,
        "offered": now.offered,
        "starts": long_date(now.approved_on or now.proposed_on),
        "review_on": long_date(now.review_on),
        "ends_on": long_date(now.ends_on),
        "appeal": now.appeal,
    }
