"""Send an update on a complaint that is not answered yet."""

from typing import Any

from redress.rules.actions.send_update import SendUpdate, where_we_are
from redress.rules.decision import calendar_of
from redress.web.desk.forms.base import DeskForm
from redress.web.desk.forms.fields import LetterText, RuledRadios
from redress.web.forms import Date

ASKED = (("", "Not asked"), ("yes", "Yes"), ("no", "No"))


class SendUpdateForm(DeskForm):
    """What has happened, what comes next, when they hear again."""

    what_happened = LetterText("What has happened", hint="Since we last wrote.", rows=4)
    what_next = LetterText("What we will do next", rows=4)
    write_by = Date("We write again by", hint="We write by then even if there is nothing new.")
    agreed = RuledRadios("Has the resident agreed to hear again then?", ASKED)

    def first_values(self) -> dict[str, Any]:
        every, context = self.case.update_every, self.setting.context
        if every is None:
            return {"agreed": ""}
        next_one = calendar_of(self.setting.policy).add(context.today, every)
        return {"agreed": "yes", "write_by": next_one}  # as it was agreed

    @property
    def where_we_are(self) -> str:
        """What the letter says of the response date."""
        return where_we_are(self.case, self.setting.context.today)

    def given(self) -> SendUpdate:
        said = self.cleaned_data
        return SendUpdate(
            what_happened=said["what_happened"],
            what_next=said["what_next"],
            write_by=said["write_by"],
            agreed={"yes": True, "no": False}.get(said["agreed"]),
        )
