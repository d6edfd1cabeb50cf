"""Raise a complaint where the resident is unhappy with a request, or with its answer."""

from typing import Any

from redress.rules.actions.raise_complaint import RaiseComplaint
from redress.web.desk.forms.base import DeskForm
from redress.web.desk.forms.fields import RuledLong
from redress.web.forms import Date


class RaiseComplaintForm(DeskForm):
    """What they said, and from when it counts."""

    dissatisfaction = RuledLong("What the resident is unhappy about", hint="In their own words.")
    received_on = Date(
        "When the complaint was received",
        past=True,
        hint="The day they said they were unhappy: the first contact, if they did so then.",
    )

    def first_values(self) -> dict[str, Any]:
        return {"received_on": self.setting.context.today}

    def given(self) -> RaiseComplaint:
        said = self.cleaned_data
        return RaiseComplaint(
            dissatisfaction=said["dissatisfaction"], received_on=said["received_on"]
        )
