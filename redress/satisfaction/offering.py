"""Whom somebody is to ring after closing, and who said in a survey that they are unhappy: they are
owed the choice to complain (Code 1.6)."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q, QuerySet, Value

from redress.cases.access import visible
from redress.people.models import Landlord
from redress.rules.access import Actor
from redress.rules.decision import NotKept, Reason
from redress.rules.facts import Choice
from redress.rules.satisfaction import Asking as AskBy
from redress.rules.unhappy import UnhappyRow
from redress.satisfaction.known import mark_of
from redress.satisfaction.models import Asked, SurveyRound, Unhappy

MOST = 200


@dataclass(frozen=True)
class Waiting:
    """How many wait for somebody."""

    to_ring: int
    unhappy: int


def to_ring(actor: Actor, landlord: Landlord, today: date) -> list[Asked]:
    """Those to be rung now, of cases this person may see; the longest due first, at most 200."""
    rows = Asked.objects.filter(visible(actor, "case__"), landlord=landlord, is_open=True)
    rows = rows.filter(due_on__lte=today, ask_by=AskBy.PHONE.value)
    return list(rows.select_related("case__resident").order_by("due_on", "pk")[:MOST])


def one_to_ring(actor: Actor, landlord: Landlord, number: int) -> Asked | None:
    """One of those who may be rung: whoever has not answered yet, also by letter."""
    rows = Asked.objects.filter(visible(actor, "case__"), landlord=landlord, is_open=True)
    return rows.select_related("case__resident__home").filter(pk=number).first()


def unhappy(actor: Actor, landlord: Landlord) -> list[Unhappy]:
    """Those who have not been asked yet whether they want to complain, of cases this person may see
    or of no case; the longest ago first, at most 200."""
    rows = _unhappy(actor, landlord).select_related("case__resident", "survey")
    return list(rows.order_by("said_on", "pk")[:MOST])


def one_unhappy(actor: Actor, landlord: Landlord, number: int) -> Unhappy | None:
    """One of them."""
    rows = _unhappy(actor, landlord).select_related("case__resident", "survey")
    return rows.filter(pk=number).first()


def _unhappy(actor: Actor, landlord: Landlord) -> QuerySet[Unhappy]:
    seen = Q(case=None) | visible(actor, "case__")
    return Unhappy.objects.filter(seen, landlord=landlord, settled_on=None)


def waiting(actor: Actor, landlord: Landlord, today: date) -> Waiting:
    """How long both lists are; one query over what waits alone."""
    rows = Asked.objects.filter(visible(actor, "case__"), landlord=landlord, is_open=True)
    rings = rows.filter(due_on__lte=today, ask_by=AskBy.PHONE.value)
    both = rings.values_list("pk", Value("ring")).union(
        _unhappy(actor, landlord).values_list("pk", Value("unhappy"))
    )
    kinds = [kind for _, kind in both[: 2 * MOST]]
    return Waiting(kinds.count("ring"), kinds.count("unhappy"))


def settle(
    row: Unhappy, choice: Choice | None, reference: str, by: Actor, at: datetime, today: date
) -> None:
    """Keep what they chose, or (None) that they could not be reached. Whose name and words came
    from outside is forgotten then. Raises NotKept where a complaint has no reference."""
    if choice is Choice.YES and not reference.strip():
        raise NotKept((Reason("complaint_missing", "Code 1.6", "reference"),))
    gone = {"who": "", "contact": "", "words": ""} if choice is not Choice.LATER else {}
    with transaction.atomic():
        Unhappy.objects.filter(pk=row.pk, settled_on=None).update(
            choice=choice.value if choice else None,
            unreached=choice is None,
            reference=reference.strip()[:40],
            settled_on=None if choice is Choice.LATER else today,
            settled_by=by.name,
            **gone,
        )


@transaction.atomic
def add(landlord: Landlord, survey: int | None, rows: list[UnhappyRow]) -> int:
    """Put down people who said in a survey that they are unhappy, each once a day that they said
    it, also where it is settled and their name is forgotten. Gives how many."""
    Landlord.objects.select_for_update().get(pk=landlord.pk)  # one at a time
    held = SurveyRound.objects.filter(landlord=landlord, pk=survey or 0).first()
    made = 0
    for row in rows:
        mark = mark_of(landlord.pk, row.said_on, row.who, row.contact)
        same = {"landlord": landlord, "said_on": row.said_on, "mark": mark}
        if not Unhappy.objects.filter(**same).exists():
            who = {"who": row.who, "contact": row.contact, "words": row.words}
            Unhappy.objects.create(survey=held, **same, **who)
            made += 1
    return made
