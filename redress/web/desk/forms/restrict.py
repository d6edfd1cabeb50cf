"""Say who may see a case."""

from typing import Any

from redress.rules.access import READERS
from redress.rules.actions.restrict import Restrict
from redress.web.desk.forms.base import DeskForm
from redress.web.desk.forms.fields import RuledLong
from redress.web.forms import Checkboxes


class RestrictForm(DeskForm):
    """Everyone who reads cases, to tick; nobody ticked lifts the restriction."""

    def build(self) -> None:
        self.people = dict(self.setting.people(*READERS))
        self.people.pop("", None)
        self.fields["people"] = Checkboxes(
            "Who may see it",
            self.people.items(),
            optional=True,
            hint="You and the handler always may. Tick nobody to lift a restriction.",
        )
        self.fields["reason"] = RuledLong("Why", rows=2)

    def first_values(self) -> dict[str, Any]:
        return {"people": [str(person) for person in self.case.named]}

    def given(self) -> Restrict:
        said = self.cleaned_data
        chosen = tuple((int(number), self.people[number]) for number in said["people"])
        return Restrict(people=chosen, reason=said["reason"])
