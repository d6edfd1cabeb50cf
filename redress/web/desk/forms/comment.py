"""Put an answer on the case for somebody who gave it by telephone or in another way."""

from typing import Any

from redress.rules.actions.comment import Comment
from redress.web.desk.forms.fields import RuledLong, RuledText
from redress.web.desk.forms.requests import OnARequest
from redress.web.forms import Text


class CommentForm(OnARequest):
    """The same answer as the page behind the link takes."""

    answer = RuledLong("What they said")
    ask_instead = Text("Whom they say we should ask instead", optional=True, limit=500)
    answered_by = RuledText("Who answered")

    def first_values(self) -> dict[str, Any]:
        first = super().first_values()
        self.fields["number"].initial = first["number"]
        return first | {"answered_by": self.asked.name if self.asked else ""}

    def given(self) -> Comment:
        said = self.cleaned_data
        return Comment(
            number=int(said["number"]),
            answered_by=said["answered_by"],
            answer=said["answer"],
            ask_instead=said["ask_instead"],
        )
