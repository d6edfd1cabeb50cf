"""Changing the register of improvements: each change with a line of its history, in one
transaction."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate

from redress.cases.models import Case
from redress.cases.private import private_of
from redress.learning.models import Improvement, ImprovementEntry
from redress.people.models import Landlord
from redress.rules.access import Actor
from redress.rules.decision import NotKept
from redress.rules.improvements import FINISHED, OPEN, Entry, Status, check
from redress.rules.record import plain
from redress.rules.redaction import Private

__all__ = ["NotKept", "add", "change", "link"]
COLUMNS = tuple(each.name for each in fields(Entry))
Source = tuple[Case, int]  # a case that whoever acts may see, and the number of an issue


@transaction.atomic
def add(
    landlord: Landlord, given: Entry, by: Actor, at: datetime, sources: Iterable[Source] = ()
) -> Improvement:
    """A new entry of the register, with what led to it. The same in all is there once, and what led
    to it is added. Raises NotKept."""
    today, sources = localdate(at), list(sources)
    private = [private_of(case) for case, _ in sources]
    if reasons := check(landlord.slug, given, None, today, private):
        raise NotKept(reasons)
    Landlord.objects.select_for_update().get(pk=landlord.pk)  # one number at a time
    rows, columns = Improvement.objects.filter(landlord=landlord), _columns(given, today)
    row = rows.select_for_update().filter(**columns).first()  # the same, such as sent twice
    if row is None:
        number = (rows.aggregate(n=Max("number"))["n"] or 0) + 1
        row = rows.create(landlord=landlord, number=number, made_on=today, **columns)
        _note(row, by, at, "added", {name: ["", plain(getattr(given, name))] for name in COLUMNS})
    for case, issue in sources:
        _link(row, case, issue, by, at)
    return row


@transaction.atomic
def change(row: Improvement, given: Entry, by: Actor, at: datetime) -> None:
    """Keep an entry as it is to stand now; the same again leaves no line. Raises NotKept."""
    row = _locked(row)
    today = localdate(at)
    private = _private(row) if given.published else []
    if reasons := check(row.landlord.slug, given, Status(row.status), today, private):
        raise NotKept(reasons)
    now = _columns(given, today, row.ended_on)
    was = {name: getattr(row, name) for name in COLUMNS}
    changed = {name: [plain(was[name]), plain(now[name])] for name in was if was[name] != now[name]}
    if not changed:
        return
    Improvement.objects.filter(pk=row.pk).update(**now)
    _note(row, by, at, "changed", changed)


@transaction.atomic
def link(row: Improvement, case: Case, issue: int, by: Actor, at: datetime) -> None:
    """Note that an issue of a case led to it too. The same twice is kept once."""
    _link(_locked(row), case, issue, by, at)


def _link(row: Improvement, case: Case, issue: int, by: Actor, at: datetime) -> None:
    if row.sources.filter(case=case, issue=issue).exists():  # the row is locked
        return
    row.sources.create(landlord_id=row.landlord_id, case=case, issue=issue)
    _note(row, by, at, "linked", {"case": case.reference, "issue": issue})


def _columns(given: Entry, today: date, ended_on: date | None = None) -> dict[str, Any]:
    values = {name: getattr(given, name) for name in COLUMNS}
    values = {name: v.strip() if isinstance(v, str) else v for name, v in values.items()}
    values["status"] = given.status.value
    values["open_due"] = (given.due_on or date.max) if given.status in OPEN else None
    if given.status in FINISHED:
        values["ended_on"] = given.done_on
    else:
        values["ended_on"] = (ended_on or today) if given.status is Status.DROPPED else None
    return values


def _private(row: Improvement) -> list[Private]:
    """What may not be published: the names, addresses and numbers of those it came from."""
    found = row.sources.select_related("case__resident__home")
    return [private_of(each.case) for each in found]


def _locked(row: Improvement) -> Improvement:
    rows = Improvement.objects.select_for_update(of=("self",)).select_related("landlord")
    return rows.get(pk=row.pk)


def _note(row: Improvement, by: Actor, at: datetime, what: str, details: dict[str, Any]) -> None:
    ImprovementEntry.objects.create(
        landlord_id=row.landlord_id,
        improvement=row,
        at=at,
        by_id=by.id,
        by_name=by.name,
        what=what,
        details=details,
    )
