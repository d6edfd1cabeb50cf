"""Offer to put things right, at any stage, without waiting for the answer (Code 5.13)."""

from dataclasses import dataclass

from redress.rules import offers, sign_off
from redress.rules.decision import Checks, Context, Decision, NewLetter, Refused
from redress.rules.facts import CaseFacts
from redress.rules.offers import Offered
from redress.rules.record import NewEvent, plain


@dataclass(frozen=True, kw_only=True)
class Offer:
    """What is offered."""

    offered: Offered


def decide(case: CaseFacts, given: Offer, context: Context) -> Decision | Refused:
    """Make the offer, in a letter.

    Refuses an offer of nothing, one that does not say what the fault meant for the resident (Code
    7.2), money without the day by which it is paid (7.3), and money beyond what whoever offers it
    may promise (the policy's `authority`).
    """
    offered = given.offered
    checks = Checks(context.policy(case))
    checks.must(offered.is_something, "offer_empty", "Code 7.3", "remedies")
    checks.must(bool(offered.impact.strip()), "impact_missing", "Code 7.2", "impact")
    offers.check(checks, offered, context.today)
    dated = not offered.pounds or offered.pay_by is not None
    checks.must(dated, "pay_by_missing", "Code 7.3", "pay_by")
    need = sign_off.authority(context.policy(case), offered.pounds or 0)
    able = need is None or bool(context.actor.roles & need.roles)
    checks.must(able, "amount_too_high", need.clause if need else "", "compensation")
    if checks.refused:
        return Refused(tuple(checks.refused))
    new = offers.offer(case, offered, context.today)
    event = NewEvent("offer_made", {"offers": [plain(new)]})
    facts = {
        "offer": offers.sentences(Offered(**{**vars(offered), "impact": ""})),
        "impact": new.impact,
    }
    return Decision((event,), (NewLetter("offer", case.stage.number, facts),))
