"""Share adverse findings for comment."""

from datetime import date

from redress.rules.actions.share_findings import ShareFindings
from redress.rules.facts import Clock
from redress.web.desk.forms.base import DeskForm
from redress.web.desk.forms.fields import LetterText
from redress.web.forms import Date


class ShareFindingsForm(DeskForm):
    """The findings, and until when the resident can comment."""

    findings = LetterText(
        "What we think we have found",
        hint="What goes against the resident, and on what evidence. It is not decided yet.",
        rows=8,
    )
    comment_by = Date("They can comment until")

    @property
    def latest(self) -> date | None:
        """The last day for comment: the response date, which does not move."""
        deadline = self.case.deadline(self.case.stage.number, Clock.RESPOND)
        return deadline.due_on if deadline else None

    @property
    def is_promised(self) -> bool:
        """Whether the landlord's policy promises it."""
        return self.setting.policy.stage(self.case.stage.number).comment_on_adverse_findings

    def given(self) -> ShareFindings:
        said = self.cleaned_data
        return ShareFindings(findings=said["findings"], comment_by=said["comment_by"])
