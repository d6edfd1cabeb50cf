"""The outbox: what is to be sent is written with the case, in its own transaction.

`redress.work` sends it. What may be done to a message from the desk is done here, each with one
statement that names the state it must still be in: a worker at the same message cannot be crossed.
"""

import secrets
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import F
from django.utils.timezone import localdate

from redress.cases import answer_links, reply_addresses
from redress.cases.models import Case, Letter, Message
from redress.cases.models.message import columns_for
from redress.people.models import Landlord, Resident, User
from redress.rules.decision import Decision, NewLetter, NewMessage
from redress.rules.facts import CaseFacts
from redress.rules.facts_people import RepresentativeFacts, SignatoryFacts
from redress.rules.recipients import recipients
from redress.rules.sending import MessageState, Reach, Way, made_by_hand, way_to, ways_to
from redress.rules.words import FORMAT, listed

# Before a copy of the resident's letter that goes to somebody who speaks for them.
COVER = "You speak for {}, who agreed that we send you our letters. This is our letter to them."
WAITING, CANCELLED = MessageState.WAITING.value, MessageState.CANCELLED.value


def put(
    decision: Decision, issued: Sequence[Letter], row: Case, after: CaseFacts, at: datetime
) -> None:
    """Put an action's letters and messages in the outbox. Inside the case's transaction only.

    A letter goes to whom `rules.recipients` says, one message each, in the way that `rules.sending`
    chooses for them. A case without a resident may have nobody to send a letter to: it stays on
    the record.
    """
    made = [
        message
        for new, letter in zip(decision.letters, issued, strict=True)
        for message in _of_letter(new, letter, row, after, at)
    ]
    if any(message.way == Way.EMAIL for message in made):
        reply_addresses.give(row)
    staff = _staff(decision.messages)
    made += [_of_message(message, row, at, staff) for message in decision.messages]
    Message.objects.bulk_create(made)


def _of_letter(
    new: NewLetter, letter: Letter, row: Case, after: CaseFacts, at: datetime
) -> Iterator[Message]:
    to, resident = recipients(after, new.kind, new.to, localdate(at)), row.resident
    if to.resident and resident:
        yield _message(letter, row, at, resident.name, resident.reach)
    cover = "" if new.to is not None else COVER.format(resident.name if resident else "a resident")
    for each in to.representatives:
        number = {"to_representative": each.number, "text": cover}
        yield _message(letter, row, at, each.name, reach_of(each), **number)
    for one in to.signatories:
        yield _message(letter, row, at, one.name, reach_of(one), to_signatory=one.number)


def _message(
    letter: Letter, row: Case, at: datetime, name: str, reach: Reach, **columns: object
) -> Message:
    way = way_to(reach)
    return Message(
        letter=letter,
        kind=letter.kind,
        way=way.value,
        to_name=name,
        to_address=address_by(way, reach, row),
        subject=letter.subject,
        answer=to_be_made(reach),
        **columns,
        **_common(row, at),
    )


def reach_of(other: RepresentativeFacts | SignatoryFacts) -> Reach:
    """How somebody is written to who is not in the register of residents."""
    return Reach(email=other.email, address=other.address)


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


def tell(message: NewMessage, row: Case, at: datetime) -> None:
    """Put an e-mail about a case in the outbox that no action of the case brings about. Inside the
    transaction of whoever asks."""
    _of_message(message, row, at, _staff([message])).save()


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


def address_by(way: Way, reach: Reach, row: Case) -> str:
    """The address for this way of sending; empty where it is handed over. A home's has its postcode
    too, where the letter goes to the resident."""
    if way is Way.HAND:
        return ""
    if way is Way.EMAIL:
        return reach.email
    home = row.resident.home if row.resident and row.resident.reach == reach else None
    return ", ".join(filter(None, (home.address, home.postcode))) if home else reach.address


def to_be_made(reach: Reach) -> str:
    """What a person has to have made of a letter before it counts as sent; empty for nothing."""
    made = [FORMAT[each] for each in made_by_hand(reach.formats)]
    return f"To be made first: {listed(made)}." if made else ""


def turn_round(resident: Resident) -> None:
    """Letters to this resident that wait go by a way that they can use now. Inside the transaction
    that changes what they need: one that was to go by a way now forbidden, or in a form that we
    cannot make, does not leave as it was meant to."""
    usable, task = ways_to(resident.reach), to_be_made(resident.reach)
    rows = Message.objects.filter(case__resident=resident, letter__isnull=False, state=WAITING)
    rows = rows.filter(to_representative=None, to_signatory=None)
    rows.filter(way=Way.HAND.value).update(answer=task, token=F("token") + 1)
    wrong = rows.exclude(way__in=[way.value for way in usable]).exclude(way=Way.HAND.value)
    for message in wrong.select_related("case__resident__home"):
        assert message.case is not None  # noqa: S101 a letter is of a case
        address = address_by(usable[0], resident.reach, message.case)
        Message.objects.filter(pk=message.pk, state=WAITING).update(
            way=usable[0].value,
            to_address=address,
            answer=task,
            token=F("token") + 1,
            held_until=None,
        )


def cancel(messages: Iterable[int], at: datetime) -> bool:
    """Take these messages back, all or none: True where all of them were still waiting.

    Call it inside the transaction that undoes the rest: where the answer is False some have gone,
    and that transaction must not go ahead.
    """
    numbers = set(messages)
    waiting = Message.objects.filter(pk__in=numbers, state=WAITING)
    return waiting.update(**columns_for(CANCELLED, settled_at=at)) == len(numbers)
