"""Take down a message on a case, that came by letter, on social media or by hand."""

from typing import Any

from redress.rules.actions.receive_message import LONGEST, ReceiveMessage
from redress.rules.facts import Channel
from redress.rules.facts_incoming import Sender
from redress.rules.words import SENDER
from redress.web.desk.forms.base import DeskForm, Group
from redress.web.desk.forms.fields import CHANNELS, RuledLong, RuledText
from redress.web.desk.forms.note_document import KEPT
from redress.web.forms import Date, Files, Select

BY_STAFF = [pair for pair in CHANNELS if pair[0] != Channel.WEB.value]


class ReceiveMessageForm(DeskForm):
    """Who wrote what, and when it first reached anybody; a scan or a screenshot with it."""

    all_or_none = True  # or the message would be there twice
    channel = Select("How it came in", [("", "Choose"), *BY_STAFF])
    received_on = Date(
        "When it was received", past=True, hint="The day it first reached any member of staff."
    )
    sender = Select("From", SENDER.items())
    name = RuledText("Their name", limit=200)
    text = RuledLong("What it says", hint="In their own words.", rows=6, limit=LONGEST)
    attached = Files("Files", hint=f"A scanned letter or a screenshot, say. {KEPT}")

    def first_values(self) -> dict[str, Any]:
        return {"received_on": self.setting.context.today, "sender": Sender.RESIDENT.value}

    @property
    def uploads(self) -> list[Any]:
        return self.files.getlist("attached") if self.files else []

    @property
    def choose_again(self) -> bool:
        """Whether files were sent with a form that comes back: a browser does not keep them."""
        return bool(self.errors and self.uploads)

    @property
    def groups(self) -> list[Group]:
        return [
            Group(self.bound("channel", "received_on", "sender", "name"), beside=True),
            Group(self.bound("text", "attached")),
        ]

    def given(self) -> ReceiveMessage:
        said = self.cleaned_data
        return ReceiveMessage(
            received_on=said["received_on"],
            channel=said["channel"],
            text=said["text"],
            name=said["name"],
            sender=Sender(said["sender"]),
        )
