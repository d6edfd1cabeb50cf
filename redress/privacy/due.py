"""Which cases are due to be erased, and what keeps the others: one query, however many."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from pydantic import TypeAdapter

from redress.cases import access
from redress.cases.models import Action, Case, Incoming, Offer, Stage
from redress.cases.models.incoming import OPEN as UNSETTLED
from redress.ombudsman import erasing as ombudsman
from redress.people.models import Landlord
from redress.privacy.models import TO_DO, DataRequest, ProposedCase
from redress.rules.access import Actor
from redress.rules.facts import Finding, Kind, Tenure
from redress.rules.facts_conduct import ConductFacts
from redress.rules.facts_holds import HoldFacts
from redress.rules.facts_offers import Answer
from redress.rules.retention import (
    Kept,
    Outcome,
    Standing,
    Verdict,
    judge,
    outcome_of,
    schedule_of,
)

PAGE = 200
_holds = TypeAdapter(tuple[HoldFacts, ...])
_conduct = TypeAdapter(ConductFacts)
STOPS = (
    "actions",
    "messages",
    "money",
    "requested",
    "ombudsman",
    "merged",
)  # as the query has them


@dataclass(frozen=True)
class Row:
    """A closed case as whoever sees to erasing sees it: figures, and no word of anybody. One that
    is restricted to others has no reference here."""

    number: int
    reference: str
    kind: Kind
    outcome: Outcome
    service: str
    category: str
    tenure: Tenure | None
    received_on: date
    closed_on: date
    verdict: Verdict


def listed(actor: Actor, landlord: Landlord, today: date, page: int = 1) -> tuple[list[Row], bool]:
    """The cases whose time may be over and that nobody has proposed yet, by the day of closing: a
    page of them, and whether there are more. Those that something keeps are among them."""
    rows = judged(Case.objects.filter(_over(landlord, today), landlord=landlord, erased_on=None))
    waiting = ProposedCase.objects.filter(TO_DO, case=OuterRef("pk"), proposal__dropped_at=None)
    rows = rows.filter(~Exists(waiting)).annotate(
        seen=Exists(Case.objects.filter(access.visible(actor), pk=OuterRef("pk")))
    )
    start = (page - 1) * PAGE
    found = list(rows.order_by("closed_on", "pk")[start : start + PAGE + 1])
    made = [row_of(each, today, hidden=not each.seen) for each in found[:PAGE]]
    return [each for each in made if Kept.NOT_YET not in each.verdict.kept], len(found) > PAGE


def _over(landlord: Landlord, today: date) -> Q:
    """Closed so long ago that a line of the schedule may let it go: not one too few."""
    found = Q(pk__in=())
    for line in schedule_of(landlord.slug).lines:
        latest = today - timedelta(days=365 * line.years)
        found |= Q(kind__in=[kind.value for kind in line.kinds], closed_on__lte=latest)
    return found


def judged(rows: QuerySet[Case]) -> QuerySet[Any]:
    """Cases with all that decides whether they may be erased."""
    last = Stage.objects.filter(case=OuterRef("pk")).order_by("-number")
    owed = Q(pounds__gt=0, answer=Answer.ACCEPTED.value, paid_on=None)
    into = Case.objects.filter(
        landlord=OuterRef("landlord"), reference=OuterRef("merged_into"), erased_on=None
    )
    return rows.select_related("landlord").annotate(
        finding=Subquery(last.values("outcome")[:1]),
        ground=Subquery(last.values("refused_ground")[:1]),
        actions_open=Exists(Action.objects.filter(case=OuterRef("pk"), done_on=None)),
        messages_open=Exists(Incoming.objects.filter(UNSETTLED, case=OuterRef("pk"))),
        money_open=Exists(Offer.objects.filter(owed, case=OuterRef("pk"))),
        requested_open=Exists(
            DataRequest.objects.filter(resident=OuterRef("resident"), sent_on=None)
        ),
        ombudsman_open=ombudsman.is_open(),
        merged_open=Exists(into),
    )


def row_of(row: Any, today: date, *, hidden: bool = False) -> Row:
    """A row that `judged` read, judged by its landlord's schedule on a day."""
    stood = standing(row)
    return Row(
        number=row.pk,
        reference="" if hidden else row.reference,
        kind=stood.kind,
        outcome=stood.outcome,
        service=row.service,
        category=row.category,
        tenure=Tenure(row.tenure) if row.tenure else None,
        received_on=row.received_on,
        closed_on=row.closed_on,
        verdict=judge(stood, schedule_of(row.landlord.slug), today),
    )


def standing(row: Any) -> Standing:
    """What decides about a row that `judged` read."""
    stops = {Kept(name) for name in STOPS if getattr(row, f"{name}_open")}
    if _conduct.validate_python(row.conduct or {}).in_force:
        stops.add(Kept.RESTRICTION)
    return Standing(
        kind=Kind(row.kind),
        outcome=outcome_of(Finding(row.finding) if row.finding else None, row.ground or ""),
        closed_on=row.closed_on,
        holds=_holds.validate_python(row.holds),
        stops=frozenset(stops),
        erased_on=row.erased_on,
    )
