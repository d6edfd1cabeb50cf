"""Add an issue: joined to the complaint, or split off as one of its own (Code 6.8)."""

from typing import Any

from redress.rules.actions.add_issue import AddIssue
from redress.rules.actions.receive import NewIssue
from redress.web.desk.forms import issues
from redress.web.desk.forms.base import DeskForm
from redress.web.desk.forms.fields import YES_NO, RuledLong, channel_field
from redress.web.forms import Date, Radios


class AddIssueForm(DeskForm):
    """The issue, and the two questions that decide where it goes."""

    places = {"summary": "issue_1_summary"}

    def build(self) -> None:
        issues.add_rows(self, 1, ruled=1)
        self.fields["raised_on"] = Date("When the resident raised it", past=True)
        self.fields["channel"] = channel_field()
        self.fields["related"] = Radios(
            "Is it part of the same matter?",
            YES_NO,
            missing="Select yes if the issue is part of the same matter",
        )
        self.fields["would_delay"] = Radios(
            "Would looking into it here delay the answer?",
            YES_NO,
            missing="Select yes if it would delay the answer",
            hint="If so, or if stage 1 is answered, it becomes a new complaint with its own dates.",
        )
        self.fields["why"] = RuledLong("Why", rows=3)

    def first_values(self) -> dict[str, Any]:
        return {"raised_on": self.setting.context.today}

    def given(self) -> AddIssue:
        said = self.cleaned_data
        (issue,) = issues.issues_in(said, 1) or (NewIssue(summary=""),)
        return AddIssue(
            issue=issue,
            raised_on=said["raised_on"],
            related=said["related"] == "yes",
            would_delay=said["would_delay"] == "yes",
            channel=said["channel"],
            why=said["why"],
        )
