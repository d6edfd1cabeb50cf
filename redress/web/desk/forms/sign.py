"""Sign a response that waits: nothing is typed."""

from typing import Any

from redress.rules.actions.sign import Sign
from redress.web.desk.forms.base import DeskForm
from redress.web.forms import Hidden


class SignForm(DeskForm):
    """Which text is signed."""

    number = Hidden()

    def first_values(self) -> dict[str, Any]:
        return {"number": str(self.case.waiting.number if self.case.waiting else 0)}

    def given(self) -> Any:
        return Sign(number=number_of(self.cleaned_data["number"]))


def number_of(typed: str) -> int:
    """The number of a text; 0, which no text has, where it is none."""
    return int(typed) if typed.isdecimal() and len(typed) < 6 else 0
