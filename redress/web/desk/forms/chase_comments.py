"""Chase an answer by hand; what is due goes by itself."""

from redress.rules.actions.chase_comments import ChaseComments
from redress.web.desk.forms.requests import OnARequest
from redress.web.forms import Radios

WHOM = (("asked", "The person asked"), ("manager", "Their manager"))


class ChaseCommentsForm(OnARequest):
    """Whom to write to now."""

    manager = Radios("Whom to remind", WHOM, initial="asked")

    def given(self) -> ChaseComments:
        said = self.cleaned_data
        return ChaseComments(number=int(said["number"]), manager=said["manager"] == "manager")
