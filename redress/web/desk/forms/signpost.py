"""Point to somebody else who can help."""

from redress.rules.actions.signpost import Signpost
from redress.web.desk.forms.base import DeskForm
from redress.web.desk.forms.contacts import contacts_field
from redress.web.desk.forms.fields import LetterText
from redress.web.forms import Checkboxes

HANDED_OVER = (("yes", "We have told them ourselves"),)


class SignpostForm(DeskForm):
    """What it is about, and who."""

    matter = LetterText("What this is about", hint="Written to the resident.", rows=3)

    def build(self) -> None:
        self.fields["turn_to"] = contacts_field(self.setting, optional=True)
        self.fields["passed_on"] = Checkboxes("Passed on", HANDED_OVER, optional=True)

    def given(self) -> Signpost:
        said = self.cleaned_data
        return Signpost(
            matter=said["matter"],
            turn_to=tuple(said["turn_to"]),
            passed_on=bool(said["passed_on"]),
        )
