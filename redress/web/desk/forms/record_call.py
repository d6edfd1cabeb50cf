"""Record a call, a visit or a note."""

from typing import Any

from redress.rules.actions.record_call import RecordCall
from redress.web.desk.forms.base import DeskForm
from redress.web.desk.forms.fields import YES_NO, RuledLong
from redress.web.forms import Date, Radios


class RecordCallForm(DeskForm):
    """Kept for colleagues; nothing here is sent to the resident."""

    on = Date("When", past=True)
    reached = Radios(
        "Did you speak to the resident?",
        YES_NO,
        missing="Select yes if you spoke to the resident",
        hint="An attempt that reached nobody is worth keeping too.",
    )
    note = RuledLong("What was said or seen", hint="Not sent to the resident.")

    def first_values(self) -> dict[str, Any]:
        return {"on": self.setting.context.today}

    def given(self) -> RecordCall:
        said = self.cleaned_data
        return RecordCall(on=said["on"], reached=said["reached"] == "yes", note=said["note"])
