"""Take a complaint to stage 2. Nobody has to say why."""

from typing import Any

from redress.rules.actions.escalate import Escalate
from redress.web.desk.forms.base import DeskForm
from redress.web.desk.forms.fields import CHANNELS
from redress.web.forms import Date, LongText, Radios


class EscalateForm(DeskForm):
    """The request as it came."""

    requested_on = Date(
        "When the resident asked",
        past=True,
        hint="The day it first reached any member of staff.",
    )
    channel = Radios("How it came in", CHANNELS)
    reasons = LongText(
        "Why they are not happy with the answer",
        optional=True,
        hint="They do not have to say. Do not ask for it before you take the request.",
        rows=3,
    )
    outcome_sought = LongText("What they want to happen", optional=True, rows=3)

    help_with = LongText(
        "What the service could put right meanwhile",
        optional=True,
        hint="A task for the service beside stage 2, if the resident would like it. Stage 2 begins "
        "now and waits for nothing.",
        rows=2,
    )

    def first_values(self) -> dict[str, Any]:
        return {"requested_on": self.setting.context.today}

    def given(self) -> Escalate:
        said = self.cleaned_data
        return Escalate(
            requested_on=said["requested_on"],
            channel=said["channel"],
            reasons=said["reasons"],
            outcome_sought=said["outcome_sought"],
            help_with=said["help_with"],
        )
