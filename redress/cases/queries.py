"""What pages and reports read, of one landlord each. Lists are in `lists`, finding in `search`."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count

from redress.cases.access import visible
from redress.cases.facts import facts_of
from redress.cases.models import Case, Event, Letter, Stage, StoredFile
from redress.cases.needs import before_contact
from redress.cases.stored import files_of
from redress.people.models import Landlord, Membership, Resident, User
from redress.rules.access import Actor, Role
from redress.rules.before import Before
from redress.rules.facts import CaseFacts, Kind, LateReason


@dataclass(frozen=True)
class CasePage:
    """Everything the page of one case shows. `seen` goes into its forms (see `perform`)."""

    case: CaseFacts
    resident: Any  # people.Resident with home, or None
    home: Any  # people.Home, where they lived on the day of receipt, or None
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
        home=row.home,
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


def references_of(resident: Resident) -> list[str]:
    """The references of all cases of a resident, the oldest first."""
    rows = Case.objects.filter(resident=resident).order_by("received_on", "pk")
    return list(rows.values_list("reference", flat=True))


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


def compliments_with_tag(landlord: Landlord, start: date, end: date, tag: str) -> frozenset[str]:
    """The references of compliments received in a period, both days included, with this tag."""
    rows = Case.objects.filter(
        landlord=landlord, kind=Kind.COMPLIMENT.value, stages__received_on__range=(start, end)
    )
    tagged = rows.exclude(tags=[]).values_list("reference", "tags")
    return frozenset(ref for ref, tags in tagged if tag in (each.casefold() for each in tags))
