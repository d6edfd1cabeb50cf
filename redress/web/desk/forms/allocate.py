"""Give the case to a named handler."""

from redress.rules.access import CASEWORK
from redress.rules.actions.allocate import Allocate
from redress.web.desk.forms.base import DeskForm
from redress.web.forms import Select


class AllocateForm(DeskForm):
    """Colleagues who do casework for this landlord."""

    def build(self) -> None:
        self.people = dict(self.setting.people(*CASEWORK))
        self.fields["handler"] = Select(
            "Who will handle it", self.people.items(), missing="Select a colleague"
        )

    def given(self) -> Allocate:
        chosen = self.cleaned_data["handler"]
        return Allocate(handler=int(chosen), handler_name=self.people[chosen])
