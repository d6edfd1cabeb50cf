"""Who signs for somebody who is away."""

from typing import Any

from redress.web.desk.forms.base import Refusable
from redress.web.forms import Date, Select


class CoverForm(Refusable):
    """A colleague, and from when to when."""

    from_on = Date("First day")
    to_on = Date("Last day")

    def __init__(self, people: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", "Choose a colleague"), *people]
        who = Select("Who signs for you", choices, missing="Choose a colleague")
        self.fields = {"covered_by": who, **self.fields}
