"""Give the case to a named handler."""

from redress.rules.access import CASEWORK
from redress.rules.actions.allocate import Allocate
from redress.rules.words import short_date
from redress.web.desk.forms.base import DeskForm
from redress.web.forms import Select

CONSIDERED = "not suitable: considered stage 1 (Code 6.13)"
CONFLICT = "not suitable: has a conflict of interest (Code 5.8)"
NOT_TRAINED = "no training noted (Code 4.3)"
OVERDUE = "refresher overdue since {day} (Code 4.3)"


class AllocateForm(DeskForm):
    """Colleagues who do casework for this landlord; at stage 2 those who are suitable first."""

    def build(self) -> None:
        self.people = dict(self.setting.people(*CASEWORK))
        listed = self.people if self.case.stage.number != 2 else self._at_stage_2()
        untrained = self._untrained()
        listed = {who: " – ".join((name, *untrained.get(who, ()))) for who, name in listed.items()}
        self.fields["handler"] = Select(
            "Who will handle it", listed.items(), missing="Select a colleague"
        )

    def _untrained(self) -> dict[str, tuple[str]]:
        """Whose training is not noted or overdue, and why. It warns, unless the policy bars it."""
        due, today = self.setting.refreshers(), self.setting.context.today
        if not due:  # the landlord notes nobody's training here
            return {}
        never = {who: (NOT_TRAINED,) for who in self.people if who and int(who) not in due}
        late = {
            str(who): (OVERDUE.format(day=short_date(on)),) for who, on in due.items() if on < today
        }
        return never | late

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
