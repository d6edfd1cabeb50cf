"""Erasing a case at the end of its retention: its words go, its figures and digests stay.

The writer's other door (`cases.store`): one transaction, for a case that is locked. What stays is
said by `rules.erasing` and stands on the record, in the patch of the event `erased`: from it the
rows can be made again, and `redress verify` does so.
"""

import json
from datetime import datetime
from functools import partial

from django.db import transaction
from django.utils.timezone import localdate

from redress.cases import store, words
from redress.cases.facts import facts_of
from redress.cases.mail_in import mail_shelf
from redress.cases.models import (
    Case,
    CasePerson,
    Draft,
    Event,
    FollowCode,
    Letter,
    Look,
    MailItem,
    Message,
    Presence,
    ReplyAddress,
    SentForm,
    StoredFile,
    WebDraft,
)
from redress.cases.models.mail_item import PARKED, WAITING
from redress.cases.stored import shelf
from redress.people.erasing import erase_resident, home_of_ward
from redress.people.models import Home, Resident
from redress.rules.access import SYSTEM
from redress.rules.erasing import ErasedFor, left_of_event, what_stays
from redress.rules.facts import CaseFacts
from redress.rules.record import KEYS, NewEvent, plain

ERASED = "erased"
# What hangs on a case and is no part of its record.
BESIDE = (CasePerson, Draft, FollowCode, Look, Message, Presence, ReplyAddress, SentForm)


def erase(row: Case, why: ErasedFor, at: datetime) -> None:
    """Erase a case that `rules.retention` lets go. Inside a transaction, its row locked. Files
    leave the disk once it is committed; what a fault leaves there, the sweep finds a day later."""
    before, resident, homes = facts_of(row), row.resident, _homes(row)
    known = home_of_ward(row.landlord, row.home)
    after = what_stays(before, localdate(at), known.pk if known else None)
    _take_away_files(row)
    for model in BESIDE:
        model.objects.filter(case=row).delete()
    WebDraft.objects.filter(landlord_id=row.landlord_id, reference=row.reference).delete()
    _empty_record(row, after, why, at)
    _save(row, after)
    _forget(row, resident)
    for home in homes:
        _forget_home(home)


def _empty_record(row: Case, after: CaseFacts, why: ErasedFor, at: datetime) -> None:
    """No event and no letter keeps a word. One more event says what stays, and why it was."""
    events = Event.objects.filter(case=row)
    left = {
        str(event.sequence): found
        for event in events
        if event.content and any((found := left_of_event(json.loads(event.content))).values())
    }
    events.update(content=None)
    Letter.objects.filter(case=row).update(subject="", text="", blocks=[])
    content = {"patch": store.whole(after), "note": plain(why) | {"events": left}}
    store.next_event(row, NewEvent(ERASED), content, SYSTEM, at).save()


def _save(row: Case, after: CaseFacts) -> None:
    """The rows as the event has them."""
    for name, value in store.case_values(after).items():
        setattr(row, name, value)
    row.resident_name, row.submission = words.sort_name(None), None
    row.save()
    row.refresh_from_db(fields=["resident", "home"])
    for name, keys in KEYS.items():
        for facts in getattr(after, name):
            named = dict(zip(keys, store.key_of(name, facts), strict=True))
            rows = store.TABLES[name].objects.filter(case=row, **named)
            rows.update(**store.part_values(after, facts))
    store.keep_words(row, after)


def _take_away_files(row: Case) -> None:
    """The files of its documents, and the e-mails that made it or came to it, as they came. One
    that only may belong to it stays where somebody has still to decide."""
    files = StoredFile.objects.filter(case=row)
    places = list(files.values_list("place", flat=True))
    files.delete()
    open_mail = MailItem.objects.filter(suggested=row, state__in=(WAITING, PARKED))
    open_mail.update(suggested=None)
    mail = MailItem.objects.filter(case=row) | MailItem.objects.filter(suggested=row)
    raw = list(mail.values_list("raw", flat=True))
    mail.delete()
    transaction.on_commit(partial(_off_the_disk, places, raw))


def _off_the_disk(places: list[str], raw: list[str]) -> None:
    for place in places:
        shelf().remove(place)
    for name in raw:
        mail_shelf().remove(name)


def _forget(row: Case, resident: Resident | None) -> None:
    """What is known of the resident, where this was the last case of theirs that was kept; else
    the restrictions that were decided in it."""
    if resident is None:
        return
    person = Resident.objects.select_for_update().get(pk=resident.pk)
    if not Case.objects.filter(resident=person).exists():
        erase_resident(person)
    elif str(row.pk) in person.restrictions:
        held = {key: one for key, one in person.restrictions.items() if key != str(row.pk)}
        Resident.objects.filter(pk=person.pk).update(restrictions=held)


def _homes(row: Case) -> set[Home]:
    lived = row.resident.home if row.resident else None
    return {home for home in (row.home, lived) if home is not None}


def _forget_home(home: Home) -> None:
    """An address that somebody typed, and that nobody and no case is tied to any more. One that
    the housing system knows stays: it is of a building."""
    typed = not home.uprn and (home.address or home.postcode)
    tied = Case.objects.filter(home=home).exists() or Resident.objects.filter(home=home).exists()
    if typed and not tied:
        home.delete()
