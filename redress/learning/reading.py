"""The register of improvements as plain values: what pages and reports read."""

from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from redress.cases import lessons
from redress.cases.access import visible
from redress.cases.lessons import Counted, Upheld
from redress.cases.models import Issue, Stage
from redress.cases.models.issue import UPHELD
from redress.learning.models import Improvement, ImprovementEntry, ImprovementSource
from redress.learning.models.improvement import OPEN
from redress.learning.quality import Found, found_in
from redress.people.models import Landlord
from redress.rules.access import Actor
from redress.rules.before_after import BeforeAfter, compare, windows
from redress.rules.improvements import FINISHED, Entry, Status, is_late
from redress.rules.learning_statements import compared, uncovered

PAGE = 50
LONGEST_NUMBER = 9  # digits that a number of the register may have


class Show(StrEnum):
    """Which improvements: what is open comes first."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


WHICH = {
    Show.OPEN: OPEN,
    Show.DONE: Q(status__in=[each.value for each in FINISHED]),
    Show.DROPPED: Q(status=Status.DROPPED.value),
}


@dataclass(frozen=True)
class Improved:
    """An entry of the register by its number, with how many issues led to it."""

    number: int
    entry: Entry
    made_on: date
    sources: int

    def late(self, today: date) -> bool:
        """Whether it should have been done by now."""
        return is_late(self.entry.status, self.entry.due_on, today)


@dataclass(frozen=True)
class Helped:
    """Whether the cause fell afterwards: the counts, what they say, and what they leave out."""

    found: BeforeAfter
    says: str
    leaves_out: str


def register(
    landlord: Landlord, show: Show, *, service: str = "", cause: str = "", after: str = ""
) -> tuple[list[Improved], str]:
    """A page of the register, what is due first or ended last on top, with the mark for the next
    page: the number of rows before it. A mark that is not ours starts anew."""
    rows = _rows(landlord).filter(WHICH[show])
    rows = rows.filter(service=service) if service else rows
    rows = rows.filter(cause=cause) if cause else rows
    order = ("open_due", "id") if show is Show.OPEN else ("-ended_on", "-id")
    start = int(after) if after.isascii() and after.isdecimal() and len(after) < 7 else 0
    found = list(rows.order_by(*order)[start : start + PAGE + 1])
    return [_improved(row) for row in found[:PAGE]], str(start + PAGE) if len(found) > PAGE else ""


def services_of(landlord: Landlord) -> list[str]:
    """The services that the register names."""
    rows = Improvement.objects.filter(landlord=landlord).exclude(service="")
    return sorted(rows.values_list("service", flat=True).distinct())


def open_choices(landlord: Landlord) -> list[tuple[int, str]]:
    """What is open, by number and what it is: for adding a case to one that is there."""
    rows = Improvement.objects.filter(OPEN, landlord=landlord).order_by("open_due", "id")
    return list(rows.values_list("number", "what")[:PAGE])


def row_of(landlord: Landlord, number: int) -> Improvement | None:
    """The row of an improvement, for the store."""
    return Improvement.objects.filter(landlord=landlord, number=number).first()


def one(row: Improvement) -> Improved:
    """One improvement by its row."""
    return _improved(_rows(row.landlord).get(pk=row.pk))


def sources_of(row: Improvement, actor: Actor) -> list[Upheld]:
    """The issues that led to it, of cases that this person may see."""
    found = list(row.sources.values_list("case_id", "issue"))
    return lessons.named(row.landlord, actor, found)


def history_of(row: Improvement) -> list[ImprovementEntry]:
    """Who changed it, the newest first."""
    return list(row.entries.order_by("-id"))


def asked_for(landlord: Landlord, actor: Actor) -> list[Upheld]:
    """The lessons that ask for a change beyond their case and have none on the register yet, of
    cases this person may see; the longest ago first, a page of them."""
    there = ImprovementSource.objects.filter(case=OuterRef("case"), issue=OuterRef("number"))
    rows = Issue.objects.filter(UPHELD, visible(actor, "case__"), landlord=landlord, wider=True)
    found = rows.exclude(Exists(there)).order_by("upheld_on", "id")[:PAGE]
    return lessons.named(landlord, actor, list(found.values_list("case_id", "number")))


def improvements_of(case: Any) -> dict[int, list[int]]:
    """The numbers of the improvements that each issue of a case led to."""
    found: dict[int, list[int]] = {}
    rows = ImprovementSource.objects.filter(case=case).order_by("improvement__number")
    for issue, number in rows.values_list("issue", "improvement__number"):
        found.setdefault(issue, []).append(number)
    return found


def helped(landlord: Landlord, entry: Entry, today: date) -> Helped | None:
    """Whether what it is about was upheld less often after it was done than before. None while it
    is not done, and where it names neither a cause nor a service.

    Counts begin with the first complaint that is on record, and no earlier than a year before.
    """
    if entry.done_on is None or not (entry.cause or entry.service):
        return None
    received = Stage.objects.filter(landlord=landlord).order_by("received_on", "id")
    first = received.values_list("received_on", flat=True).first() or entry.done_on
    (start, _), (_, end) = windows(entry.done_on, first, today)
    days = lessons.upheld_days(landlord, entry.cause, entry.service, start, end)
    found = compare(days, entry.done_on, first, today)
    whole = lessons.counted(landlord, start, end)
    missing = whole.upheld - whole.learned if entry.cause else 0
    return Helped(found, compared(found, entry.done_on), uncovered(missing, whole.upheld))


@dataclass(frozen=True)
class Changed:
    """The improvements of a period: done in it, open at its end, dropped in it."""

    done: tuple[Improved, ...]
    open: tuple[Improved, ...]
    dropped: tuple[Improved, ...]

    @property
    def published(self) -> tuple[Improved, ...]:
        """Those done whose words may be shown."""
        return tuple(each for each in self.done if each.entry.published)


def changed(landlord: Landlord, start: date, end: date) -> Changed:
    """The improvements of a period, both days included. What was opened by its end and had not
    ended by then counts as open."""
    ended = _rows(landlord).filter(ended_on__range=(start, end)).order_by("ended_on", "id")
    found = [_improved(row) for row in ended]
    still = _rows(landlord).filter(made_on__lte=end).filter(OPEN | Q(ended_on__gt=end))
    return Changed(
        tuple(each for each in found if each.entry.status in FINISHED),
        tuple(_improved(row) for row in still.order_by("number")),
        tuple(each for each in found if each.entry.status is Status.DROPPED),
    )


@dataclass(frozen=True)
class Learned:
    """What was learned and changed in a period, for reports: lessons counted, improvements, what
    came of each that is published, by its number, and quality checks. No case and nobody is named.
    """

    counted: Counted
    changed: Changed
    helped: dict[int, BeforeAfter]
    checks: Found


def learned_in(landlord: Landlord, start: date, end: date, as_at: date) -> Learned:
    """The learning of a period, both days included; whether it helped, as it stood on `as_at`."""
    made = changed(landlord, start, end)
    known = ((each.number, helped(landlord, each.entry, as_at)) for each in made.published)
    came = {number: found.found for number, found in known if found}
    counted = lessons.counted(landlord, start, end)
    return Learned(counted, made, came, found_in(landlord, start, end))


def _rows(landlord: Landlord) -> QuerySet[Improvement]:
    return Improvement.objects.filter(landlord=landlord).annotate(led=Count("sources"))


def _improved(row: Any) -> Improved:
    values = {each.name: getattr(row, each.name) for each in fields(Entry)}
    entry = Entry(**{**values, "status": Status(row.status)})
    return Improved(row.number, entry, row.made_on, row.led)
