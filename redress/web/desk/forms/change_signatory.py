"""Change how somebody who signed wants to hear of it."""

from typing import Any

from redress.rules.actions.change_signatory import ChangeSignatory
from redress.rules.facts_people import SignatoryFacts, Wish
from redress.rules.words_people import WISH
from redress.web.desk.forms.base import DeskForm, Group
from redress.web.forms import Checkboxes, Email, Lines, Radios, Select


class ChangeSignatoryForm(DeskForm):
    """Whom, their wish, and where they are reached."""

    wish = Radios("How they want to hear of it", WISH.items())
    email = Email(optional=True, autocomplete="off")
    address = Lines("Address", limit=400, rows=2, optional=True)
    leaves = Checkboxes("Their name", [("yes", "Take it off")], optional=True)

    def build(self) -> None:
        there = [each for each in self.case.signatories if each.left_on is None]
        self.there = {str(each.number): each for each in there}
        choices = [(number, each.name) for number, each in self.there.items()]
        self.fields["number"] = Select("Who", [("", "Choose"), *choices])
        self.order_fields(["number"])

    @property
    def chosen(self) -> SignatoryFacts | None:
        """The one whose link was followed."""
        return self.there.get(str(self.initial.get("number", "")))

    def first_values(self) -> dict[str, Any]:
        one = self.chosen
        if one is None:
            return {"wish": Wish.BY_CONTACT.value}
        return {"wish": one.wish.value, "email": one.email, "address": one.address}

    @property
    def groups(self) -> list[Group]:
        return [
            Group(self.bound("number", "wish")),
            Group(self.bound("email", "address"), "Where they are reached", beside=True),
            Group(self.bound("leaves")),
        ]

    def given(self) -> ChangeSignatory:
        said = self.cleaned_data
        return ChangeSignatory(
            number=int(said["number"]),
            wish=Wish(said["wish"]),
            address=said["address"],
            email=said["email"],
            leaves=bool(said["leaves"]),
        )
