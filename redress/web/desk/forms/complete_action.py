"""Mark a promised action as done, with what shows it."""

from typing import Any

from redress.rules.actions.complete_action import CompleteAction
from redress.rules.words import short_date
from redress.web.desk.forms.base import DeskForm
from redress.web.desk.forms.fields import RuledText
from redress.web.forms import Checkboxes, Date, Radios


class CompleteActionForm(DeskForm):
    """The actions still open."""

    def build(self) -> None:
        owed = [action for action in self.case.actions if action.done_on is None]
        choices = [
            (str(a.number), f"{a.what} ({a.owner}, by {short_date(a.due_on)})") for a in owed
        ]
        self.fields["number"] = Radios("Which action", choices, missing="Select an action")
        self.fields["done_on"] = Date("When it was done", past=True)
        self.fields["proof"] = RuledText(
            "What shows it", hint="A job number, a receipt, a photo’s name.", limit=500
        )

        told = (("yes", "Write to the resident that it is done"),)
        self.fields["tell"] = Checkboxes("The resident", told, optional=True)

    def first_values(self) -> dict[str, Any]:
        owed = [action.number for action in self.case.actions if action.done_on is None]
        one = str(owed[0]) if len(owed) == 1 else ""
        return {"number": one, "done_on": self.setting.context.today}

    def given(self) -> CompleteAction:
        said = self.cleaned_data
        return CompleteAction(
            number=int(said["number"]),
            done_on=said["done_on"],
            proof=said["proof"],
            tell=bool(said["tell"]),
        )
