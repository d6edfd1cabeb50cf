"""What the record says of offers."""

from datetime import date

from redress.rules.actions.settle_offer import Outcome
from redress.rules.facts_offers import Remedy
from redress.rules.words import REMEDY, short_date
from redress.web.desk.telling.shared import Content, Line, Names, Told

OUTCOME = {
    Outcome.ACCEPTED: "The resident accepts it",
    Outcome.REFUSED: "The resident refuses it",
    Outcome.PAID: "It is paid",
}


def _made(content: Content, names: Names) -> list[Line]:
    (offer,) = content["patch"]["offers"]
    by = f", by {_day(offer['pay_by'])}" if offer["pay_by"] else ""
    return [
        ("What it meant", offer["impact"]),
        *remedies(content),
        ("Offered", "; ".join(offer["words"])),
        ("Money", f"£{offer['pounds']:,}{by}" if offer["pounds"] else ""),
    ]


def remedies(content: Content) -> list[Line]:
    """The kinds of remedy offered; nothing in the events of an older Redress."""
    offers = content["patch"].get("offers", ())
    kinds = [REMEDY[Remedy(kind)] for offer in offers for kind in offer["kinds"]]
    return [("Remedies", "; ".join(kinds))]


def _settled(content: Content, names: Names) -> list[Line]:
    now = content["patch"]["offers"][0]
    return [
        ("Offer", f"Number {now['number']}"),
        ("What became of it", OUTCOME[Outcome(content["note"]["outcome"])]),
        ("On", _day(now.get("answered_on") or now["paid_on"])),
        ("Shown by", now.get("proof", "")),
        ("Towards arrears, as agreed", now.get("arrears_consent", "")),
    ]


def _day(text: str) -> str:
    return short_date(date.fromisoformat(text))


OFFERS: Told = {
    "offer_made": ("Offer made", _made),
    "offer_settled": ("What became of an offer", _settled),
}
