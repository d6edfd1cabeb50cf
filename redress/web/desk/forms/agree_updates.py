"""Agree with the resident how often they hear from us."""

from redress.rules.actions.agree_updates import MOST, AgreeUpdates
from redress.web.desk.forms.base import DeskForm
from redress.web.desk.forms.fields import RuledText
from redress.web.forms import WholeNumber


class AgreeUpdatesForm(DeskForm):
    """The interval, and how it was agreed."""

    every = WholeNumber("Every how many working days", least=1, most=MOST)
    how = RuledText("How and when it was agreed", limit=300, hint="For example by phone today.")

    def given(self) -> AgreeUpdates:
        return AgreeUpdates(every=self.cleaned_data["every"], how=self.cleaned_data["how"])
