"""Refuse to take a matter as a complaint, or to take it to stage 2."""

from dataclasses import dataclass

from redress.rules.actions.refuse import Refuse
from redress.rules.clocks import TimeTest, time_limit_to_complain
from redress.rules.facts import CaseFacts, IssueFacts
from redress.rules.grounds import NEVER, grounds
from redress.rules.policy import CodeEdition, Policy, TimeLimit
from redress.web.desk.forms.base import DeskForm
from redress.web.desk.forms.contacts import contacts_field
from redress.web.desk.forms.fields import (
    LetterText,
    RuledRadios,
    issue_choices,
    numbers,
)
from redress.web.forms import Checkboxes, Date, Text

NOT_ALLOWED = " (in the landlord’s policy, but the Code does not allow it: Code 2.2)"


@dataclass(frozen=True)
class TimeLimits:
    """One issue, tested against the landlord's own limit and against the Code's."""

    issue: IssueFacts
    landlord: TimeTest
    code: TimeTest


def time_tests(case: CaseFacts, policy: Policy, code: CodeEdition) -> list[TimeLimits]:
    """The time limit of each issue that is in: the landlord's and the Code's, both dates."""
    return [
        TimeLimits(
            issue, _tested(issue, case, policy.time_limit), _tested(issue, case, code.time_limit)
        )
        for issue in case.issues_in
    ]


def _tested(issue: IssueFacts, case: CaseFacts, limit: TimeLimit) -> TimeTest:
    return time_limit_to_complain(issue.occurred_on, issue.aware_on, case.received_on, limit)


class RefuseEscalationForm(DeskForm):
    """The grounds of the landlord's policy; those that the Code does not allow say so."""

    def build(self) -> None:
        known = grounds(self.setting.policy).items()
        choices = [(code, says + (NOT_ALLOWED if code in NEVER else "")) for code, says in known]
        self.fields["ground"] = RuledRadios("Ground", choices)
        self.fields["claim_filed_on"] = Date(
            "If a claim is at court: when claim form and particulars were filed",
            past=True,
            optional=True,
            called="The day the claim was filed",
        )
        self.fields["claim_shown_by"] = Text(
            "What shows that the claim was filed",
            optional=True,
            hint="For example the sealed claim form, claim number K0QZ.",
        )
        self.fields["reasons"] = LetterText(
            "Reasons",
            hint="How the ground fits this complaint. Written to the resident.",
        )
        self.fields["discretion"] = LetterText(
            "Was there a good reason to take it all the same?",
            hint="What you considered, such as illness or a good reason for a delay.",
            rows=3,
        )

    def given(self) -> Refuse:
        said = self.cleaned_data
        return Refuse(
            ground=said["ground"],
            reasons=said["reasons"],
            discretion=said["discretion"],
            issues=numbers(said.get("issues", ())),
            turn_to=tuple(said.get("turn_to", ())),
            claim_filed_on=said["claim_filed_on"],
            claim_shown_by=said["claim_shown_by"],
        )

    @property
    def time_tests(self) -> list[TimeLimits]:
        """The time limit of each issue that is in."""
        return time_tests(self.case, self.setting.policy, self.setting.code)


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
