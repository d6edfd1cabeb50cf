"""How many homes a landlord has of each kind, on which day, and where the number comes from."""

from dataclasses import dataclass
from datetime import date

from redress.people.models import HomesCount, Landlord

OWN_ENTRY = "the landlord's own entry; the day is not known"


@dataclass(frozen=True)
class Counted:
    """A number of homes; `counted_on` is None where only the landlord's own entry is known."""

    number: int
    source: str
    counted_on: date | None


def counts_of(landlord: Landlord) -> list[HomesCount]:
    """All that were noted, the latest first."""
    return list(HomesCount.objects.filter(landlord=landlord).order_by("-counted_on", "group"))


def homes_on(landlord: Landlord, group: str, day: date) -> Counted | None:
    """The homes of a tenure group ("lcra", "lcho"): as last counted up to that day, else as first
    counted after it. For rented homes the landlord's own entry stands where none was noted. None
    where nothing is known."""
    rows = HomesCount.objects.filter(landlord=landlord, group=group)
    found = (
        rows.filter(counted_on__lte=day).order_by("-counted_on").first()
        or rows.order_by("counted_on").first()
    )
    if found:
        return Counted(found.homes, found.source, found.counted_on)
    if group == "lcra" and landlord.homes:
        return Counted(landlord.homes, OWN_ENTRY, None)
    return None


def note_homes(landlord: Landlord, group: str, homes: int, counted_on: date, source: str) -> None:
    """Note a number; one of the same day is put right."""
    HomesCount.objects.update_or_create(
        landlord=landlord,
        group=group,
        counted_on=counted_on,
        defaults={"homes": homes, "source": source},
    )
