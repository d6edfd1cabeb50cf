"""Log a complaint: triage, and its issues one by one."""

from typing import Any

from redress.rules.actions.log import Log
from redress.rules.facts import Tenure
from redress.rules.words import TENURE
from redress.web.desk.forms import issues
from redress.web.desk.forms.base import Group
from redress.web.desk.forms.classify import ClassifyForm
from redress.web.desk.forms.fields import risks_field
from redress.web.forms import Select

ROWS = 3


class LogForm(ClassifyForm):
    """Triage of a new complaint. Asks for no issue where the case has one already."""

    places = {"issues": "issue_1_summary"}

    def build(self) -> None:
        super().build()
        self.fields["tenure"] = Select(
            "Resident’s tenure on the day it was received",
            [("", "Not known"), *TENURE.items()],
            optional=True,
        )
        self.fields["risks"] = risks_field()
        issues.add_rows(self, ROWS, ruled=0 if self.case.issues else 1)

    def first_values(self) -> dict[str, Any]:
        case = self.case
        return {
            **super().first_values(),
            "tenure": case.tenure or "",
            "risks": list(case.risks),
        }

    @property
    def groups(self) -> list[Group]:
        """Where it belongs, what the resident is at risk of, then a group an issue."""
        have = len(self.case.issues)
        hint = "Only if there is more than is on the case already." if have else ""
        rows = issues.groups(self, ROWS, hint, first=have + 1, folded=bool(have))
        first = Group([*self._first(), *self.bound("tenure", "risks")], beside=True)
        return [first, *rows, *self._more()]

    def given(self) -> Log:
        said = self.cleaned_data
        return Log(
            **self.classification(),
            tenure=Tenure(said["tenure"]) if said["tenure"] else None,
            issues=issues.issues_in(said, ROWS),
            risks=tuple(said["risks"]),
        )
