"""The outbox: what is to be sent is written with the case, in its own transaction.

`redress.work` sends it. What may be done to a message from the desk is done here, each with one
statement that names the state it must still be in: a worker at the same message cannot be crossed.
"""

import secrets
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.utils.timezone import localdate

from redress.cases import answer_links
from redress.cases.models import Case, Letter, Message
from redress.cases.models.message import columns_for
from redress.people.models import Landlord, User
from redress.rules.decision import NewMessage
from redress.rules.sending import MessageState, Way, way_to

WAITING, CANCELLED = MessageState.WAITING.value, MessageState.CANCELLED.value


def put(letters: Sequence[Letter], messages: Sequence[NewMessage], row: Case, at: datetime) -> None:
    """Put an action's letters and messages in the outbox. Inside the case's transaction only.

    Letters go to the resident in the way that `rules.sending` chooses. A case without a resident
    has nobody to send its letters to: they stay on the record.
    """
    made = [_of_letter(letter, row, at) for letter in letters] if row.resident else []
    staff = _staff(messages)
    made += [_of_message(message, row, at, staff) for message in messages]
    Message.objects.bulk_create(made)


def _of_letter(letter: Letter, row: Case, at: datetime) -> Message:
    resident = row.resident
    assert resident is not None  # noqa: S101 put() asks first
    way = way_to(resident.reach)
    return Message(
        letter=letter,
        kind=letter.kind,
        way=way.value,
        to_name=resident.name,
        to_address=address_for(way, row),
        subject=letter.subject,
        **_common(row, at),
    )


def _of_message(message: NewMessage, row: Case, at: datetime, staff: dict[int, User]) -> Message:
    path = message.path
    if message.answers is not None:
        path = answer_links.path(row, message.answers, message.to_manager, localdate(at))
    link = f"{settings.SITE_ADDRESS}/{row.landlord.slug}/{path}"
    person = None if message.to_user is None else staff[message.to_user]
    return Message(
        kind=message.kind,
        way=Way.EMAIL.value,
        to_name=person.name if person else message.to_name,
        to_address=person.email if person else message.to_email,
        subject=message.subject,
        text=f"{message.text}\n\n{link}" if path else message.text,
        **_common(row, at),
    )


def _staff(messages: Iterable[NewMessage]) -> dict[int, User]:
    """The members of staff to whom messages go, by their numbers."""
    numbers = {message.to_user for message in messages if message.to_user is not None}
    return User.objects.in_bulk(numbers) if numbers else {}


def _common(row: Case, at: datetime) -> dict[str, object]:
    return {
        "landlord_id": row.landlord_id,
        "case": row,
        "message_id": secrets.token_hex(16),
        "created_at": at,
        "not_before": at + timedelta(seconds=settings.HOLD_SECONDS),
    }


def put_mail(
    landlord: Landlord,
    kind: str,
    to_name: str,
    to_address: str,
    subject: str,
    text: str,
    at: datetime,
    *,
    secret: bool = False,
) -> Message:
    """Put an e-mail that belongs to no case in the outbox. Inside a transaction of whoever asks.

    One that is `secret` brings a code or a link that somebody waits for: it is not held, and its
    text is wiped once it has gone or will not go. A subject never holds a secret or a name.
    """
    hold = timedelta(0) if secret else timedelta(seconds=settings.HOLD_SECONDS)
    return Message.objects.create(
        landlord=landlord,
        kind=kind,
        way=Way.EMAIL.value,
        to_name=to_name,
        to_address=to_address,
        subject=subject,
        text=text,
        secret=secret,
        message_id=secrets.token_hex(16),
        created_at=at,
        not_before=at + hold,
    )


def address_for(way: Way, row: Case) -> str:
    """The resident's address for this way of sending; empty where it is handed over."""
    resident = row.resident
    if resident is None or way is Way.HAND:
        return ""
    if way is Way.EMAIL:
        return str(resident.email)
    home = resident.home
    return ", ".join(part for part in (home.address, home.postcode) if part) if home else ""


def cancel(messages: Iterable[int], at: datetime) -> bool:
    """Take these messages back, all or none: True where all of them were still waiting.

    Call it inside the transaction that undoes the rest: where the answer is False some have gone,
    and that transaction must not go ahead.
    """
    numbers = set(messages)
    waiting = Message.objects.filter(pk__in=numbers, state=WAITING)
    return waiting.update(**columns_for(CANCELLED, settled_at=at)) == len(numbers)
