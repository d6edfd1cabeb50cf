"""Log a complaint: where it belongs, and its issues one by one."""

from typing import Any

from redress.rules.actions.log import Log
from redress.rules.facts import Tenure
from redress.rules.words import TENURE
from redress.web.desk.forms import issues
from redress.web.desk.forms.base import DeskForm, Group
from redress.web.desk.forms.fields import RuledText, risks_field
from redress.web.forms import Select, Text

ROWS = 3


class LogForm(DeskForm):
    """Asks for no issue where the case has one already."""

    service = RuledText("Service it is about", hint="For example Repairs.", limit=120)
    category = Text("What kind of problem", hint="For example leak.", limit=120, optional=True)
    tenure = Select(
        "Resident’s tenure on the day it was received",
        [("", "Not known"), *TENURE.items()],
        optional=True,
    )
    risks = risks_field()
    places = {"issues": "issue_1_summary"}

    def build(self) -> None:
        have = self.case.issues
        issues.add_rows(self, ROWS, ruled=0 if have else 1)

    def first_values(self) -> dict[str, Any]:
        case = self.case
        return {
            "service": case.service,
            "category": case.category,
            "tenure": case.tenure or "",
            "risks": list(case.risks),
        }

    @property
    def groups(self) -> list[Group]:
        """Where it belongs, then a group an issue."""
        have = len(self.case.issues)
        hint = "Only if there is more than is on the case already." if have else ""
        return [
            Group(self.bound("service", "category", "tenure", "risks"), beside=True),
            *issues.groups(self, ROWS, hint, first=have + 1),
        ]

    def given(self) -> Log:
        said = self.cleaned_data
        return Log(
            service=said["service"],
            category=said["category"],
            tenure=Tenure(said["tenure"]) if said["tenure"] else None,
            issues=issues.issues_in(said, ROWS),
            risks=tuple(said["risks"]),
        )
