"""Proposals to erase, read for pages."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q

from redress.cases import access
from redress.cases.models import Case
from redress.people.models import Landlord
from redress.privacy.models import Proposal, ProposedCase
from redress.rules.access import Actor
from redress.rules.facts import Kind
from redress.rules.retention import Kept

MOST = 50


@dataclass(frozen=True)
class Line:
    """One case of a proposal. One that is restricted to others has no reference here."""

    reference: str
    kind: Kind
    service: str
    line: str
    source: str
    closed_on: date
    due_on: date
    erased_on: date | None
    kept: tuple[Kept, ...]


def newest(landlord: Landlord) -> list[Proposal]:
    """The newest proposals, with how many cases each has (`of`) and how many are erased (`done`).
    One query."""
    rows = Proposal.objects.filter(landlord=landlord).select_related("proposed_by", "approved_by")
    counted = rows.annotate(
        of=Count("cases"), done=Count("cases", filter=Q(cases__erased_on__isnull=False))
    )
    return list(counted.order_by("-number")[:MOST])


def proposal_of(landlord: Landlord, number: int) -> Proposal | None:
    """A proposal of the landlord by its number."""
    rows = Proposal.objects.select_related("proposed_by", "approved_by")
    return rows.filter(landlord=landlord, number=number).first()


def lines_of(proposal: Proposal, actor: Actor) -> list[Line]:
    """The cases of a proposal as this person may see them. One query."""
    seen = Exists(Case.objects.filter(access.visible(actor), pk=OuterRef("case")))
    rows = ProposedCase.objects.filter(proposal=proposal).select_related("case").annotate(seen=seen)
    return [_line(row, row.seen) for row in rows]


def _line(row: ProposedCase, seen: bool) -> Line:
    return Line(
        reference=row.case.reference if seen else "",
        kind=Kind(row.case.kind),
        service=row.case.service,
        line=row.line,
        source=row.source,
        closed_on=row.closed_on,
        due_on=row.due_on,
        erased_on=row.erased_on,
        kept=tuple(Kept(word) for word in row.kept.split()),
    )
