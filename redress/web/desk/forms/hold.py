"""Keeping a case past its retention."""

from redress.rules.actions.hold import Hold
from redress.rules.actions.release_hold import ReleaseHold
from redress.rules.facts_holds import HoldFacts, hold_on
from redress.web.desk.forms.base import DeskForm
from redress.web.desk.forms.fields import RuledLong
from redress.web.forms import Date


class HoldForm(DeskForm):
    """Why, and until when where that is known."""

    reason = RuledLong(
        "Why it must be kept",
        limit=1_000,
        rows=3,
        hint="For example a claim, an inquest, or a request for their data.",
    )
    until = Date("Until which day", optional=True, hint="Leave it empty if you do not know.")

    def given(self) -> Hold:
        return Hold(reason=self.cleaned_data["reason"], until=self.cleaned_data["until"])


class ReleaseHoldForm(DeskForm):
    """The hold stands above."""

    why = RuledLong("Why it need not be held any more", limit=1_000, rows=3)

    @property
    def held(self) -> HoldFacts | None:
        """The hold that holds."""
        return hold_on(self.case.holds, self.setting.context.today)

    def given(self) -> ReleaseHold:
        return ReleaseHold(why=self.cleaned_data["why"])
