"""Put a promised action off, and tell the resident."""

from typing import Any

from redress.rules.actions.move_action import MoveAction
from redress.rules.words import short_date
from redress.web.desk.forms.base import DeskForm
from redress.web.desk.forms.fields import LetterText
from redress.web.forms import Date, Radios


class MoveActionForm(DeskForm):
    """The actions still open, the new date, and why."""

    def build(self) -> None:
        owed = [action for action in self.case.actions if action.done_on is None]
        choices = [
            (str(a.number), f"{a.what} ({a.owner}, by {short_date(a.due_on)})") for a in owed
        ]
        self.fields["number"] = Radios("Which one", choices, missing="Select an action")
        self.fields["due_on"] = Date("New date")
        self.fields["why"] = LetterText(
            "Why it will be later", hint="Written to the resident, if it was promised.", rows=3
        )

    def first_values(self) -> dict[str, Any]:
        owed = [action.number for action in self.case.actions if action.done_on is None]
        return {"number": str(owed[0])} if len(owed) == 1 else {}

    def given(self) -> MoveAction:
        said = self.cleaned_data
        return MoveAction(number=int(said["number"]), due_on=said["due_on"], why=said["why"])
