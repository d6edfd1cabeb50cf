"""What pages and reports read, of one landlord each. Lists are in `lists`, finding in `search`."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case as Choice
from django.db.models import Count, Exists, OuterRef, Q, Value, When
from django.db.models.functions import Coalesce, NullIf

from redress.cases.access import visible
from redress.cases.facts import facts_of
from redress.cases.models import Case, Event, Letter, Stage, StoredFile
from redress.cases.needs import before_contact
from redress.cases.stored import files_of
from redress.people.models import Landlord, Membership, User
from redress.rules.access import Actor, Role
from redress.rules.before import Before
from redress.rules.facts import CaseFacts, Finding, Kind, LateReason, Tenure
from redress.rules.figures import FigureRow

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
    row: Case  # for what is no part of the record: drafts, who is here
    before: tuple[Before, ...] = ()  # what to know before they are written to or rung


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
        row=row,
        before=before_contact(row.resident),
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


def employers(landlord: Landlord) -> dict[int, str]:
    """For whom each of the landlord's staff works, by number: "Council, Complaints Team"."""
    held = Membership.objects.filter(landlord=landlord, team__isnull=False)
    rows = held.order_by("-pk").values_list("user_id", "team__organisation__name", "team__name")
    return {person: f"{organisation}, {team}" for person, organisation, team in rows}


def why_late(actor: Actor, landlord: Landlord, start: date, end: date) -> dict[LateReason, int]:
    """How many late responses of a period, ends included, had each reason; the most first."""
    rows = Stage.objects.filter(visible(actor, "case__"), landlord=landlord)
    late = rows.filter(responded_on__range=(start, end), late_reason__isnull=False)
    counted = late.values_list("late_reason").annotate(many=Count("pk"))
    return {LateReason(name): many for name, many in counted.order_by("-many", "late_reason")}


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
