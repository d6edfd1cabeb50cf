"""End it: somebody speaks for the resident no more."""

from typing import Any

from redress.rules.actions.end_representative import EndRepresentative
from redress.web.desk.forms.fields import RuledText
from redress.web.desk.forms.on_a_representative import OnARepresentative
from redress.web.forms import Date


class EndRepresentativeForm(OnARepresentative):
    """From which day, and why."""

    on = Date("From which day", past=True)
    why = RuledText("Why", limit=500)

    def first_values(self) -> dict[str, Any]:
        return {**super().first_values(), "on": self.setting.context.today}

    def given(self) -> EndRepresentative:
        said = self.cleaned_data
        return EndRepresentative(number=int(said["number"]), on=said["on"], why=said["why"])
