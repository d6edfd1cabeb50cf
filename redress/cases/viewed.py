"""The record of who looked at what (Code 5.12, UK GDPR Article 5.2). Nothing in it is ever changed:
the database refuses it, and each line holds the digest of the one before."""

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby

from django.db import transaction
from django.utils.timezone import localdate

from redress.cases.models import Case, Viewed
from redress.people.models import Landlord, User
from redress.rules.access import Actor
from redress.rules.record import FIRST_DIGEST, chain, digest_of
from redress.rules.viewed import Look, What

PAGE = 50


def note(landlord: Landlord, reference: str, look: Look, actor: Actor, at: datetime) -> None:
    """Somebody looked at this case, or something of it; once a day for each. One query where it is
    noted already. Residents, who have no account, are not noted, nor what does not exist."""
    if actor.id is None:
        return
    mine = Viewed.objects.filter(by=actor.id, what=look.what, number=look.number, day=localdate(at))
    if mine.filter(landlord=landlord, case__reference=reference).exists():
        return
    with transaction.atomic():  # one after the other, for each follows the one before
        held = Case.objects.select_for_update().only("reference")
        case = held.filter(landlord=landlord, reference=reference).first()
        if case and not mine.filter(case=case).exists():
            _add(landlord, case, look, actor, at)


def note_export(landlord: Landlord, actor: Actor, at: datetime) -> None:
    """Somebody took a list of cases away as a file. Each is noted."""
    with transaction.atomic():
        Landlord.objects.select_for_update().get(pk=landlord.pk)
        _add(landlord, None, Look(What.EXPORT), actor, at)


def _add(landlord: Landlord, case: Case | None, look: Look, actor: Actor, at: datetime) -> None:
    rows = Viewed.objects.filter(landlord=landlord, case=case).order_by("-sequence")
    last, previous = rows.values_list("sequence", "digest").first() or (0, FIRST_DIGEST)
    row = Viewed(
        landlord=landlord,
        case=case,
        sequence=last + 1,
        by=User(pk=actor.id),
        by_name=actor.name,
        what=look.what,
        number=look.number,
        day=localdate(at),
        at=at,
    )
    row.digest = _digest(previous, case.reference if case else "", row)
    row.save(force_insert=True)


def _digest(previous: str, reference: str, row: Viewed) -> str:
    return chain(
        previous,
        case=reference,
        sequence=row.sequence,
        name=row.what,
        at=row.at,
        by_id=row.by_id,
        by=row.by_name,
        content=digest_of(str(row.number)),
    )


def lines(
    landlord: Landlord, *, reference: str = "", by: int | None = None, before: int | None = None
) -> list[Viewed]:
    """The newest looks, with their cases: at most `PAGE`, and one more to tell that there are older
    ones; of one case, of one person, and older than the line `before`, where these are given."""
    rows = Viewed.objects.filter(landlord=landlord).select_related("case")
    if reference:
        rows = rows.filter(case__reference=reference)
    if by is not None:
        rows = rows.filter(by=by)
    if before is not None:
        rows = rows.filter(pk__lt=before)
    return list(rows.order_by("-id")[: PAGE + 1])


def faults(landlord: Landlord) -> Iterator[str]:
    """What does not fit in the chains of looks. Memory does not grow with their number."""
    rows = Viewed.objects.filter(landlord=landlord).select_related("case")
    ordered = rows.order_by("case_id", "sequence").iterator(chunk_size=2_000)
    for _, chained in groupby(ordered, key=lambda row: row.case_id):
        yield from _chain_faults(chained)


def _chain_faults(rows: Iterator[Viewed]) -> Iterator[str]:
    previous = FIRST_DIGEST
    for sequence, row in enumerate(rows, 1):
        reference = row.case.reference if row.case else ""
        where = f"{reference or row.landlord.slug}: look {row.sequence}"
        if row.sequence != sequence:
            yield f"{where}: look {sequence} is missing"
            return
        if _digest(previous, reference, row) != row.digest:
            yield f"{where}: it does not fit the chain"
        previous = row.digest
