"""Who carries a message: GOV.UK Notify, a mail server, or in the demonstration nobody."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from django.db.models import F

from redress.cases.carrying import Answer, Outcome
from redress.cases.models import Message
from redress.cases.models.message import columns_for
from redress.people.models import Landlord
from redress.rules.sending import MessageState, Way
from redress.work.mail import envelope, sender_of
from redress.work.notify import notify_for
from redress.work.smtp import Smtp, mail_server

Leaving = Callable[[], bool]  # records that a message leaves; False where it must not


class Carrier(Protocol):
    """Takes a message on. Must call `leaving` at the last moment before it can have left."""

    @property
    def name(self) -> str:
        """As it stands on the message."""
        ...

    def send(self, message: Message, leaving: Leaving) -> Answer:
        """What came of it. Raises `Unsendable` for a message that will not do, and `Unreachable`
        where no message can be sent now."""
        ...

    def close(self) -> None:
        """The work is done for now."""
        ...


class Demonstration:
    """Keeps everything: nothing of the demonstration leaves the machine."""

    name = "demonstration"
    said = "Demonstration: kept here, not sent to anybody."

    def send(self, message: Message, leaving: Leaving) -> Answer:
        """Accepted, and gone nowhere."""
        return Answer(Outcome.ACCEPTED, self.said) if leaving() else Answer(Outcome.TAKEN)

    def close(self) -> None:
        """Nothing was opened."""


def as_if_sent(landlord: Landlord, before: datetime) -> int:
    """Mark a demonstration landlord's e-mail that was due by then as sent when it was due: its
    cases are made in one go, as if they were weeks old. Gives how many."""
    if not landlord.demonstration:
        return 0
    due = Message.objects.filter(landlord=landlord, way=Way.EMAIL.value, not_before__lt=before)
    change = columns_for(
        MessageState.ACCEPTED.value,
        carrier=Demonstration.name,
        attempts=1,
        handed_at=F("not_before"),
        settled_at=F("not_before"),
        answer=Demonstration.said,
    )
    return due.filter(state=MessageState.WAITING.value, held_until=None).update(**change)


class Mail:
    """Sends by the mail server of the settings."""

    name = "smtp"

    def __init__(self, line: Smtp) -> None:
        self.line = line

    def send(self, message: Message, leaving: Leaving) -> Answer:
        """The e-mail is made before anything is said to the server."""
        mail = envelope(message)
        answer = self.line.send(mail, leaving)
        return replace(answer, said=f"{answer.said} {mail.lacks}".strip())

    def close(self) -> None:
        """End the connection."""
        self.line.close()


class Carriers:
    """The carriers of one turn of the worker, and for which landlords each is.

    One that turns out to be unreachable is `down` and asked for nothing more in this turn.
    """

    def __init__(self, landlords: Iterable[Landlord]) -> None:
        server, kept = mail_server(), Demonstration()
        mail = Mail(Smtp(server)) if server else None
        self.of_email: dict[int, Carrier] = {}
        self.of_post: dict[int, Carrier] = {}
        for landlord in landlords:
            notify = notify_for(landlord.slug)
            if landlord.demonstration:
                self.of_email[landlord.pk] = kept
            elif notify and notify.template:
                self.of_email[landlord.pk] = notify
            elif mail and sender_of(landlord):
                self.of_email[landlord.pk] = mail
            if notify and not landlord.demonstration:
                self.of_post[landlord.pk] = notify

    def of(self, message: Message) -> Carrier | None:
        """Who carries this message; None where that carrier is down."""
        by = self.of_post if message.way == Way.POST.value else self.of_email
        return by.get(message.landlord_id)

    def down(self, carrier: Carrier) -> None:
        """Ask this carrier for nothing more in this turn."""
        for by in (self.of_email, self.of_post):
            for landlord in [pk for pk, each in by.items() if each is carrier]:
                del by[landlord]

    def close(self) -> None:
        """The turn is over."""
        for carrier in {*self.of_email.values(), *self.of_post.values()}:
            carrier.close()


def missing_for(landlord: Landlord) -> str:
    """The setting for want of which the landlord's e-mail cannot leave; empty where it can."""
    if landlord.pk in Carriers([landlord]).of_email:
        return ""
    return "REDRESS_MAIL_FROM" if mail_server() else "REDRESS_MAIL_HOST"
