"""What the forms about one request for comments share: the requests that are still open."""

from typing import Any

from redress.rules.facts_comments import CommentFacts
from redress.rules.words import short_date
from redress.web.desk.forms.base import DeskForm
from redress.web.forms import Radios


class OnARequest(DeskForm):
    """Which request it is: the one whose link was followed, or the only one there is."""

    def build(self) -> None:
        self.open = [asked for asked in self.case.comments if asked.is_open]
        choices = [(str(asked.number), described(asked)) for asked in self.open]
        self.fields["number"] = Radios("Which request", choices, missing="Select a request")
        self.order_fields(["number"])

    def first_values(self) -> dict[str, Any]:
        return {"number": str(self.open[0].number) if len(self.open) == 1 else ""}

    @property
    def asked(self) -> CommentFacts | None:
        """The request chosen before anything is typed."""
        chosen = self.initial.get("number") or self.fields["number"].initial
        return next((each for each in self.open if str(each.number) == chosen), None)


def described(asked: CommentFacts) -> str:
    """Somebody who was asked, in a list: "Sam Roy, Axis Roofing, by Tue 26 May 2026"."""
    who = ", ".join(part for part in (asked.name, asked.organisation) if part)
    return f"{who}, by {short_date(asked.due_on)}"
