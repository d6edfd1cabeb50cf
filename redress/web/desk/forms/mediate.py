"""Mediation: what has come of it now."""

from typing import Any

from redress.rules.actions.mediate import Mediate, steps
from redress.rules.facts import MediationStep
from redress.web.desk.forms.base import DeskForm
from redress.web.desk.forms.fields import RuledLong, RuledRadios, RuledText
from redress.web.forms import Date

STEPS = {
    MediationStep.OFFERED: "It is offered to the resident",
    MediationStep.ACCEPTED: "The offer is accepted",
    MediationStep.DECLINED: "The offer is declined",
    MediationStep.ENDED: "It is over",
}


class MediateForm(DeskForm):
    """The steps that may come next, with what each of them needs."""

    def build(self) -> None:
        able = steps(self.case)
        choices = [(step.value, STEPS[step]) for step in able]
        self.fields["happened"] = RuledRadios("What has happened", choices)
        self.fields["on"] = Date("On which day", past=True)
        if MediationStep.ENDED in able:
            self.fields["outcome"] = RuledLong("How it ended", hint="What was agreed, if anything.")
        else:
            offers = MediationStep.OFFERED in able
            words = "Who would mediate" if offers else "Who accepted or declined it"
            self.fields["who"] = RuledText(words, limit=200)

    def first_values(self) -> dict[str, Any]:
        able = steps(self.case)
        first = {"happened": able[0].value} if len(able) == 1 else {}
        return {"on": self.setting.context.today, **first}

    def given(self) -> Mediate:
        said = self.cleaned_data
        return Mediate(
            step=MediationStep(said["happened"]) if said["happened"] else None,
            on=said["on"],
            who=said.get("who", ""),
            outcome=said.get("outcome", ""),
        )
