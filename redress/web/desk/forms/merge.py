"""Merge a complaint into another about the same matter."""

from redress.rules.actions.merge import Merge
from redress.web.desk.forms.base import DeskForm
from redress.web.desk.forms.fields import RuledLong, RuledText


class MergeForm(DeskForm):
    """The complaint that stays, why, and how the resident was told."""

    other = RuledText("The complaint that stays", limit=40, hint="Its reference.")
    why = RuledLong("Why they are one matter", rows=2)
    told = RuledLong("How the resident was told", hint="When and by what way.", rows=2)

    def given(self) -> Merge:
        said = self.cleaned_data
        return Merge(other=said["other"], why=said["why"], told=said["told"])
