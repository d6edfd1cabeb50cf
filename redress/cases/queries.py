"""Lists and searches. Every one is scoped by its landlord and costs the same however many cases."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case as Choice
from django.db.models import Exists, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce, NullIf

from redress.cases.facts import facts_of
from redress.cases.models import Case, Event, Letter, SearchWord, Stage, StoredFile
from redress.cases.stored import files_of
from redress.cases.words import words
from redress.people.models import Landlord, Membership, User
from redress.rules.access import Role
from redress.rules.facts import CaseFacts, Finding, Kind, State, Tenure
from redress.rules.figures import FigureRow

PAGE = 50
MANY = 2_000  # a word of more cases than these is a common one
LATER = Stage.objects.filter(case=OuterRef("case"), number__gt=OuterRef("number"))
# A withdrawal ends a case. Before a stage 2 it is an old system's word, and no answer.
WITHDRAWN = Q(outcome=Finding.WITHDRAWN.value) & ~Exists(LATER)
ANSWERED = Choice(When(WITHDRAWN | ~Q(refused_ground=""), then="ended_on"), default="responded_on")
# As an old system had them at the stage, else as the case has them.
AT_THIS_STAGE = (
    Coalesce("tenure", "case__tenure"),
    *(
        Coalesce(NullIf(name, Value("")), f"case__{name}")
        for name in ("service", "category", "channel")
    ),
    Coalesce("petition", "case__petition"),
)
MOST_WORDS = 6  # of what is typed into the search
LONGEST_NUMBER = 19  # digits that a row's number may have


@dataclass(frozen=True)
class Line:
    """One row of a list: what it says of a case, and no more."""

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


@dataclass(frozen=True)
class Page:
    """A page of a list. `after` is the mark to give for the next page, empty on the last."""

    lines: tuple[Line, ...]
    after: str = ""


def worklist(
    landlord: Landlord,
    *,
    handler: int | None = None,
    overdue_on: date | None = None,
    stage: str = "",
    after: str = "",
) -> Page:
    """Cases on which something is owed by a date, the next due first.

    `overdue_on` keeps those whose date is before that day; `stage` keeps "0", "1" or "2"; `after`
    is the mark of the page before. A mark that is not one of ours starts at the beginning.
    """
    rows = _cases(landlord).filter(next_due__isnull=False).order_by("next_due", "id")
    if handler is not None:
        rows = rows.filter(handler=handler)
    if overdue_on is not None:
        rows = rows.filter(next_due__lt=overdue_on)
    if stage:
        rows = rows.filter(state__startswith="request" if stage == "0" else f"stage_{stage}")
    return _page(rows, after)


def unscheduled(landlord: Landlord, *, after: str = "") -> Page:
    """Open cases on which nothing is due by a date: answered and ready to close, or unpromised."""
    rows = _cases(landlord).filter(next_due__isnull=True).exclude(state=State.CLOSED.value)
    rows = rows.order_by("-id")
    if after.isdecimal() and len(after) < LONGEST_NUMBER:
        rows = rows.filter(id__lt=int(after))
    found = list(rows[: PAGE + 1])
    mark = str(found[PAGE - 1].pk) if len(found) > PAGE else ""
    return Page(tuple(_line(row) for row in found[:PAGE]), mark)


def _page(rows: QuerySet[Case], after: str) -> Page:
    day, _, number = after.partition(".")
    try:
        mark = date.fromisoformat(day), int(number)
        rows = rows.filter(Q(next_due__gt=mark[0]) | Q(next_due=mark[0], id__gt=mark[1]))
    except ValueError:
        pass  # no mark: the first page, as the docstring says
    found = list(rows[: PAGE + 1])
    more = found[PAGE - 1] if len(found) > PAGE else None
    mark_of = f"{more.next_due}.{more.pk}" if more else ""
    return Page(tuple(_line(row) for row in found[:PAGE]), mark_of)


def find(landlord: Landlord, text: str) -> tuple[Line, ...]:
    """Cases that have every word typed, or a word that begins with it: at most 50, newest first.

    Looks at reference, resident's name, address, postcode, phone, service and category. Typed with
    blanks in it, a reference or a number is found too.
    """
    typed = words(text)[:MOST_WORDS]
    ways = {tuple(typed), ("".join(typed),)} if typed else set()
    hits = {hit for way in ways for hit in _newest_hits(landlord, way)}
    newest = [number for _, number in sorted(hits, reverse=True)[:PAGE]]
    rows = Case.objects.filter(pk__in=newest).select_related("handler", "resident__home")
    return tuple(_line(row) for row in rows.order_by("-received_on", "-id"))


def _newest_hits(landlord: Landlord, typed: tuple[str, ...]) -> list[tuple[date, int]]:
    """The newest cases with all the words, by received date and number.

    Common words are looked for among the newest cases first: they are soon found there. A rare
    one is looked up, and its cases (the landlord's own) are asked for the others. Naming the
    landlord of those cases as well would make SQLite walk all that it has. Only common words that
    seldom meet cost more in a larger store: every case of one of them is asked.
    """
    size = {word: _holding(landlord, word)[: MANY + 1].count() for word in typed}
    rarest = min(typed, key=lambda word: size[word])
    found = []
    if size[rarest] > MANY:
        since = _since(landlord)
        found = _first(Case.objects.filter(landlord=landlord, received_on__gte=since), typed)
    if len(found) < PAGE:
        others = [word for word in typed if word != rarest]
        cases = _holding(landlord, rarest).values("case")
        found = _first(Case.objects.filter(pk__in=cases), others)
    return found


def _holding(landlord: Landlord, word: str) -> QuerySet[SearchWord]:
    return SearchWord.objects.filter(_begins(word), landlord=landlord)


def _begins(word: str) -> Q:
    return Q(word__gte=word, word__lt=word + "\U0010ffff")


def _first(rows: QuerySet[Case], having: Iterable[str]) -> list[tuple[date, int]]:
    for word in having:
        rows = rows.filter(Exists(SearchWord.objects.filter(_begins(word), case=OuterRef("pk"))))
    newest = rows.order_by("-received_on", "-id").values_list("received_on", "id")
    return list(newest[:PAGE])


def _since(landlord: Landlord) -> date:
    """The received date before which a landlord's cases are no longer among its newest."""
    days = Case.objects.filter(landlord=landlord).order_by("-received_on", "-id")
    return next(iter(days.values_list("received_on", flat=True)[MANY : MANY + 1]), date.min)


def _cases(landlord: Landlord) -> QuerySet[Case]:
    return Case.objects.filter(landlord=landlord).select_related("handler", "resident__home")


def _line(row: Case) -> Line:
    resident, home = row.resident, row.resident.home if row.resident else None
    return Line(
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
    )


@dataclass(frozen=True)
class CasePage:
    """Everything the page of one case shows. `seen` goes into its forms (see `perform`)."""

    case: CaseFacts
    resident: Any  # people.Resident with home, or None
    handler: str
    events: tuple[Event, ...]
    letters: tuple[Letter, ...]
    seen: int
    files: dict[str, StoredFile]  # by the place that a document names


def case_page(row: Case) -> CasePage:
    """The case as facts with its story, newest first. The row comes from `access.get_case`."""
    facts = facts_of(row)
    return CasePage(
        case=facts,
        resident=row.resident,
        handler=row.handler.name if row.handler else "",
        events=tuple(row.events.order_by("-sequence")),
        letters=tuple(row.letters.order_by("-number")),
        seen=row.event_count,
        files=files_of(row) if facts.documents else {},
    )


def letter_of(row: Case, number: int) -> Letter | None:
    """An issued letter of a case, by its number."""
    return row.letters.filter(number=number).first()


def names_of(people: Collection[int]) -> dict[int, str]:
    """The names of users by their numbers, whether or not they still hold a role."""
    if not people:
        return {}
    return dict(User.objects.filter(pk__in=people).values_list("pk", "name"))


def colleagues(landlord: Landlord, *roles: Role) -> list[tuple[int, str]]:
    """Active users who hold one of these roles for the landlord (any role if none is named)."""
    rows = Membership.objects.filter(landlord=landlord, user__is_active=True)
    if roles:
        rows = rows.filter(role__in=[role.value for role in roles])
    return list(rows.order_by("user__name").values_list("user_id", "user__name").distinct())


def figure_rows(landlord: Landlord, start: date, end: date) -> Iterator[FigureRow]:
    """One row a stage that began in the period, both days included. One query, streamed: memory
    does not grow with the period. Refusing a stage, or a resident's withdrawal, answers it. A
    request that became a complaint is counted as that alone (Code 1.5), and a complaint merged
    into another as that other.
    """
    rows = (
        Stage.objects.filter(landlord=landlord, received_on__range=(start, end))
        .filter(case__merged_into="")
        .exclude(number=0, case__kind=Kind.COMPLAINT.value)
        .order_by("received_on", "id")
        .values_list(
            "case__reference", "case__kind", "number", "received_on", "held_due", "promise_due",
            "code_due", "extended_to", ANSWERED, "outcome", *AT_THIS_STAGE,
        )
    )  # fmt: skip
    for row in rows.iterator(chunk_size=2_000):
        reference, kind, number, received, held, promised, code, extended, responded = row[:9]
        yield FigureRow(
            reference,
            Kind(kind),
            number,
            received,
            held or promised,
            code,
            extended,
            responded,
            Finding(row[9]) if row[9] else None,
            Tenure(row[10]) if row[10] else None,
            *row[11:],
        )
