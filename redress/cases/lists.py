"""Lists of cases: one page at a time by keyset, counts of open work, and whole lists for files.

Every list is of one landlord and of what the person may see. A page costs the same however many
cases there are; counts look at open work alone, whose index holds nothing else.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from redress.cases import access
from redress.cases.filters import ME, OPEN, Filters, Seen, passing
from redress.cases.models import Case, SearchWord
from redress.cases.words import RISK, TAG, mark
from redress.people.models import Landlord
from redress.rules.access import Actor
from redress.rules.facts import Awaited, Kind, State

PAGE = 25
CHUNK = 500  # cases read at a time for a file
FEW = 1_000  # cases of a tag or a risk, to be named one by one
LONGEST_NUMBER = 19  # digits that a row's number may have
# What a list may be sorted by, and the column; a closed case has no date to meet.
SORTS = {
    "due": "open_due",
    "received": "received_on",
    "reference": "reference",
    "resident": "resident_name",
    "service": "service",
}


@dataclass(frozen=True)
class Line:
    """One row of a list: what it says of a case, and no more. `seen` is its number of events."""

    number: int
    reference: str
    resident: str
    place: str
    about: str
    kind: Kind
    state: State
    handler: str
    next_due: date | None
    next_clock: str
    risks: tuple[str, ...]
    seen: int
    awaits: Awaited | None = None


@dataclass(frozen=True)
class Page:
    """A page of a list, with the marks to give for the pages before and after it, if any."""

    lines: tuple[Line, ...]
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class Order:
    """How a list is sorted: by one of `SORTS`, `falling` if the last come first."""

    by: str = "due"
    falling: bool = False

    @property
    def column(self) -> str:
        """The column of the case."""
        return SORTS[self.by]

    def turned(self) -> "Order":
        """The same the other way round."""
        return replace(self, falling=not self.falling)


def order_of(sort: str, filters: Filters) -> Order:
    """The order that a word asks for: "due", "-received". What is closed has no date to meet, so
    lists with closed cases come by the day received, the newest first."""
    by = sort.removeprefix("-") or "due"
    if by == "due" and filters.show != OPEN:
        return Order("received", falling=True)
    return Order(by, sort.startswith("-"))


def cases_of(actor: Actor, landlord: Landlord) -> QuerySet[Case]:
    """The landlord's cases, those that this person may see."""
    return Case.objects.filter(access.visible(actor), landlord=landlord)


def kept(landlord: Landlord, filters: Filters, seen: Seen) -> QuerySet[Case]:
    """The cases that pass, in no order.

    Where closed ones are among them, few cases of a tag or a risk are read by that alone. Naming
    the landlord as well would make SQLite walk all that it has; the marks are the landlord's.
    """
    few = None if filters.show == OPEN else _marked_few(landlord, filters)
    if few is None:
        return cases_of(seen.actor, landlord).filter(passing(filters, seen))
    return Case.objects.filter(access.visible(seen.actor), passing(filters, seen), pk__in=few)


def _marked_few(landlord: Landlord, filters: Filters) -> list[int] | None:
    """The cases of the filters' tag, or of their risk; None where they are not few."""
    for kind, text in ((TAG, filters.tag), (RISK, filters.risk)):
        if text:
            marks = SearchWord.objects.filter(landlord=landlord, word=mark(kind, text))
            found = list(marks.values_list("case", flat=True)[: FEW + 1])
            if len(found) <= FEW:
                return found
    return None


def page_of(
    landlord: Landlord,
    filters: Filters,
    seen: Seen,
    order: Order,
    *,
    before: str = "",
    after: str = "",
) -> Page:
    """The page after a mark, or before one, or the first. A mark that is not ours is none."""
    rows = kept(landlord, filters, seen)
    mark = _mark(cases_of(seen.actor, landlord), order, before or after)
    back = bool(before and mark)
    way = order.turned() if back else order
    found = list(_lines(_from(_sorted(rows, way), way, mark))[: PAGE + 1])
    more, found = len(found) > PAGE, found[:PAGE]
    if back:
        found.reverse()
    if not found:
        return Page(())
    earlier = _mark_of(found[0], order) if (more if back else mark) else ""
    later = _mark_of(found[-1], order) if (back or more) else ""
    return Page(tuple(line(row) for row in found), earlier, later)


def every(rows: QuerySet[Case], order: Order) -> Iterator[Case]:
    """All of a list, some hundreds at a time: memory does not grow with it."""
    mark: tuple[Any, int] | None = None
    while chunk := list(_lines(_from(_sorted(rows, order), order, mark))[:CHUNK]):
        yield from chunk
        mark = getattr(chunk[-1], order.column), chunk[-1].pk


def numbered(actor: Actor, landlord: Landlord, numbers: Iterable[int]) -> list[Line]:
    """Some cases by their rows' numbers, those that this person may see."""
    found = cases_of(actor, landlord).filter(pk__in=list(numbers))
    return [line(row) for row in _lines(found)]


def counts(landlord: Landlord, lists: Mapping[str, Filters], seen: Seen) -> dict[str, int]:
    """How many open cases each list has, in one query over open work. A list that shows closed
    cases is not counted: it would be a count over all that a landlord ever had."""
    counted = {name: each for name, each in lists.items() if each.show == OPEN}
    if not counted:
        return {}
    rows = cases_of(seen.actor, landlord).filter(open_due__isnull=False)
    if all(each.handler == ME for each in counted.values()):
        rows = rows.filter(handler=seen.actor.id)
    named = {f"list_{n}": each for n, each in enumerate(counted.values())}
    how_many = rows.aggregate(
        **{name: Count("pk", filter=passing(each, seen)) for name, each in named.items()}
    )
    return dict(zip(counted, (how_many[name] for name in named), strict=True))


def by_service(landlord: Landlord, filters: Filters, seen: Seen) -> list[tuple[str, int]]:
    """How many of a list of open cases each service has, by its name."""
    rows = kept(landlord, filters, seen).order_by("service")
    return list(rows.values_list("service").annotate(number=Count("pk")))


@dataclass(frozen=True)
class Choices:
    """What a landlord's open work can be filtered by, as it stands."""

    handlers: list[tuple[int, str]]
    services: list[str]
    categories: list[str]
    tags: list[str]


def choices(landlord: Landlord, actor: Actor) -> Choices:
    """What there is in open work: who has it, and what it is about. Leavers who still have cases
    are among the handlers."""
    rows = cases_of(actor, landlord).filter(open_due__isnull=False)
    named = rows.filter(handler__isnull=False).order_by("handler__name", "handler")
    about = set(rows.values_list("service", "category").distinct())
    tagged = rows.exclude(tags=[]).values_list("tags", flat=True)
    return Choices(
        list(named.values_list("handler_id", "handler__name").distinct()),
        sorted({service for service, _ in about if service}),
        sorted({category for _, category in about if category}),
        sorted({tag for tags in tagged for tag in tags}),
    )


def _sorted(rows: QuerySet[Case], order: Order) -> QuerySet[Case]:
    keys = (F(order.column), F("pk"))
    return rows.order_by(*(key.desc() if order.falling else key.asc() for key in keys))


def _from(rows: QuerySet[Case], order: Order, mark: tuple[Any, int] | None) -> QuerySet[Case]:
    """The rows beyond a mark. The first condition is what lets the index begin there."""
    if mark is None:
        return rows
    value, number = mark
    way = "lt" if order.falling else "gt"
    beyond = Q(**{f"{order.column}__{way}": value}) | Q(
        **{order.column: value, f"pk__{way}": number}
    )
    return rows.filter(Q(**{f"{order.column}__{way}e": value}), beyond)


def _mark_of(row: Case, order: Order) -> str:
    """Where a row stands. A name does not go into an address: its case's number says enough."""
    value = "" if order.by == "resident" else getattr(row, order.column)
    return f"{value}.{row.pk}"


def _mark(rows: QuerySet[Case], order: Order, text: str) -> tuple[Any, int] | None:
    """The mark in a text; None where it is not one of ours."""
    value, _, number = text.rpartition(".")
    if not number.isdecimal() or not number.isascii() or len(number) >= LONGEST_NUMBER:
        return None
    if order.by == "resident":
        names = rows.filter(pk=int(number)).values_list(order.column, flat=True)
        return next(((name, int(number)) for name in names), None)
    if order.by in ("reference", "service"):
        return None if "\x00" in value else (value, int(number))
    try:
        return date.fromisoformat(value), int(number)
    except ValueError:
        return None


def _lines(rows: QuerySet[Case]) -> QuerySet[Case]:
    return rows.select_related("handler", "resident__home")


def line(row: Case) -> Line:
    """What a list says of a case."""
    resident, home = row.resident, row.resident.home if row.resident else None
    return Line(
        number=row.pk,
        reference=row.reference,
        resident=resident.name if resident else "No name given",
        place=home.address if home else "",
        about=row.category or row.service or row.description[:80],
        kind=Kind(row.kind),
        state=State(row.state),
        handler=row.handler.name if row.handler else "",
        next_due=row.next_due,
        next_clock=row.next_clock,
        risks=tuple(row.risks),
        awaits=Awaited(row.awaits) if row.awaits else None,
        seen=row.event_count,
    )
