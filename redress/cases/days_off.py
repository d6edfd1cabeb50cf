"""Days that count no longer, or again: looked at before they are set, then set with their effect.

A bank holiday proclaimed or moved away counts for every landlord of its division; a closure day
for one landlord alone. Setting one gives each landlord whose dates may move work for the worker.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.timezone import localdate

from redress.cases.access import visible
from redress.cases.book import Days, book_of, book_with, changed, days_of
from redress.cases.facts import facts_of
from redress.cases.models import Case, Deadline, Redating
from redress.people import admin_log
from redress.people.models import ClosureDay, Landlord, ProclaimedDay
from redress.rules.access import SYSTEM, Actor, Verb
from redress.rules.actions.redate import Redate
from redress.rules.calendar import BankHoliday
from redress.rules.decision import Book, Context, Decision
from redress.rules.facts import Skipped
from redress.rules.policy_files import PolicyError
from redress.rules.record import KEYS
from redress.rules.stages import decide
from redress.rules.words import long_date

PAGE = 50


class What(StrEnum):
    """What a day becomes."""

    HOLIDAY = "holiday"  # a bank holiday, for the whole division
    MOVED = "moved"  # a bank holiday no longer
    CLOSURE = "closure"  # this landlord is closed


SAYS = {
    (What.HOLIDAY, False): "{day} is a bank holiday: {why}.",
    (What.HOLIDAY, True): "{day} is no bank holiday after all: {why}.",
    (What.MOVED, False): "{day} is no bank holiday any more: {why}.",
    (What.MOVED, True): "{day} is a bank holiday after all: {why}.",
    (What.CLOSURE, False): "We are closed on {day}: {why}.",
    (What.CLOSURE, True): "We are not closed on {day} after all: {why}.",
}


@dataclass(frozen=True)
class Change:
    """One day set, or with `off` taken away again."""

    what: What
    date: date
    why: str
    off: bool = False

    @property
    def reason(self) -> str:
        """What is said of it on the record of each case."""
        return SAYS[self.what, self.off].format(day=long_date(self.date), why=self.why)


@dataclass(frozen=True)
class Moved:
    """One case whose dates would move: the moves are as in the note of `redate`."""

    reference: str
    moves: list[dict[str, str]]


def division_of(landlord: Landlord, today: date) -> str:
    """The part of the United Kingdom whose bank holidays a landlord keeps."""
    return book_of(landlord).in_force(landlord.slug, today).division


def concerned(landlord: Landlord, what: What, today: date) -> list[Landlord]:
    """The landlords whose days change: for a bank holiday, all of the site in the division."""
    if what is What.CLOSURE:
        return [landlord]
    division = division_of(landlord, today)
    return [
        each for each in Landlord.objects.order_by("name") if _division(each, today) == division
    ]


def _division(landlord: Landlord, today: date) -> str:
    try:
        return division_of(landlord, today)
    except PolicyError:  # not a landlord with cases yet: it has no policy
        return ""


def with_change(landlord: Landlord, change: Change, today: date) -> Book:
    """The landlord's book as it would be."""
    days, division = days_of(landlord.pk), division_of(landlord, today)
    if change.what is What.CLOSURE:
        closures = tuple(day for day in days.closures if day.date != change.date)
        added = () if change.off else (Skipped(change.date, change.why),)
        return book_with(landlord, replace(days, closures=(*closures, *added)))
    others = tuple(each for each in days.proclaimed if each[1].date != change.date)
    day = BankHoliday(change.date, change.why, kept=change.what is What.HOLIDAY)
    own = () if change.off else ((division, day),)
    return book_with(landlord, Days((*others, *own), days.closures))


def preview(
    actor: Actor, landlord: Landlord, change: Change, today: date, after: int = 0
) -> tuple[list[Moved], int]:
    """The open cases among the next fifty whose dates would move, and the mark of the page after
    them, or 0. Those that this person may not see are not shown, though they move too."""
    rows = _may_move(landlord, change.date).filter(visible(actor), pk__gt=after)
    looked = list(rows.order_by("pk").prefetch_related(*KEYS)[: PAGE + 1])
    context = Context(SYSTEM, today, with_change(landlord, change, today))
    found = list(_moved(looked[:PAGE], Redate(reason=change.reason), context))
    return found, looked[PAGE - 1].pk if len(looked) > PAGE else 0


def _may_move(landlord: Landlord, day: date) -> QuerySet[Case]:
    """Open cases with a date still to be met on that day or after it."""
    unmet = Deadline.objects.filter(case=OuterRef("pk"), met_on__isnull=True)
    later = unmet.filter(Q(promise_due__gte=day) | Q(code_due__gte=day))
    rows = Case.objects.filter(Exists(later), landlord=landlord, open_due__isnull=False)
    return rows.select_related("landlord")


def _moved(rows: list[Case], given: Redate, context: Context) -> Iterator[Moved]:
    for row in rows:
        answer: Any = decide(Verb.REDATE, facts_of(row), given, context)
        if isinstance(answer, Decision):
            yield Moved(row.reference, answer.events[0].note["redated"])


def apply(landlord: Landlord, by: Actor, change: Change, at: datetime) -> bool:
    """Set the day, or take it away, and give the worker its work; False where it was so already."""
    today = localdate(at)
    with transaction.atomic():
        Landlord.objects.select_for_update().get(pk=landlord.pk)
        if not _written(landlord, change, today):
            return False
        touched = concerned(landlord, change.what, today)
        changed(each.pk for each in touched)
        for each in touched:
            Redating.objects.create(landlord=each, reason=change.reason, asked_at=at)
            word = "day_off" if change.off else "day"
            told = {"because": change.why}
            admin_log.note(each, by, word, f"{change.date.isoformat()}", at, **told)
        return True


def _written(landlord: Landlord, change: Change, today: date) -> bool:
    if change.what is What.CLOSURE:
        rows: Any = ClosureDay.objects.filter(landlord=landlord, date=change.date)
        make = {"landlord": landlord, "date": change.date, "why": change.why}
    else:
        division, kept = division_of(landlord, today), change.what is What.HOLIDAY
        rows = ProclaimedDay.objects.filter(division=division, date=change.date)
        make = {"division": division, "date": change.date, "why": change.why, "kept": kept}
    if change.off:
        return bool(rows.delete()[0])
    if rows.exists():
        return False
    rows.model.objects.create(**make)
    return True


def days(landlord: Landlord, today: date) -> list[Change]:
    """The days that are set for a landlord, in order."""
    closures = ClosureDay.objects.filter(landlord=landlord)
    proclaimed = ProclaimedDay.objects.filter(division=division_of(landlord, today))
    found = [Change(What.CLOSURE, row.date, row.why) for row in closures]
    for row in proclaimed:
        found.append(Change(What.HOLIDAY if row.kept else What.MOVED, row.date, row.why))
    return sorted(found, key=lambda each: each.date)
