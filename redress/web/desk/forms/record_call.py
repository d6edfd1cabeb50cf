"""Record a call, a visit, a meeting, a case conference or a note."""

from typing import Any

from redress.rules.actions.record_call import RecordCall
from redress.rules.facts import Choice, Contact
from redress.rules.words import CHOICE, CONTACT
from redress.web.desk.forms.base import DeskForm, Group
from redress.web.desk.forms.fields import YES_NO, RuledLong
from redress.web.forms import Date, LongText, Radios, Select, Text


class RecordCallForm(DeskForm):
    """Kept for colleagues; nothing here is sent to the resident."""

    what = Select("What it was", CONTACT.items())
    on = Date("When", past=True)
    reached = Radios(
        "Did you speak to the resident?",
        YES_NO,
        missing="Select yes if you spoke to the resident",
        hint="An attempt that reached nobody is worth keeping too. A note for colleagues: no.",
    )
    note = RuledLong("What was said or seen", hint="Not sent to the resident.")
    accompanied_by = Text(
        "Who was with the resident",
        optional=True,
        hint="A friend, an interpreter, whoever speaks for them. Anybody may be (Code 3.6).",
    )
    outcome = LongText(
        "What came of it", optional=True, hint="What was agreed, and who does what next.", rows=3
    )

    def build(self) -> None:
        if self.case.stage.number == 0:
            self.fields["choice"] = Select(
                "Did you ask whether they want to make a complaint?",
                [("", "Not asked"), *CHOICE.items()],
                optional=True,
                hint="If yes, raise the complaint from this request afterwards (Code 1.3).",
            )

    def first_values(self) -> dict[str, Any]:
        return {"what": Contact.CALL.value, "on": self.setting.context.today}

    @property
    def groups(self) -> list[Group]:
        """What a note always has, then what a visit or a meeting has besides."""
        more = ("accompanied_by", "outcome")
        first = [field for field in self.visible_fields() if field.name not in more]
        return [
            Group(first),
            Group(self.bound(*more), "Who came along, and what came of it", folded=True),
        ]

    def given(self) -> RecordCall:
        said = self.cleaned_data
        chose, what = said.get("choice"), Contact(said["what"])
        reached = said["reached"] == "yes"
        return RecordCall(
            what=what,
            on=said["on"],
            reached=None if what is Contact.NOTE and not reached else reached,
            note=said["note"],
            accompanied_by=said["accompanied_by"],
            outcome=said["outcome"],
            choice=Choice(chose) if chose else None,
        )
