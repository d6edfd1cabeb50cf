"""Mark what a case waits for, or that it has come."""

from typing import Any

from redress.rules.actions.wait import Wait
from redress.rules.facts import Awaited
from redress.rules.words import AWAITED
from redress.web.desk.forms.base import DeskForm
from redress.web.desk.forms.fields import RuledLong, RuledRadios
from redress.web.forms import Date

NOTHING = "nothing"


class WaitForm(DeskForm):
    """What, since when and why; with "nothing" where the case is marked already."""

    def build(self) -> None:
        choices = [(each.value, words.capitalize()) for each, words in AWAITED.items()]
        if self.case.awaits:
            choices.append((NOTHING, "Nothing any more: it has come, or is no longer needed"))
        self.fields["whom"] = RuledRadios("What does the case wait for?", choices)
        self.fields["since"] = Date("Since", past=True)
        self.fields["why"] = RuledLong(
            "Why", hint="What has to come before we can go on. Seen by colleagues only.", rows=3
        )

    def first_values(self) -> dict[str, Any]:
        case = self.case
        return {
            "whom": case.awaits.value if case.awaits else "",
            "since": case.awaits_since or self.setting.context.today,
            "why": case.awaits_why,
        }

    def given(self) -> Wait:
        said = self.cleaned_data
        whom = said["whom"]
        awaited = Awaited(whom) if whom and whom != NOTHING else None
        return Wait(whom=awaited, since=said["since"], why=said["why"])
