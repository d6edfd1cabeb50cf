"""Declare a conflict of interest in a case, or that there is none."""

from typing import Any

from redress.rules.access import CASEWORK, TEAM
from redress.rules.actions.declare_conflict import DeclareConflict
from redress.web.desk.forms.base import DeskForm
from redress.web.desk.forms.fields import RuledLong
from redress.web.forms import Radios, Select

ANSWERS = (("no", "No conflict of interest"), ("yes", "A conflict of interest"))


class DeclareConflictForm(DeskForm):
    """For oneself; the complaints team may speak for a colleague."""

    def build(self) -> None:
        actor = self.setting.context.actor
        self.people = {str(actor.id): actor.name}
        if actor.roles & TEAM:
            self.people |= dict(self.setting.people(*CASEWORK))
            self.people.pop("", None)
        self.fields["person"] = Select("Who", self.people.items())
        self.fields["conflict"] = Radios("In this case they have", ANSWERS)
        self.fields["about"] = RuledLong(
            "What the conflict is", hint="Only where there is one.", rows=2, optional=True
        )

    def first_values(self) -> dict[str, Any]:
        return {"person": str(self.setting.context.actor.id)}

    def given(self) -> DeclareConflict:
        said = self.cleaned_data
        return DeclareConflict(
            person=int(said["person"]),
            person_name=self.people[said["person"]],
            conflict=said["conflict"] == "yes",
            about=said["about"],
        )
