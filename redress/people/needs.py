"""Keeping what a resident needs, with its history. `cases.needs` also turns waiting letters round.

Every change is one transaction that locks the resident, and adds a line to the history that says
who, when and what was and is. Nothing is changed where the page was read before somebody else's
change (`seen` is the number of the newest line then, 0 for none).
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import localdate

from redress.people.models import NEEDS, Disability, Landlord, NeedsEntry, Resident
from redress.rules import needs as rules
from redress.rules.access import Actor
from redress.rules.decision import Reason
from redress.rules.needs import AdjustmentFacts, Needs
from redress.rules.record import plain

WHAT = {
    "needs": "How to reach them changed",
    "asked": "Asked again; nothing changed",
    "agreed": "Adjustment agreed",
    "reviewed": "Adjustment looked at; it goes on",
    "ended": "Adjustment ended",
    "disclosed": "Disability put on record",
    "taken_off": "Disability taken off the record",
}
HISTORY = 50  # lines shown
STALE = Reason("changed_meanwhile")
Reasons = tuple[Reason, ...]


def history(resident: Resident) -> list[NeedsEntry]:
    """The newest lines of the history, at most 50."""
    return list(NeedsEntry.objects.filter(resident=resident).order_by("-id")[:HISTORY])


def seen_of(resident: Resident) -> int:
    """The number of the newest line; 0 where there is none."""
    newest = NeedsEntry.objects.filter(resident=resident).order_by("-id").first()
    return newest.pk if newest else 0


def change(resident: Resident, now: Needs, by: Actor, at: datetime, seen: int) -> Reasons:
    """Keep these needs in place of those on record; that they were asked today is kept too."""

    def to(row: Resident) -> Reasons:
        if found := rules.check_needs(now):
            return found
        write(row, now, by, at)
        return ()

    return _changed(resident, seen, to)


def write(row: Resident, now: Needs, by: Actor, at: datetime) -> None:
    """Write needs that were checked, and the line of history. Inside a transaction only."""
    what = rules.changes(row.what_they_need, now)
    for name, value in plain(now).items():
        setattr(row, name, value or "" if name == "write_by" else value)
    row.needs_asked_on = localdate(at)
    row.save(update_fields=[*NEEDS, "needs_asked_on"])
    note(row, by, at, "needs" if what else "asked", **plain(what))


def agree(
    resident: Resident,
    by: Actor,
    at: datetime,
    seen: int,
    *,
    what: str,
    agreed_on: date,
    agreed_by: str,
    review_on: date,
) -> Reasons:
    """Keep a reasonable adjustment that was agreed (Code 5.10). Refused by `rules.check_agreed`."""

    def to(row: Resident) -> Reasons:
        if found := rules.check_agreed(what, agreed_on, review_on, localdate(at)):
            return found
        who = agreed_by.strip() or by.name
        new = AdjustmentFacts(len(row.agreed) + 1, what.strip(), agreed_on, who, review_on)
        _save(row, (*row.agreed, new))
        note(row, by, at, "agreed", what=new.what, review_on=plain(review_on))
        return ()

    return _changed(resident, seen, to)


def review(
    resident: Resident, by: Actor, at: datetime, seen: int, *, number: int, review_on: date
) -> Reasons:
    """Keep that an adjustment was looked at and goes on until its next review."""

    def with_one(was: AdjustmentFacts) -> tuple[Reasons, AdjustmentFacts]:
        today = localdate(at)
        return rules.check_review(review_on, today), rules.reviewed(was, review_on, today)

    return _one(resident, by, at, seen, number, "reviewed", with_one)


def end(
    resident: Resident, by: Actor, at: datetime, seen: int, *, number: int, why: str
) -> Reasons:
    """End an adjustment, with the reason."""

    def with_one(was: AdjustmentFacts) -> tuple[Reasons, AdjustmentFacts]:
        return rules.check_ended(why), rules.ended(was, why, localdate(at))

    return _one(resident, by, at, seen, number, "ended", with_one)


def disclose(
    resident: Resident, by: Actor, at: datetime, seen: int, *, says: str, disclosed_on: date
) -> Reasons:
    """Keep a disability that the resident disclosed (Code 5.10). The history says only that."""

    def to(row: Resident) -> Reasons:
        if found := rules.check_disclosed(says, disclosed_on, localdate(at)):
            return found
        Disability.objects.create(
            landlord_id=row.landlord_id,
            resident=row,
            says=says.strip(),
            disclosed_on=disclosed_on,
            recorded_by=by.name,
        )
        note(row, by, at, "disclosed")
        return ()

    return _changed(resident, seen, to)


def take_off(resident: Resident, by: Actor, at: datetime, seen: int, *, number: int) -> Reasons:
    """Take a disability off the record at the resident's wish: its words go, its days stay."""

    def to(row: Resident) -> Reasons:
        gone = disclosed(row, number).update(says="", taken_off_on=localdate(at))
        if not gone:
            return (STALE,)
        note(row, by, at, "taken_off")
        return ()

    return _changed(resident, seen, to)


def disclosed(resident: Resident, *numbers: int) -> QuerySet[Disability]:
    """The disabilities on record, or those of these numbers. Whoever calls asks `rules.access`."""
    rows = Disability.objects.filter(resident=resident, taken_off_on=None).order_by("pk")
    return rows.filter(pk__in=numbers) if numbers else rows


def late_adjustments(today: date, *landlords: Landlord) -> QuerySet[Resident]:
    """Residents with an adjustment whose day of review has passed, the longest ago first."""
    rows = Resident.objects.filter(adjustment_due__lt=today).select_related("landlord")
    return rows.filter(landlord__in=landlords) if landlords else rows


def with_adjustments(landlord: Landlord) -> QuerySet[Resident]:
    """Residents with whom an adjustment was ever agreed."""
    return Resident.objects.filter(landlord=landlord).exclude(adjustments=[]).order_by("pk")


def reminded(resident: Resident, numbers: Iterable[int], on: date) -> None:
    """Keep that somebody was told of these late reviews, so that they are told once a review."""
    told = set(numbers)
    marked = [
        replace(each, reminded_on=on) if each.number in told else each for each in resident.agreed
    ]
    _save(resident, marked)


def note(row: Resident, by: Actor, at: datetime, done: str, /, **details: Any) -> None:
    """Add a line to the history. Inside the transaction of the change."""
    NeedsEntry.objects.create(
        landlord_id=row.landlord_id,
        resident=row,
        at=at,
        by_id=by.id,
        by_name=by.name,
        what=done,
        details=details,
    )


def _one(
    resident: Resident,
    by: Actor,
    at: datetime,
    seen: int,
    number: int,
    what: str,
    with_one: Callable[[AdjustmentFacts], tuple[Reasons, AdjustmentFacts]],
) -> Reasons:
    """Change one of the adjustments that hold."""

    def to(row: Resident) -> Reasons:
        was = next((one for one in row.agreed if one.number == number and one.in_force), None)
        if was is None:
            return (STALE,)
        found, now = with_one(was)
        if found:
            return found
        _save(row, [now if one.number == number else one for one in row.agreed])
        note(row, by, at, what, what=now.what, review_on=plain(now.review_on), why=now.why_ended)
        return ()

    return _changed(resident, seen, to)


def _changed(resident: Resident, seen: int, to: Callable[[Resident], Reasons]) -> Reasons:
    """Do it with the resident locked, unless somebody else changed something since `seen`."""
    with transaction.atomic():
        row = Resident.objects.select_for_update().get(pk=resident.pk)
        return (STALE,) if seen_of(row) != seen else to(row)


def _save(row: Resident, adjustments: Iterable[AdjustmentFacts]) -> None:
    kept = tuple(adjustments)
    row.adjustments = plain(kept)
    row.adjustment_due = rules.next_review(kept)
    row.save(update_fields=["adjustments", "adjustment_due"])
