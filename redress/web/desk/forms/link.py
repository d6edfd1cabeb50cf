"""Link a case to another, or to a repair, a tenancy or another matter outside."""

from typing import Any

from redress.rules.actions.link import CHOSEN, LONGEST, Link
from redress.rules.facts import Tie
from redress.rules.words import TIE
from redress.web.desk.forms.base import DeskForm
from redress.web.desk.forms.fields import RuledText
from redress.web.forms import Radios, Text

LINK, UNTIE = "link", "untie"


class LinkForm(DeskForm):
    """The other one, how they belong together, and why; or a link to take away."""

    other = RuledText(
        "The other case or matter",
        limit=LONGEST,
        hint="A reference, or words such as Repairs job 4411.",
    )
    tie = Radios("How they belong together", [(tie.value, TIE[tie].capitalize()) for tie in CHOSEN])
    about = Text("Why", limit=200, optional=True)

    def build(self) -> None:
        if self.case.links:
            ways = ((LINK, "Link the two"), (UNTIE, "Take the link away"))
            self.fields["way"] = Radios("What to do", ways)

    def first_values(self) -> dict[str, Any]:
        return {"tie": Tie.RELATED.value} | ({"way": LINK} if self.case.links else {})

    def given(self) -> Link:
        said = self.cleaned_data
        tie, untie = Tie(said["tie"]), said.get("way") == UNTIE
        return Link(other=said["other"], tie=tie, about=said["about"], untie=untie)
