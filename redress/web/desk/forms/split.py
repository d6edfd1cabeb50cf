"""Split issues off as a complaint of their own."""

from redress.rules.actions.split import Split
from redress.web.desk.forms.base import DeskForm
from redress.web.desk.forms.fields import RuledLong, issue_choices, numbers
from redress.web.forms import Checkboxes


class SplitForm(DeskForm):
    """The issues to tick, and why they are better answered apart."""

    def build(self) -> None:
        choices = issue_choices(self.case.issues_in)
        self.fields["issues"] = Checkboxes("Issues that go", choices, optional=True)
        self.fields["why"] = RuledLong("Why they are better answered apart", rows=2)

    def given(self) -> Split:
        return Split(issues=numbers(self.cleaned_data["issues"]), why=self.cleaned_data["why"])
