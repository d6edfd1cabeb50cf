"""Ask the resident for clarification."""

from typing import Any

from redress.rules.actions.ask_clarification import AskClarification, still_by
from redress.web.desk.forms.base import DeskForm
from redress.web.desk.forms.fields import LetterText
from redress.web.forms import Date


class AskClarificationForm(DeskForm):
    """The questions, and by when an answer helps."""

    questions = LetterText("What we want to ask", hint="One question on each line.", rows=4)
    answer_by = Date("Answer wanted by", hint="A day that leaves time to use the answer.")

    @property
    def still_by(self) -> str:
        """What the letter says of the date that does not move."""
        return still_by(self.case)

    def given(self) -> AskClarification:
        said: dict[str, Any] = self.cleaned_data
        lines = said["questions"].split("\n")
        return AskClarification(
            questions=tuple(line.strip().removeprefix("- ") for line in lines if line.strip()),
            answer_by=said["answer_by"],
        )
