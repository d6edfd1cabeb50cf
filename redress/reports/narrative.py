"""What staff write beside the figures of a report: kept with who and when, the last one stands."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from redress.people.models import Landlord
from redress.reports.models import Narrative
from redress.rules.access import Actor

LONGEST = 20_000  # characters of one section


def written(landlord: Landlord, kind: str, period: str) -> Mapping[str, Narrative]:
    """What stands in each section that anything was written in."""
    rows = Narrative.objects.filter(landlord=landlord, kind=kind, period=period).order_by("id")
    return {row.section: row for row in rows}


def texts(landlord: Landlord, kind: str, period: str) -> dict[str, str]:
    """The words that stand, by section; a section that was emptied is left out."""
    return {name: row.text for name, row in written(landlord, kind, period).items() if row.text}


@transaction.atomic
def write(
    landlord: Landlord, kind: str, period: str, section: str, text: str, by: Actor, at: datetime
) -> bool:
    """Keep what was written. Gives whether it differs from what stood; the same is kept once."""
    Landlord.objects.select_for_update().get(pk=landlord.pk)  # one at a time
    standing = written(landlord, kind, period).get(section)
    text = "\n".join(line.rstrip() for line in text.strip().splitlines())[:LONGEST]
    if text == (standing.text if standing else ""):
        return False
    Narrative.objects.create(
        landlord=landlord,
        kind=kind,
        period=period,
        section=section,
        text=text,
        at=at,
        by_id=by.id,
        by_name=by.name,
    )
    return True


def earlier(landlord: Landlord, kind: str, period: str, section: str) -> list[Narrative]:
    """What was written before in one section, the newest first."""
    rows = Narrative.objects.filter(landlord=landlord, kind=kind, period=period, section=section)
    return list(rows.order_by("-id")[1:21])
