"""Correct the day a complaint, or a request for stage 2, was received."""

from typing import Any

from redress.rules.actions.correct_received_date import CorrectReceivedDate
from redress.web.desk.forms.base import DeskForm
from redress.web.desk.forms.fields import RuledLong
from redress.web.forms import Date


class CorrectReceivedDateForm(DeskForm):
    """The right date of the stage that is running."""

    received_on = Date(
        "When it was received",
        past=True,
        hint="The day it first reached any member of staff.",
    )
    reason = RuledLong("How you know", hint="For example the date on an email.", rows=3)

    def first_values(self) -> dict[str, Any]:
        return {"received_on": self.case.stage.received_on}

    def given(self) -> CorrectReceivedDate:
        said = self.cleaned_data
        return CorrectReceivedDate(received_on=said["received_on"], reason=said["reason"])
