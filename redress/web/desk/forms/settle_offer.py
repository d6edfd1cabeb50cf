"""Say what became of an offer."""

from typing import Any

from redress.rules.actions.settle_offer import Outcome, SettleOffer
from redress.rules.facts_offers import OfferFacts
from redress.rules.words import REMEDY, listed, short_date
from redress.web.desk.forms.base import DeskForm, Group
from redress.web.forms import Checkboxes, Date, Radios, Text

OUTCOMES = (
    (Outcome.ACCEPTED.value, "The resident accepts it"),
    (Outcome.REFUSED.value, "The resident refuses it"),
    (Outcome.PAID.value, "It is paid"),
)
ARREARS = (("yes", "It went towards arrears"),)


class SettleOfferForm(DeskForm):
    """The offers of which something can still become."""

    def build(self) -> None:
        choices = [(str(each.number), described(each)) for each in self.open]
        self.fields["number"] = Radios("Which offer", choices, missing="Select an offer")
        self.fields["outcome"] = Radios(
            "What became of it", OUTCOMES, missing="Select what became of it"
        )
        self.fields["on"] = Date("On which day", past=True)
        self.fields["proof"] = Text(
            "What shows the payment", optional=True, hint="A payment’s number, say.", limit=500
        )
        self.fields["to_arrears"] = Checkboxes("Where it went", ARREARS, optional=True)
        self.fields["consent"] = Text(
            "How the resident agreed to that",
            optional=True,
            hint="Such as: by email on 3 June. Without it, money is paid to the resident.",
            limit=500,
        )

    @property
    def open(self) -> list[OfferFacts]:
        """What is not paid, and not an answered offer without money."""
        return [each for each in self.case.offers if each.is_open]

    @property
    def groups(self) -> list[Group]:
        return [
            Group(self.bound("number", "outcome", "on")),
            Group(self.bound("proof", "to_arrears", "consent"), "If it is paid"),
        ]

    def first_values(self) -> dict[str, Any]:
        one = str(self.open[0].number) if len(self.open) == 1 else ""
        owed = len(self.open) == 1 and self.open[0].is_owed
        outcome = Outcome.PAID.value if owed else ""
        return {"number": one, "outcome": outcome, "on": self.setting.context.today}

    def given(self) -> SettleOffer:
        said = self.cleaned_data
        return SettleOffer(
            number=int(said["number"]),
            outcome=Outcome(said["outcome"]),
            on=said["on"],
            proof=said["proof"],
            to_arrears=bool(said["to_arrears"]),
            consent=said["consent"],
        )


def described(offer: OfferFacts) -> str:
    """An offer in a list: "£150, stage 1, Mon 18 May 2026"."""
    kinds = listed([REMEDY[kind].lower() for kind in offer.kinds]) or "an offer"
    what = f"£{offer.pounds:,}" if offer.pounds else kinds.capitalize()
    return f"{what}, offered {short_date(offer.offered_on)}"
