"""Open a case again, with its original dates."""

from redress.rules.actions.reopen import Reopen
from redress.web.desk.forms.base import DeskForm
from redress.web.desk.forms.fields import RuledLong


class ReopenForm(DeskForm):
    """Why."""

    reason = RuledLong(
        "Why it is opened again",
        hint="For example: the Housing Ombudsman asked us to, or the work was not done.",
        rows=3,
    )

    def given(self) -> Reopen:
        return Reopen(reason=self.cleaned_data["reason"])
