"""Proposing, approving and carrying out an erasure: each step in one transaction."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from redress.cases import erasing
from redress.cases.models import Case
from redress.learning import erasing as learning
from redress.ombudsman import erasing as ombudsman
from redress.people import admin_log
from redress.people.models import Landlord
from redress.privacy.due import Row, judged, row_of
from redress.privacy.models import TO_DO, Proposal, ProposedCase
from redress.rules.access import Actor
from redress.rules.decision import NotKept, Reason
from redress.rules.erasing import ErasedFor
from redress.rules.retention import check_approval
from redress.satisfaction import erasing as satisfaction

ROUND = 200  # cases in one round of the worker


@transaction.atomic
def propose(
    landlord: Landlord, numbers: Collection[int], by: Actor, at: datetime, submission: str
) -> Proposal:
    """Propose that these cases be erased; those that are not due any more are left out. The same
    form proposes once. Raises NotKept where none is left."""
    Landlord.objects.select_for_update().get(pk=landlord.pk)  # one at a time
    there = Proposal.objects.filter(landlord=landlord, submission=submission).first()
    if there is not None:
        return there
    waiting = ProposedCase.objects.filter(TO_DO, landlord=landlord, proposal__dropped_at=None)
    cases = Case.objects.filter(landlord=landlord, pk__in=numbers, closed_on__isnull=False)
    free = judged(cases.exclude(pk__in=waiting.values("case"))).order_by("closed_on", "pk")
    due = [row for row in (row_of(each, localdate(at)) for each in free) if row.verdict.is_due]
    if not due or by.id is None:
        raise NotKept((Reason("nothing_due"),))
    made = Proposal.objects.create(
        landlord=landlord,
        number=Proposal.objects.filter(landlord=landlord).count() + 1,
        proposed_at=at,
        proposed_by_id=by.id,
        submission=submission,
    )
    ProposedCase.objects.bulk_create(_proposed(made, row) for row in due)
    admin_log.note(landlord, by, "erasing_proposed", _named(made), at, cases=len(due))
    return made


def _proposed(made: Proposal, row: Row) -> ProposedCase:
    if row.verdict.due_on is None:
        raise ValueError("a case that is due has a day")
    return ProposedCase(
        landlord_id=made.landlord_id,
        proposal=made,
        case_id=row.number,
        line=row.verdict.line.name,
        source=row.verdict.line.source,
        closed_on=row.closed_on,
        due_on=row.verdict.due_on,
    )


@transaction.atomic
def approve(proposal: Proposal, by: Actor, at: datetime) -> None:
    """Note that somebody else agrees: from now on the worker erases. Raises NotKept."""
    row = Proposal.objects.select_for_update().select_related("landlord").get(pk=proposal.pk)
    if codes := check_approval(row.step, row.proposed_by_id, by.id):
        raise NotKept(tuple(Reason(code) for code in codes))
    row.approved_at, row.approved_by_id = at, by.id
    row.save(update_fields=["approved_at", "approved_by_id"])
    admin_log.note(row.landlord, by, "erasing_approved", _named(row), at)


@transaction.atomic
def drop(proposal: Proposal, by: Actor, at: datetime) -> None:
    """Turn it down, or take it back. Nothing is erased. One that was settled stays as it is."""
    row = Proposal.objects.select_for_update().select_related("landlord").get(pk=proposal.pk)
    if row.approved_at or row.dropped_at:
        raise NotKept((Reason("settled_already"),))
    row.dropped_at, row.dropped_by = at, by.name
    row.save(update_fields=["dropped_at", "dropped_by"])
    admin_log.note(row.landlord, by, "erasing_dropped", _named(row), at)


def to_erase() -> list[int]:
    """What was approved and is not erased yet, by number; as many as one round takes."""
    rows = ProposedCase.objects.filter(TO_DO, proposal__approved_at__isnull=False)
    return list(rows.values_list("pk", flat=True)[:ROUND])


@transaction.atomic
def erase(number: int, now: datetime) -> bool:
    """Erase one case; False where something has come up since that keeps it, which is noted."""
    proposed = ProposedCase.objects.select_related("proposal__proposed_by", "proposal__approved_by")
    line = proposed.get(pk=number)
    locked = Case.objects.select_for_update().get(pk=line.case_id)
    verdict = row_of(judged(Case.objects.filter(pk=locked.pk)).get(), localdate(now)).verdict
    if line.erased_on or not verdict.is_due:
        kept = "" if line.erased_on else " ".join(verdict.kept)
        ProposedCase.objects.filter(pk=number).update(kept=kept)
        return False
    case = Case.objects.select_related("landlord", "home", "resident__home").get(pk=locked.pk)
    for each in (ombudsman, learning, satisfaction):
        each.erase(case)
    erasing.erase(case, _why(line), now)
    ProposedCase.objects.filter(pk=number).update(erased_on=localdate(now))
    return True


def _why(line: ProposedCase) -> ErasedFor:
    proposal = line.proposal
    if proposal.approved_at is None or proposal.approved_by is None:
        raise ValueError("nothing is erased that nobody approved")
    return ErasedFor(
        line=line.line,
        source=line.source,
        closed_on=line.closed_on,
        due_on=line.due_on,
        proposer=proposal.proposed_by.name,
        approver=proposal.approved_by.name,
        approved_on=localdate(proposal.approved_at),
    )


def _named(row: Proposal) -> str:
    return f"Proposal {row.number}"
