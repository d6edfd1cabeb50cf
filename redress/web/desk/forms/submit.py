"""Send a response for signature: the form of the response itself."""

from typing import Any

from redress.rules.actions.submit import Submit
from redress.web.desk.forms.respond import RespondForm


class SubmitForm(RespondForm):
    """The same fields; whoever signs approves."""

    people_asked = ("drafted_by", "checked_by")

    def given(self) -> Any:
        return Submit(response=super().given())
