"""Refuse to take a matter as a complaint, or to take it to stage 2."""

from redress.rules.actions.refuse import Refuse
from redress.rules.grounds import NEVER, grounds
from redress.web.desk.forms.base import DeskForm
from redress.web.desk.forms.contacts import contacts_field
from redress.web.desk.forms.fields import (
    LetterText,
    RuledRadios,
    RuledSelect,
    issue_choices,
    numbers,
    person,
)
from redress.web.forms import Checkboxes

NOT_ALLOWED = " (in the landlord’s policy, but the Code does not allow it: Code 2.2)"


class RefuseEscalationForm(DeskForm):
    """The grounds of the landlord's policy; those that the Code does not allow say so."""

    def build(self) -> None:
        known = grounds(self.setting.policy).items()
        choices = [(code, says + (NOT_ALLOWED if code in NEVER else "")) for code, says in known]
        self.fields["ground"] = RuledRadios("Ground", choices)
        self.fields["reasons"] = LetterText(
            "Reasons",
            hint="How the ground fits this complaint. Written to the resident.",
        )
        self.fields["discretion"] = LetterText(
            "Was there a good reason to take it all the same?",
            hint="What you considered, such as illness or a good reason for a delay.",
            rows=3,
        )
        self.fields["approved_by"] = RuledSelect(
            "Approved by",
            self.setting.approvers(),
            hint="A second person who has read it and agrees.",
        )

    def given(self) -> Refuse:
        said = self.cleaned_data
        return Refuse(
            ground=said["ground"],
            reasons=said["reasons"],
            discretion=said["discretion"],
            approved_by=person(said["approved_by"]),
            issues=numbers(said.get("issues", ())),
            turn_to=tuple(said.get("turn_to", ())),
        )


class RefuseForm(RefuseEscalationForm):
    """The whole complaint, or some of its issues."""

    def build(self) -> None:
        super().build()
        issues = issue_choices(self.case.issues_in)
        if len(issues) > 1:
            self.fields["issues"] = Checkboxes(
                "Which issues",
                issues,
                optional=True,
                hint="Leave all empty to refuse the whole complaint.",
            )
        self.fields["turn_to"] = contacts_field(self.setting, optional=True)
