"""E-mail that comes in: kept as a file first, then decided in one transaction, once.

    item = keep(landlord, content, received_on, now)   # the file, then its row
    item = settle(item, now)                           # a case, a message on one, or a list

Whatever happens between the two, or between them and moving the mail on in its box, the next round
finds it as it is. Nothing here throws a mail away.
"""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from django.conf import settings
from django.db import IntegrityError, transaction

from redress.cases import files, mail_known
from redress.cases.access import get_case
from redress.cases.models import Case
from redress.cases.models.mail_item import ENDED, NEW, ON_CASE, PARKED, WAITING, MailItem
from redress.cases.perform import Done, perform, receive
from redress.cases.stored import ORPHAN_AGE
from redress.people.models import Landlord, Resident
from redress.people.register import register_resident
from redress.rules.access import SYSTEM, Actor, Verb
from redress.rules.actions.note_document import NoteDocument
from redress.rules.actions.receive import Receive
from redress.rules.actions.receive_message import LONGEST, ReceiveMessage
from redress.rules.decision import Refused
from redress.rules.facts import Channel, IntakeFacts
from redress.rules.facts_incoming import Sender
from redress.rules.filed import FiledFile
from redress.rules.mail import Attached, Mail
from redress.rules.mail_places import Ending, Place, Why, place
from redress.rules.mail_reading import digest_of, read
from redress.uploads.shelf import BLOCK, Shelf

NO_WORDS = "There are no words in the email. See what came with it."
log = logging.getLogger("redress.work")


def mail_shelf() -> Shelf:
    """Where e-mails lie as they came."""
    return Shelf(Path(settings.MEDIA_ROOT) / "mail")


def content_of(item: MailItem) -> bytes:
    """The e-mail as it came."""
    return mail_shelf().path(item.raw).read_bytes()


def keep(landlord: Landlord, content: bytes, received_on: date, now: datetime) -> MailItem:
    """The row of this e-mail, made where there is none yet, with its file on the disk before.

    The same Message-ID and body are the same e-mail, by whatever way and however often it came.
    """
    digest = digest_of(content)
    rows = MailItem.objects.filter(landlord=landlord, digest=digest)
    if known := rows.first():
        return known
    raw = mail_shelf().put(mail_shelf().write([content]).path)
    try:
        with transaction.atomic():
            return MailItem.objects.create(
                landlord=landlord,
                digest=digest,
                raw=raw,
                size=len(content),
                received_on=received_on,
                kept_at=now,
            )
    except IntegrityError:  # somebody else kept it meanwhile
        mail_shelf().remove(raw)
        return rows.get()


def settle(item: MailItem, now: datetime) -> MailItem:
    """Decide where an e-mail belongs and put it there, in one transaction; one that was decided
    before stays as it is. What cannot be put there is parked for a person."""
    if item.state != WAITING:
        return item
    mail = read(content_of(item))
    where = place(mail, mail_known.seen(item.landlord, mail, item.received_on), item.received_on)
    _describe(item, mail)
    if where.ending in (Ending.NEW, Ending.ON_CASE):
        return put(item, mail, where, now) or _park(item, now, Why.FAULT, where.case)
    ended = where.ending is Ending.ENDED
    return _decided(item, now, state=ENDED if ended else PARKED, why=where.why, about=where.case)


def put(
    item: MailItem, mail: Mail, where: Place, now: datetime, by: Actor | None = None
) -> MailItem | None:
    """Make an e-mail a new case, or a message on one. `by` is the person who says so, None where
    the rules do. None where the action is refused; then nothing is kept of it."""
    kept = files.keep(None, [Enclosed(each) for each in mail.attached])
    left = (*mail.left_out, *(f"{each.about}: {each.code}" for each in kept.refused))
    letter = Letter.of(item, mail, left)
    try:
        with transaction.atomic():
            locked = MailItem.objects.select_for_update().get(pk=item.pk)
            if locked.state in (NEW, ON_CASE):
                files.drop(kept.accepted)
                return locked
            _describe(locked, mail)
            done = (
                _new(locked, letter, kept.accepted, now, by)
                if where.ending is Ending.NEW
                else _on_case(locked, letter, kept.accepted, where.case or 0, now, by)
            )
            if done is None:
                transaction.set_rollback(True)
    except BaseException:
        files.drop(kept.accepted)
        raise
    if done is None:
        files.drop(kept.accepted)
        return None
    return done


@dataclass(frozen=True)
class Letter:
    """What an e-mail says and who wrote it: of one that was passed on, the original."""

    name: str
    address: str
    text: str
    received_on: date
    handed_by: str
    left_out: tuple[str, ...]

    @classmethod
    def of(cls, item: MailItem, mail: Mail, left_out: tuple[str, ...]) -> "Letter":
        """Of a mail; the day of an original counts where it can be read and came before."""
        inside = mail.original if mail_known.is_staff(item.landlord, mail.address) else None
        if inside is None:
            text = mail.text or (f"{mail.subject}\n\n{NO_WORDS}".strip())
            return cls(mail.sender, mail.address, text[:LONGEST], item.received_on, "", left_out)
        earlier = inside.sent_on is not None and inside.sent_on <= item.received_on
        day = inside.sent_on if earlier and inside.sent_on else item.received_on
        whole = mail.text if inside.text in mail.text else f"{mail.text}\n\n{inside.text}"
        name = inside.name or inside.address
        return cls(name, inside.address, whole.strip()[:LONGEST], day, mail.sender, left_out)


def _new(
    item: MailItem, letter: Letter, kept: Sequence[FiledFile], now: datetime, by: Actor | None
) -> MailItem | None:
    resident = _resident(item.landlord, letter)
    given = Receive(
        landlord="",
        reference="",
        received_on=letter.received_on,
        description=letter.text,
        channel=Channel.EMAIL.value,
        tenure=None,
        resident=resident.pk,
        intake=IntakeFacts(handed_by=letter.handed_by),
    )
    actor = by or Actor(None, letter.name, resident=True)
    made = receive(actor, item.landlord, given, at=now, submission=item.digest)
    if isinstance(made, Refused):
        return None
    if kept and not made.repeated:
        note = NoteDocument(name="", received_on=letter.received_on, files=tuple(kept))
        put_there = perform(
            by or SYSTEM, item.landlord, made.reference, Verb.NOTE_DOCUMENT, note, at=now
        )
        if isinstance(put_there, Refused):
            return None
    row = get_case(actor, item.landlord, made.reference, verb=Verb.RECEIVE)
    return _decided(item, now, state=NEW, case=row, note="\n".join(letter.left_out), by=by)


def _on_case(
    item: MailItem,
    letter: Letter,
    kept: Sequence[FiledFile],
    number: int,
    now: datetime,
    by: Actor | None,
) -> MailItem | None:
    row = Case.objects.select_related("resident").get(landlord=item.landlord, pk=number)
    if row.merged_into:  # it is answered there
        row = Case.objects.select_related("resident").get(
            landlord=item.landlord, reference=row.merged_into
        )
    sender = _sender(row, letter)
    name = letter.name if sender is Sender.RESIDENT else f"{letter.name} ({letter.address})"
    given = ReceiveMessage(
        received_on=letter.received_on,
        channel=Channel.EMAIL.value,
        text=letter.text,
        name=name + (f", passed on by {letter.handed_by}" if letter.handed_by else ""),
        sender=sender,
        files=tuple(kept),
        left_out=letter.left_out,
    )
    actor = by or Actor(None, letter.name, resident=True)
    done = perform(actor, item.landlord, row.reference, Verb.RECEIVE_MESSAGE, given, at=now)
    if not isinstance(done, Done):
        return None
    return _decided(
        item, now, state=ON_CASE, case=row, incoming=len(done.case.incoming), by=by,
        note="\n".join(letter.left_out),
    )  # fmt: skip


def _sender(row: Case, letter: Letter) -> Sender:
    """Who wrote it, by the address alone."""
    if known := mail_known.writers(row).get(letter.address):
        return known
    return Sender.MEMBER if letter.address.endswith(mail_known.PARLIAMENT) else Sender.OTHER


def _resident(landlord: Landlord, letter: Letter) -> Resident:
    """Whoever has this address and, where several share it, this name; else somebody new."""
    known = mail_known.residents_at(landlord, letter.address)
    named = [each for each in known if each.name.casefold() == letter.name.casefold()]
    if len(named) == 1 or len(known) == 1:
        return (named or known)[0]
    return register_resident(landlord, name=letter.name[:200], email=letter.address)


def park_faulty(item: MailItem, now: datetime, fault: str) -> MailItem:
    """Put before a person a mail with which Redress came to nothing, by a fault of its own."""
    item.refresh_from_db()
    return _decided(item, now, state=PARKED, why=Why.FAULT, note=fault[:200])


def sweep(now: datetime) -> int:
    """Take away files of mail that no row names, a day after they were written; gives how many."""
    before, swept = now - ORPHAN_AGE, 0
    for path in mail_shelf().left_over(before):
        path.unlink(missing_ok=True)
        swept += 1
    for name in mail_shelf().names(before):
        if not MailItem.objects.filter(raw=name).exists():
            mail_shelf().remove(name)
            swept += 1
    return swept


def _describe(item: MailItem, mail: Mail) -> None:
    item.sender_name, item.sender_address = mail.name[:200], mail.address
    item.subject = mail.subject[:300]


def _park(item: MailItem, now: datetime, why: Why, about: int | None) -> MailItem:
    return _decided(item, now, state=PARKED, why=why, about=about)


def _decided(
    item: MailItem,
    now: datetime,
    *,
    state: str,
    why: Why | None = None,
    about: int | None = None,
    by: Actor | None = None,
    **more: object,
) -> MailItem:
    """Write down what became of it."""
    item.state, item.why = state, why.value if why else ""
    item.suggested_id = about if state in (PARKED, ENDED) else None
    item.settled_at = None if state == PARKED else now
    item.settled_by = by.name if by else ""
    for name, value in more.items():
        setattr(item, name, value)
    item.save()
    return item


class Enclosed:
    """A file of a mail, as `files.keep` takes one."""

    def __init__(self, attached: Attached) -> None:
        self.name: str | None = attached.name
        self.size: int | None = len(attached.content)
        self.content_type: str | None = attached.content_type
        self.content = attached.content

    def chunks(self) -> Iterator[bytes]:
        """Its bytes, some at a time."""
        for start in range(0, len(self.content), BLOCK):
            yield self.content[start : start + BLOCK]
