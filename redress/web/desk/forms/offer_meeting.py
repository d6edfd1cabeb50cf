"""Record that the group was offered a meeting."""

from typing import Any

from redress.rules.actions.offer_meeting import OfferMeeting
from redress.web.desk.forms.base import DeskForm
from redress.web.desk.forms.fields import RuledText
from redress.web.forms import Date, Text


class OfferMeetingForm(DeskForm):
    """When, how, and what they said."""

    on = Date("When it was offered", past=True)
    how = RuledText("How, and to whom", hint="Such as: by phone, to the contact.", limit=500)
    answer = Text("What they said", optional=True, limit=500)

    def first_values(self) -> dict[str, Any]:
        return {"on": self.setting.context.today}

    def given(self) -> OfferMeeting:
        said = self.cleaned_data
        return OfferMeeting(on=said["on"], how=said["how"], answer=said["answer"])
