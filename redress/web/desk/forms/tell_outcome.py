"""Tell a member, or who may only hear the outcome, what was decided."""

from redress.rules.actions.tell_outcome import TellOutcome
from redress.rules.words import long_date
from redress.web.desk.forms.base import Group
from redress.web.desk.forms.fields import LetterText, issue_choices, numbers
from redress.web.desk.forms.on_a_representative import OnARepresentative
from redress.web.forms import Checkboxes

SAFE = (
    "Nothing that you do not tick goes in. Look for names, the address, health and money in what "
    "you tick."
)


class TellOutcomeForm(OnARepresentative):
    """What of the answer may be told in the words it has."""

    words = LetterText(
        "What else can be told", optional=True, rows=4, limit=2_000,
        hint="No name, address, health or money.",
    )  # fmt: skip

    def build(self) -> None:
        super().build()
        issues = issue_choices(self.case.issues_in)
        self.fields["issues"] = Checkboxes("Issues, with what was found", issues, optional=True)
        actions = [
            (str(each.number), f"{each.what}, by {long_date(each.due_on)}")
            for each in self.case.actions
            if not each.internal
        ]
        self.fields["actions"] = Checkboxes("What we promised", actions, optional=True)

    @property
    def groups(self) -> list[Group]:
        safe = [name for name in ("issues", "actions") if self.fields[name].choices]  # type: ignore[attr-defined]
        ticked = [Group(self.bound(*safe), "What is safe to tell", SAFE)] if safe else []
        return [Group(self.bound("number")), *ticked, Group(self.bound("words"))]

    def given(self) -> TellOutcome:
        said = self.cleaned_data
        return TellOutcome(
            number=int(said["number"]),
            issues=numbers(said["issues"]),
            actions=numbers(said["actions"]),
            words=said["words"],
        )
