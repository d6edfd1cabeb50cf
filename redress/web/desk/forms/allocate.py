"""Give the case to a named handler."""

from redress.rules.access import CASEWORK
from redress.rules.actions.allocate import Allocate
from redress.web.desk.forms.base import DeskForm
from redress.web.forms import Select

CONSIDERED = "not suitable: considered stage 1 (Code 6.13)"
CONFLICT = "not suitable: has a conflict of interest (Code 5.8)"


class AllocateForm(DeskForm):
    """Colleagues who do casework for this landlord; at stage 2 those who are suitable first."""

    def build(self) -> None:
        self.people = dict(self.setting.people(*CASEWORK))
        listed = self.people if self.case.stage.number != 2 else self._at_stage_2()
        self.fields["handler"] = Select(
            "Who will handle it", listed.items(), missing="Select a colleague"
        )

    def _at_stage_2(self) -> dict[str, str]:
        """Each with the organisation and team they work for; last those who considered stage 1 or
        have a conflict of interest, with why (Code 6.13, 5.8c). The rules judge whoever is chosen.
        """
        apart = dict.fromkeys(map(str, self.case.considered_stage_1), CONSIDERED)
        apart |= dict.fromkeys(map(str, self.case.conflicted), CONFLICT)
        works_for = {str(number): said for number, said in self.setting.employers().items()}
        words = {
            number: " – ".join(filter(None, (name, works_for.get(number), apart.get(number))))
            for number, name in self.people.items()
        }
        return dict(sorted(words.items(), key=lambda choice: choice[0] in apart))

    def given(self) -> Allocate:
        chosen = self.cleaned_data["handler"]
        return Allocate(handler=int(chosen), handler_name=self.people[chosen])
