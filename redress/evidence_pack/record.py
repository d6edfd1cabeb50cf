"""All that the record of a case holds, read once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from redress.cases.facts import facts_of
from redress.cases.models import Case, Event, Letter, Message, StoredFile
from redress.cases.models.mail_item import MailItem
from redress.cases.private import private_of
from redress.rules.decision import Book
from redress.rules.facts import CaseFacts
from redress.rules.ombudsman import Held
from redress.rules.redaction import Private


@dataclass(frozen=True)
class Told:
    """An event in words, by whoever tells the record: `who` with their role, `said` as (what, what
    it says), `letters` the numbers of those it issued."""

    sequence: int
    at: datetime
    who: str
    title: str
    said: tuple[tuple[str, str], ...] = ()
    letters: tuple[int, ...] = ()


@dataclass(frozen=True)
class Asked:
    """What is asked for: the Ombudsman's case, who makes the pack and when, the record in words."""

    held: Held
    by: str
    at: datetime
    today: date
    told: Sequence[Told]


@dataclass(frozen=True)
class Record:
    """One case, whole."""

    row: Case
    case: CaseFacts
    book: Book
    events: tuple[Event, ...]
    letters: tuple[Letter, ...]
    messages: tuple[Message, ...]
    mails: tuple[MailItem, ...]
    files: tuple[StoredFile, ...]
    own: Private  # of the resident
    others: Private  # of everybody else whom the record names

    @property
    def slug(self) -> str:
        """The landlord's."""
        return self.case.landlord


def gather(row: Case, book: Book) -> Record:
    """The record of a case that `get_case` gave. Call it in a snapshot."""
    case = facts_of(row)
    return Record(
        row=row,
        case=case,
        book=book,
        events=tuple(row.events.order_by("sequence")),
        letters=tuple(row.letters.order_by("number")),
        messages=tuple(row.messages.order_by("created_at", "pk")),
        mails=tuple(row.mail.order_by("received_on", "pk")),
        files=tuple(StoredFile.objects.filter(case=row).order_by("pk")),
        own=_own(row.resident),
        others=_others(row, case),
    )


def _own(resident: Any) -> Private:
    if resident is None:
        return Private()
    home = resident.home
    places = [resident.email, resident.phone, *((home.address, home.postcode) if home else ())]
    return Private((resident.name,), tuple(filter(None, places)))


def _others(row: Case, case: CaseFacts) -> Private:
    """Who speaks for the resident, who signed with them, and who was asked for comments."""
    own = _own(row.resident)
    signed = private_of(row)  # the resident too
    speak = case.representatives
    names = {*signed.names, *(each.name for each in speak), *(each.name for each in case.comments)}
    places = {
        *signed.places,
        *(place for each in speak for place in (each.email, each.phone, each.address)),
    }
    return Private(
        tuple(sorted(names - {*own.names, ""})), tuple(sorted(places - {*own.places, ""}))
    )
