"""Record a call, a visit or a note."""

from typing import Any

from redress.rules.actions.record_call import RecordCall
from redress.rules.facts import Choice
from redress.rules.words import CHOICE
from redress.web.desk.forms.base import DeskForm
from redress.web.desk.forms.fields import YES_NO, RuledLong
from redress.web.forms import Date, Radios, Select


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

    def build(self) -> None:
        if self.case.stage.number == 0:
            self.fields["choice"] = Select(
                "Did you ask whether they want to make a complaint?",
                [("", "Not asked"), *CHOICE.items()],
                optional=True,
                hint="If yes, raise the complaint from this request afterwards (Code 1.3).",
            )

    def first_values(self) -> dict[str, Any]:
        return {"on": self.setting.context.today}

    def given(self) -> RecordCall:
        said = self.cleaned_data
        chose = said.get("choice")
        return RecordCall(
            on=said["on"],
            reached=said["reached"] == "yes",
            note=said["note"],
            choice=Choice(chose) if chose else None,
        )
