"""What is learned, over all cases of a landlord: the lessons that are owed, those that are kept,
and how often each cause was upheld (Code 9.1, 9.2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet, Value
from django.db.models.functions import Coalesce, NullIf

from redress.cases.access import visible
from redress.cases.models import Issue
from redress.cases.models.issue import UPHELD
from redress.people.models import Landlord
from redress.rules.access import Actor
from redress.rules.facts import Finding

PAGE = 50
LONGEST_NUMBER = 19  # digits that a row's number may have
OWED = UPHELD & Q(learned_on__isnull=True)
SERVICE = Coalesce(NullIf("service", Value("")), "case__service")


@dataclass(frozen=True)
class Upheld:
    """One issue that was upheld, in whole or in part, and its case in a few words."""

    reference: str
    number: int
    summary: str
    service: str
    finding: Finding
    upheld_on: date
    handler: str
    cause: str = ""
    went_wrong: str = ""
    lesson: str = ""
    wider: bool | None = None
    learned_on: date | None = None


def owed(
    landlord: Landlord, actor: Actor, after: str = "", *, mine: bool = False
) -> tuple[list[Upheld], str]:
    """A page of the issues that were upheld and have no lesson, of cases this person may see, the
    longest ago first; with the mark for the next page, empty on the last. A mark that is not ours
    starts anew."""
    rows = _owed(landlord, actor, mine).order_by("upheld_on", "id")
    day, _, number = after.partition(".")
    try:
        mark = date.fromisoformat(day), int(number[:LONGEST_NUMBER])
        rows = rows.filter(Q(upheld_on__gt=mark[0]) | Q(upheld_on=mark[0], id__gt=mark[1]))
    except ValueError:
        pass  # no mark: the first page, as the docstring says
    found = list(_with_case(rows)[: PAGE + 1])
    more = f"{found[PAGE - 1].upheld_on}.{found[PAGE - 1].pk}" if len(found) > PAGE else ""
    return [_upheld(row) for row in found[:PAGE]], more


def count_owed(landlord: Landlord, actor: Actor, *, mine: bool = False) -> int:
    """How many lessons are owed: over what is owed alone, which an index holds."""
    return _owed(landlord, actor, mine).count()


def learned(
    landlord: Landlord, actor: Actor, start: date, end: date, *, wider: bool | None = None
) -> list[Upheld]:
    """The lessons of what was upheld in a period, both days included, of cases this person may see;
    with `wider`, those alone that ask for a change beyond their case. The latest first."""
    rows = Issue.objects.filter(
        UPHELD, visible(actor, "case__"), landlord=landlord, upheld_on__range=(start, end)
    ).filter(learned_on__isnull=False)
    if wider is not None:
        rows = rows.filter(wider=wider)
    return [_upheld(row) for row in _with_case(rows.order_by("-upheld_on", "-id"))]


@dataclass(frozen=True)
class Counted:
    """How many issues were upheld in a period, of how many a lesson is kept, and by cause."""

    upheld: int
    learned: int
    wider: int
    causes: tuple[tuple[str, int], ...]


def counted(landlord: Landlord, start: date, end: date) -> Counted:
    """The counts of a period, both days included, over all of the landlord's cases: a figure leaves
    nothing out. Two queries over what was upheld in the period alone."""
    rows = _in(landlord, start, end)
    kept = Q(learned_on__isnull=False)
    whole = rows.aggregate(
        upheld=Count("pk"),
        learned=Count("pk", filter=kept),
        wider=Count("pk", filter=Q(wider=True)),
    )
    causes = rows.filter(kept).values_list("cause").annotate(many=Count("pk"))
    return Counted(**whole, causes=tuple(causes.order_by("-many", "cause")))


def upheld_days(
    landlord: Landlord, cause: str, service: str, start: date, end: date
) -> list[tuple[date, int]]:
    """How many issues of this cause and service (any where empty) were upheld on each day of a
    period, both ends included."""
    rows = _in(landlord, start, end)
    rows = rows.filter(cause=cause) if cause else rows
    if service:
        rows = rows.annotate(answers=SERVICE).filter(answers=service)
    return list(rows.values_list("upheld_on").annotate(many=Count("pk")).order_by("upheld_on"))


def named(landlord: Landlord, actor: Actor, issues: Sequence[tuple[int, int]]) -> list[Upheld]:
    """Some issues by the numbers of their cases' rows and their own, of cases this person may
    see."""
    if not issues:
        return []
    wanted = Q()
    for case, number in issues:
        wanted |= Q(case=case, number=number)
    rows = Issue.objects.filter(wanted, visible(actor, "case__"), landlord=landlord)
    return [_upheld(row) for row in _with_case(rows.order_by("case__reference", "number"))]


def issue_of(landlord: Landlord, actor: Actor, reference: str, number: int) -> Issue | None:
    """The row of an issue of a case that this person may see."""
    rows = Issue.objects.filter(visible(actor, "case__"), landlord=landlord)
    return rows.select_related("case").filter(case__reference=reference, number=number).first()


def _in(landlord: Landlord, start: date, end: date) -> QuerySet[Issue]:
    rows = Issue.objects.filter(UPHELD, landlord=landlord, upheld_on__range=(start, end))
    return rows.filter(case__merged_into="")


def _owed(landlord: Landlord, actor: Actor, mine: bool) -> QuerySet[Issue]:
    rows = Issue.objects.filter(OWED, visible(actor, "case__"), landlord=landlord)
    rows = rows.filter(case__erased_on=None)  # nobody can say any more what was learned
    return rows.filter(case__handler=actor.id) if mine else rows


def _with_case(rows: QuerySet[Issue]) -> QuerySet[Issue]:
    return rows.select_related("case__handler")


def _upheld(row: Issue) -> Upheld:
    case = row.case
    return Upheld(
        reference=case.reference,
        number=row.number,
        summary=row.summary,
        service=row.service or case.service,
        finding=Finding(row.findings[-1]["finding"]),
        upheld_on=row.upheld_on or case.received_on,
        handler=case.handler.name if case.handler else "",
        cause=row.cause,
        went_wrong=row.went_wrong,
        lesson=row.lesson,
        wider=row.wider,
        learned_on=row.learned_on,
    )
