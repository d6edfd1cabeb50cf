"""Requests for comments that wait for an answer, over all cases of a landlord."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date

from django.db.models import Exists, OuterRef, Q
from pydantic import TypeAdapter

from redress.cases.access import visible
from redress.cases.models import Comment, Stage
from redress.people.models import Landlord
from redress.rules.access import Actor
from redress.rules.facts_comments import CommentFacts

PAGE = 50
LONGEST_NUMBER = 19  # digits that a row's number may have
OPEN = Q(answered_on__isnull=True, withdrawn_on__isnull=True)
_facts = TypeAdapter(CommentFacts)


@dataclass(frozen=True)
class Waiting:
    """One request that is open, and its case in a few words."""

    reference: str
    number: int
    name: str
    organisation: str
    due_on: date
    escalated_on: date | None
    chased: int
    about: str
    handler: str


def open_requests(landlord: Landlord, actor: Actor, after: str = "") -> tuple[list[Waiting], str]:
    """A page of the open requests, the longest overdue first, of cases this person may see; with
    the mark to give for the next page, empty on the last. A mark that is not ours starts anew."""
    rows = (
        Comment.objects.filter(OPEN, visible(actor, "case__"), landlord=landlord)
        .select_related("case__handler")
        .order_by("due_on", "id")
    )
    day, _, number = after.partition(".")
    try:
        mark = date.fromisoformat(day), int(number[:LONGEST_NUMBER])
        rows = rows.filter(Q(due_on__gt=mark[0]) | Q(due_on=mark[0], id__gt=mark[1]))
    except ValueError:
        pass  # no mark: the first page, as the docstring says
    found = list(rows[: PAGE + 1])
    more = f"{found[PAGE - 1].due_on}.{found[PAGE - 1].pk}" if len(found) > PAGE else ""
    return [_waiting(row) for row in found[:PAGE]], more


def to_chase(today: date) -> Iterator[tuple[Landlord, str, CommentFacts]]:
    """Every open request of every landlord made before today, whose stage has not been answered
    since, with the reference of its case: for the round that chases."""
    answered = Stage.objects.filter(
        case=OuterRef("case"), number=OuterRef("stage"), ended_on__gte=OuterRef("asked_on")
    )
    rows = (
        Comment.objects.filter(OPEN, ~Exists(answered), asked_on__lt=today)
        .select_related("landlord", "case")
        .order_by("landlord_id", "due_on", "id")
    )
    for row in rows.iterator(chunk_size=500):
        values = {field.name: getattr(row, field.name) for field in fields(CommentFacts)}
        yield row.landlord, row.case.reference, _facts.validate_python(values)


def _waiting(row: Comment) -> Waiting:
    case = row.case
    return Waiting(
        reference=case.reference,
        number=row.number,
        name=row.name,
        organisation=row.organisation,
        due_on=row.due_on,
        escalated_on=row.escalated_on,
        chased=len(row.chased_on),
        about=case.category or case.service or case.description[:80],
        handler=case.handler.name if case.handler else "",
    )
