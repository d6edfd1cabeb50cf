"""Wording, passages and contacts given in the browser: drafts, published versions, and their log.

A version that is published is never changed. A letter keeps the number of the wording it was made
with, and its own words: nothing here changes an issued letter.
"""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max, QuerySet

from redress.cases.book import changed
from redress.cases.stationery import Row, digest
from redress.people import admin_log
from redress.people.models import Landlord
from redress.rules.access import Actor

Content = dict[str, Any]


class Meanwhile(Exception):
    """Somebody else saved another draft since the form was opened: nothing is written."""


def versions(landlord: Landlord, sort: str, name: str = "") -> list[Row]:
    """The versions of a sort, of one name where it is given: the newest number first."""
    rows = Row.objects.filter(landlord=landlord, sort=sort)
    return list((rows.filter(name=name) if name else rows).order_by("name", "-number"))


def drafts(landlord: Landlord) -> list[Row]:
    """Every draft that waits, the oldest first."""
    rows = Row.objects.filter(landlord=landlord, published_at__isnull=True)
    return list(rows.order_by("saved_at", "pk"))


def one_of(landlord: Landlord, sort: str, name: str, number: int) -> Row | None:
    """One version by its number."""
    return _of(landlord, sort, name).filter(number=number).first()


def draft_of(landlord: Landlord, sort: str, name: str) -> Row | None:
    """The draft that waits, if any."""
    return _of(landlord, sort, name).filter(published_at__isnull=True).first()


def save(
    landlord: Landlord,
    by: Actor,
    sort: str,
    name: str,
    content: Content,
    *,
    title: str,
    at: datetime,
    seen: str | None = None,
    after: int = 0,
) -> Row:
    """Keep what was typed as the draft; the same twice is once. `title` is what the log calls it.

    `seen` is the digest of the draft that the form was filled from, "" for none. Numbers go on from
    `after`. Raises `Meanwhile`.
    """
    with transaction.atomic():
        Landlord.objects.select_for_update().get(pk=landlord.pk)
        row, said = draft_of(landlord, sort, name), digest(content)
        if row and row.digest == said:
            return row
        if seen is not None and (row.digest if row else "") != seen:
            raise Meanwhile
        row = row or Row(
            landlord=landlord, sort=sort, name=name, number=_next(landlord, sort, name, after)
        )
        row.content, row.digest, row.saved_at, row.saved_by = content, said, at, by.name
        row.save()
        admin_log.note(landlord, by, f"{sort}_saved", title, at, number=row.number, digest=said)
        return row


def publish(landlord: Landlord, by: Actor, row: Row, seen: str, title: str, at: datetime) -> bool:
    """Use a draft from now on; False where it is published or changed since `seen`, its digest."""
    with transaction.atomic():
        Landlord.objects.select_for_update().get(pk=landlord.pk)
        waits = Row.objects.filter(pk=row.pk, published_at__isnull=True, digest=seen)
        if not waits.update(published_at=at, published_by=by.name):
            return False
        changed([landlord.pk])
        told = {"number": row.number, "digest": seen}
        admin_log.note(landlord, by, f"{row.sort}_published", title, at, **told)
        return True


def throw_away(
    landlord: Landlord, by: Actor, sort: str, name: str, title: str, at: datetime
) -> bool:
    """Take the draft away; False where there is none."""
    with transaction.atomic():
        Landlord.objects.select_for_update().get(pk=landlord.pk)
        gone, _ = _of(landlord, sort, name).filter(published_at__isnull=True).delete()
        if gone:
            admin_log.note(landlord, by, f"{sort}_dropped", title, at)
        return bool(gone)


def put_out_of_use(
    landlord: Landlord, by: Actor, what: str, name: str, *, title: str, at: datetime, after: int = 0
) -> bool:
    """Use the standard wording again (`what` is "wording_standard"), or retire a passage
    ("passage_retired"); False where it is so already. A draft stays."""
    sort = what.partition("_")[0]
    with transaction.atomic():
        Landlord.objects.select_for_update().get(pk=landlord.pk)
        last = _of(landlord, sort, name).filter(published_at__isnull=False).last()
        if (last is None and sort == "wording") or (last and not last.content):
            return False
        number = _next(landlord, sort, name, after)
        _published(landlord, by, sort, name, number, {}, at)
        admin_log.note(landlord, by, what, title, at, number=number)
        return True


def change_contact(
    landlord: Landlord, by: Actor, name: str, content: Content, starts: date, at: datetime
) -> bool:
    """Give somebody new details from a day on; False where the newest say that already."""
    with transaction.atomic():
        Landlord.objects.select_for_update().get(pk=landlord.pk)
        last = _of(landlord, "contact", name).last()
        if last and last.starts == starts and last.digest == digest(content):
            return False
        number = _next(landlord, "contact", name, 0)
        _published(landlord, by, "contact", name, number, content, at, starts)
        told = {"starts": starts.isoformat(), "digest": digest(content)}
        admin_log.note(landlord, by, "contact_changed", content["name"], at, **told)
        return True


def _published(
    landlord: Landlord,
    by: Actor,
    sort: str,
    name: str,
    number: int,
    content: Content,
    at: datetime,
    starts: date | None = None,
) -> None:
    Row.objects.create(
        landlord=landlord,
        sort=sort,
        name=name,
        number=number,
        starts=starts,
        content=content,
        digest=digest(content),
        saved_at=at,
        saved_by=by.name,
        published_at=at,
        published_by=by.name,
    )
    changed([landlord.pk])


def _of(landlord: Landlord, sort: str, name: str) -> QuerySet[Row]:
    return Row.objects.filter(landlord=landlord, sort=sort, name=name).order_by("number")


def _next(landlord: Landlord, sort: str, name: str, after: int) -> int:
    last = _of(landlord, sort, name).aggregate(last=Max("number"))["last"] or 0
    return int(max(last, after)) + 1
