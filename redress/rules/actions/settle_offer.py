"""Say what became of an offer: the resident accepts it, refuses it, or it is paid."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from redress.rules.decision import Checks, Context, Decision, Refused
from redress.rules.facts import CaseFacts
from redress.rules.facts_offers import Answer, OfferFacts
from redress.rules.record import NewEvent
from redress.rules.said import with_message
from redress.rules.words import long_date

ARREARS = "Housing Ombudsman, Guidance on remedies: compensation and arrears"


class Outcome(StrEnum):
    """What became of it."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    PAID = "paid"


@dataclass(frozen=True, kw_only=True)
class SettleOffer:
    """Which offer, what became of it, on which day; for a payment, what shows it.

    `to_arrears` says that it went towards arrears; `consent` how the resident agreed to that.
    """

    number: int
    outcome: Outcome
    on: date
    proof: str = ""
    to_arrears: bool = False
    consent: str = ""


def decide(case: CaseFacts, given: SettleOffer, context: Context) -> Decision | Refused:
    """Keep it on the record (Code 7.3: followed through). Nothing is sent.

    The resident accepts or refuses it; that it is paid is for staff to say.
    Refuses an offer that is not there or is settled, a payment without proof, one of an offer
    without money or that the resident refused, and one set against arrears without the resident's
    recorded consent: compensation is apart from arrears (the Ombudsman's guidance on remedies).
    """
    checks = Checks(context.policy(case))
    offer = next((each for each in case.offers if each.number == given.number), None)
    checks.must(offer is not None, "no_such_offer", "Code 7.3", "number")
    if offer:
        in_range = offer.offered_on <= given.on <= context.today
        checks.must(in_range, "date_out_of_range", "Code 7.3", "on")
        if given.outcome is Outcome.PAID:
            checks.must(not context.actor.resident, "not_permitted")
            _payment(checks, offer, given)
        else:
            new = offer.paid_on is None and offer.answer != given.outcome.value
            checks.must(new, "offer_settled", "Code 7.3", "outcome")
    if checks.refused:
        return Refused(tuple(checks.refused))
    note = {"outcome": given.outcome.value}
    decision = Decision((NewEvent("offer_settled", {"offers": [_entry(given)]}, note),))
    if offer is None or not context.actor.resident:
        return decision
    said = "I accept it." if given.outcome is Outcome.ACCEPTED else "I do not accept it."
    money = f"of £{offer.pounds:,} " if offer.pounds else ""
    text = f"About your offer {money}on {long_date(offer.offered_on)}: {said}"
    return with_message(case, decision, context, text)


def _payment(checks: Checks, offer: OfferFacts, given: SettleOffer) -> None:
    checks.must(bool(offer.pounds), "no_money_offered", "Code 7.3", "outcome")
    checks.must(offer.paid_on is None, "offer_settled", "Code 7.3", "outcome")
    checks.must(offer.answer is not Answer.REFUSED, "offer_was_refused", "Code 7.3", "outcome")
    checks.must(bool(given.proof.strip()), "proof_missing", "Code 7.3", "proof")
    agreed = not given.to_arrears or bool(given.consent.strip())
    checks.must(agreed, "offset_refused", ARREARS, "consent")


def _entry(given: SettleOffer) -> dict[str, object]:
    """What changes in the offer. What was paid to arrears keeps how the resident agreed."""
    if given.outcome is not Outcome.PAID:
        answered = {"answer": given.outcome.value, "answered_on": given.on.isoformat()}
        return {"number": given.number, **answered}
    return {
        "number": given.number,
        "paid_on": given.on.isoformat(),
        "proof": given.proof.strip(),
        "arrears_consent": given.consent.strip() if given.to_arrears else "",
    }
