"""Tag a case, or take its tags off."""

from typing import Any

from redress.rules.actions.tag import LONGEST, Tag
from redress.web.desk.forms.base import DeskForm
from redress.web.desk.forms.fields import RuledText
from redress.web.forms import Checkboxes


class TagForm(DeskForm):
    """A new tag, and those to take off."""

    tag = RuledText(
        "New tag", limit=LONGEST, optional=True, hint="A few words, for example “Friday meeting”."
    )

    def build(self) -> None:
        if self.case.tags:
            choices = [(tag, tag) for tag in self.case.tags]
            self.fields["remove"] = Checkboxes("Take off", choices, optional=True)

    def given(self) -> Tag:
        said: dict[str, Any] = self.cleaned_data
        return Tag(add=(said["tag"],), remove=tuple(said.get("remove", ())))
