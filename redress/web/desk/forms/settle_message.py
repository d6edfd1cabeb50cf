"""Say that a message is answered, or whether it asks for stage 2."""

from textwrap import shorten
from typing import Any

from redress.rules.actions.settle_message import As, SettleMessage
from redress.rules.facts_incoming import IncomingFacts
from redress.rules.words import short_date
from redress.web.desk.forms.base import DeskForm
from redress.web.desk.forms.fields import RuledText
from redress.web.forms import Radios

WORDS = {
    As.ANSWERED: "It is answered, or needs no answer",
    As.STAGE_2: "It asks for stage 2",
    As.NOT_STAGE_2: "It does not ask for stage 2",
}


class SettleMessageForm(DeskForm):
    """The messages of which something is still to be said."""

    why = RuledText(
        "How it was answered, or why", hint="Not needed where it asks for stage 2.", limit=500
    )

    def build(self) -> None:
        waits = [each for each in self.case.incoming if each.is_open]
        choices = [(str(each.number), described(each)) for each in waits]
        self.fields["number"] = Radios("Which message", choices, missing="Select a message")
        asks = any(each.may_ask for each in waits)
        offered = [(a.value, WORDS[a]) for a in As if asks or a is As.ANSWERED]
        self.fields["settled_as"] = Radios("What it is", offered, missing="Select what it is")
        self.order_fields(["number", "settled_as", "why"])

    def first_values(self) -> dict[str, Any]:
        waits = [str(each.number) for each in self.case.incoming if each.is_open]
        first = waits[0] if len(waits) == 1 else ""
        return {"number": first, "settled_as": As.ANSWERED.value}

    def given(self) -> SettleMessage:
        said = self.cleaned_data
        return SettleMessage(
            number=int(said["number"]), settled_as=As(said["settled_as"]), why=said["why"]
        )


def described(message: IncomingFacts) -> str:
    """A message in a list: "Mary Osei, Tue 19 May 2026: I am still cold"."""
    said = shorten(message.text, 100, placeholder=" …")
    return f"{message.name}, {short_date(message.received_on)}: {said}"
