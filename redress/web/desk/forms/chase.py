"""Remind the handler."""

from redress.rules.actions.chase import Chase
from redress.web.desk.forms.base import DeskForm
from redress.web.forms import Lines


class ChaseForm(DeskForm):
    """What the reminder says besides the date."""

    note = Lines(
        "What to say",
        limit=1_000,
        optional=True,
        hint="It goes by e-mail: say nothing there about the resident.",
    )

    def given(self) -> Chase:
        return Chase(note=self.cleaned_data["note"])
