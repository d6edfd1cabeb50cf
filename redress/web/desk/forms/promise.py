"""Promise something to the resident, or set a colleague a task."""

from typing import Any

from redress.rules.actions.promise import Promise
from redress.web.desk.forms.base import DeskForm
from redress.web.desk.forms.fields import RuledRadios, RuledText
from redress.web.forms import Date, Radios

PROMISE, TASK = "promise", "task"
KINDS = ((PROMISE, "A promise to the resident"), (TASK, "A task among colleagues"))
ASKED = (("", "Not asked"), ("yes", "Yes"), ("no", "No"))


class PromiseForm(DeskForm):
    """What, who and by when."""

    kind = Radios("What it is", KINDS)
    what = RuledText("What will be done", limit=500)
    owner = RuledText("Who will do it", limit=200, hint="A person, a team or a contractor.")
    due_on = Date("By when")
    agreed = RuledRadios("Has the resident agreed?", ASKED)

    def first_values(self) -> dict[str, Any]:
        return {"kind": PROMISE, "agreed": ""}

    @property
    def places(self) -> dict[str, str]:  # type: ignore[override]
        """The one of the two that is missing."""
        return {"what": "owner"} if self.cleaned_data.get("what") else {}

    def given(self) -> Promise:
        said = self.cleaned_data
        return Promise(
            what=said["what"],
            owner=said["owner"],
            due_on=said["due_on"],
            agreed={"yes": True, "no": False}.get(said["agreed"]),
            internal=said["kind"] == TASK,
        )
