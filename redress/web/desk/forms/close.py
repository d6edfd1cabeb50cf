"""Close a case when nothing is owed any more."""

from redress.rules.actions.close import Close
from redress.web.desk.forms.base import DeskForm
from redress.web.forms import LongText


class CloseForm(DeskForm):
    """Nothing is asked."""

    note = LongText("Note", optional=True, hint="Not sent to the resident.", rows=3)

    def given(self) -> Close:
        return Close(note=self.cleaned_data["note"])
