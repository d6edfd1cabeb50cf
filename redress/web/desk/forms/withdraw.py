"""Withdraw a complaint, at the resident's wish."""

from redress.rules.actions.withdraw import Withdraw
from redress.web.desk.forms.base import DeskForm
from redress.web.desk.forms.fields import RuledLong


class WithdrawForm(DeskForm):
    """How the resident said so."""

    how = RuledLong(
        "How the resident told us",
        hint="When and by what way, and why where they gave a reason.",
        rows=3,
    )

    def given(self) -> Withdraw:
        return Withdraw(how=self.cleaned_data["how"])
