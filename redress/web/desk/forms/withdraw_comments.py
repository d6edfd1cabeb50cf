"""Withdraw a request for comments."""

from redress.rules.actions.withdraw_comments import WithdrawComments
from redress.web.desk.forms.requests import OnARequest
from redress.web.forms import Text


class WithdrawCommentsForm(OnARequest):
    """The reason stays here; the message says only that nothing is needed any more."""

    why = Text("Why", optional=True, hint="For the record. Not sent.", limit=500)

    def given(self) -> WithdrawComments:
        said = self.cleaned_data
        return WithdrawComments(number=int(said["number"]), why=said["why"])
