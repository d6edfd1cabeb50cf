"""Hand a risk over to whoever deals with it."""

from typing import Any

from redress.rules.access import may_read_cases
from redress.rules.actions.hand_over import HandOver
from redress.rules.hazards import HazardDate, hazard_dates, risks_to_hand_over
from redress.web.desk.forms.base import DeskForm
from redress.web.desk.forms.fields import RuledRadios, RuledText, TimeOfDay
from redress.web.forms import Date
from redress.web.risks import RISKS


class HandOverForm(DeskForm):
    """Kept for colleagues; nothing here is sent to the resident."""

    risk = RuledRadios("Which risk", RISKS.items())
    to = RuledText("Who was told", limit=200, hint="A person or a team.")
    how = RuledText("How", limit=200, hint="For example by phone, job 4411.")
    told_on = Date("When", past=True)
    told_at = TimeOfDay("At what time")

    def first_values(self) -> dict[str, Any]:
        reads = may_read_cases(self.setting.context.actor)
        owed = risks_to_hand_over(self.case)
        known = [risk for risk in (*owed, *RISKS) if reads and risk in self.case.risks]
        first = {"risk": known[0]} if known else {}
        return {**first, "told_on": self.setting.context.today}

    @property
    def hazards(self) -> tuple[HazardDate, ...]:
        """The dates that the law on hazards sets beside the complaint's, as information."""
        return hazard_dates(self.case.risks, self.case.received_on)

    def given(self) -> HandOver:
        said = self.cleaned_data
        return HandOver(
            risk=said["risk"],
            to=said["to"],
            how=said["how"],
            told_on=said["told_on"],
            told_at=said["told_at"],
        )
