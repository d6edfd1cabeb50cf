"""Extend the time for a response, and tell the resident why."""

from typing import Any

from redress.rules.actions.extend import Extend
from redress.rules.clocks import Furthest, furthest
from redress.rules.decision import calendar_of
from redress.rules.facts import Clock, DeadlineFacts
from redress.web.desk.forms.base import DeskForm, Group
from redress.web.desk.forms.fields import LetterText, RuledRadios, person
from redress.web.forms import Checkboxes, Date, LongText, Select

ASKED = (("", "Not asked"), ("yes", "Yes"), ("no", "No"))
CARRIES = (("yes", "The letter gives the Housing Ombudsman’s details"),)


class ExtendForm(DeskForm):
    """The page shows the date the resident has now, and the furthest it may go."""

    new_date = Date("New date")
    reason = LetterText("Why more time is needed", hint="Written to the resident.", rows=3)
    agreed = RuledRadios("Has the resident agreed?", ASKED)
    ombudsman_details = Checkboxes("The Housing Ombudsman", CARRIES, optional=True)
    good_reason = LongText("Good reason for going further", optional=True, rows=3)

    def build(self) -> None:
        self.fields["approved_by"] = Select("Approved by", self.setting.approvers(), optional=True)

    def first_values(self) -> dict[str, Any]:
        month = self.deadline.due_on if self.deadline else None  # that of the date they have now
        typed = ("", str(month.month), str(month.year)) if month else ("", "", "")
        return {"ombudsman_details": ["yes"], "agreed": "", "new_date": typed}

    @property
    def deadline(self) -> DeadlineFacts | None:
        """The response date as the resident has it."""
        return self.case.deadline(self.case.stage.number, Clock.RESPOND)

    @property
    def furthest(self) -> Furthest | None:
        """How far it may go without good reason."""
        setting, number = self.setting, self.case.stage.number
        if self.deadline is None:
            return None
        return furthest(
            self.deadline,
            stage_policy=setting.policy.stage(number),
            code_stage=setting.code.stage(number),
            calendar=calendar_of(setting.policy),
        )

    @property
    def groups(self) -> list[Group]:
        """The letter first; what only a longer extension needs comes last."""
        return [
            Group(self.bound("new_date", "reason", "agreed", "ombudsman_details")),
            Group(
                self.bound("good_reason", "approved_by"),
                "Only if it must go beyond the furthest date",
                "Both are needed then.",
            ),
        ]

    def given(self) -> Extend:
        said = self.cleaned_data
        return Extend(
            new_date=said["new_date"],
            reason=said["reason"],
            ombudsman_details=bool(said["ombudsman_details"]),
            agreed={"yes": True, "no": False}.get(said["agreed"]),
            good_reason=said["good_reason"],
            approved_by=person(said["approved_by"]),
        )
