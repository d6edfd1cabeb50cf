"""What the forms about one representative share: those who have not ended."""

from typing import Any

from redress.rules.facts_people import RepresentativeFacts
from redress.rules.words_people import SPEAKS_AS
from redress.web.desk.forms.base import DeskForm
from redress.web.forms import Radios


class OnARepresentative(DeskForm):
    """Whom it is about: the one whose link was followed, or the only one there is."""

    def build(self) -> None:
        choices = [(str(each.number), described(each)) for each in self.there]
        self.fields["number"] = Radios("Who", choices, missing="Select who it is")
        self.order_fields(["number"])

    def first_values(self) -> dict[str, Any]:
        return {"number": str(self.there[0].number) if len(self.there) == 1 else ""}

    @property
    def there(self) -> list[RepresentativeFacts]:
        """Those who have not ended."""
        return [each for each in self.case.representatives if each.ended_on is None]

    @property
    def chosen(self) -> RepresentativeFacts | None:
        """The one chosen before anything is typed."""
        number = self.initial.get("number") or self.fields["number"].initial
        return next((each for each in self.there if str(each.number) == number), None)


def described(each: RepresentativeFacts) -> str:
    """A representative in a list: "Joy Osei, Relative"."""
    return f"{each.name}, {SPEAKS_AS[each.kind]}"
