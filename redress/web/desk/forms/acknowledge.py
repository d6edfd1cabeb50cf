"""Acknowledge a complaint, or a request for stage 2, with its definition."""

from typing import Any

from redress.rules.actions.acknowledge import Acknowledge
from redress.web.desk.forms.base import DeskForm
from redress.web.desk.forms.fields import LetterText, issue_choices, numbers
from redress.web.forms import Checkboxes


class AcknowledgeForm(DeskForm):
    """Filled in beforehand from the issues and from what the resident wants."""

    definition = LetterText(
        "What we understand the complaint to be",
        hint="Written to the resident, who can correct it.",
    )
    outcome_sought = LetterText("What the resident wants to happen", rows=3)
    not_responsible = LetterText(
        "What we are not responsible for",
        hint="Say what, and who is. If there is nothing, write so.",
        rows=3,
    )

    def build(self) -> None:
        self.fields["not_ours"] = Checkboxes(
            "Issues that are not ours",
            issue_choices(self.case.issues_in),
            optional=True,
            hint="Leave all empty where every issue is ours to look into.",
        )

    def first_values(self) -> dict[str, Any]:
        stage = self.case.stage
        earlier = next((each.definition for each in self.case.stages if each.definition), "")
        from_issues = "\n".join(issue.summary for issue in self.case.issues_in)
        return {
            "definition": earlier or from_issues,
            "outcome_sought": stage.outcome_sought,
            "not_ours": [str(i.number) for i in self.case.issues_in if i.responsible is False],
        }

    def given(self) -> Acknowledge:
        said = self.cleaned_data
        return Acknowledge(
            definition=said["definition"],
            outcome_sought=said["outcome_sought"],
            not_responsible=said["not_responsible"],
            not_ours=numbers(said["not_ours"]),
        )
