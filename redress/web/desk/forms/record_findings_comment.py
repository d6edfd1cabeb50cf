"""Record what the resident says about adverse findings."""

from typing import Any

from redress.rules.actions.record_findings_comment import RecordFindingsComment
from redress.web.desk.forms.base import DeskForm
from redress.web.desk.forms.fields import RuledLong
from redress.web.forms import Date


class RecordFindingsCommentForm(DeskForm):
    """Their words, and the day they came."""

    comment = RuledLong("What the resident says", hint="In their own words.")
    came_on = Date("The day it came", past=True)

    def first_values(self) -> dict[str, Any]:
        return {"came_on": self.setting.context.today}

    def given(self) -> RecordFindingsComment:
        said = self.cleaned_data
        return RecordFindingsComment(comment=said["comment"], came_on=said["came_on"])
