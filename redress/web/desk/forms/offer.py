"""Offer to put things right now."""

from redress.rules.actions.offer import Offer
from redress.web.desk.forms.base import DeskForm
from redress.web.desk.forms.offers import offer_fields, offered


class OfferForm(DeskForm):
    """The same fields as in a response, and nothing else."""

    def build(self) -> None:
        self.fields.update(offer_fields())

    def given(self) -> Offer:
        return Offer(offered=offered(self.cleaned_data))
