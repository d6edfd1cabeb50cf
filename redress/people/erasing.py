"""What is known of a resident goes when no case needs it any more; the ward of a home stays."""

from redress.people.models import Disability, Home, Landlord, NeedsEntry, Resident, ResidentWord
from redress.rules.erasing import GONE

LISTS = ("never_by", "formats", "adjustments")
TEXTS = (
    *("email", "phone", "tenure", "needs", "write_by", "format_other", "language"),
    *("interpreter", "safe", "unsafe"),
)


def erase_resident(resident: Resident) -> None:
    """Empty the record of somebody of whom no case is kept: name, ways to reach them, home, needs,
    adjustments and what they disclosed. The row stays, for the history of its needs never goes: of
    that its dates and names of staff stay (`people.append_only`)."""
    ResidentWord.objects.filter(resident=resident).delete()
    Disability.objects.filter(resident=resident).delete()
    NeedsEntry.objects.filter(resident=resident).update(details=None)
    emptied: dict[str, object] = dict.fromkeys(TEXTS, "") | {name: [] for name in LISTS}
    days = {"needs_asked_on": None, "adjustment_due": None}
    Resident.objects.filter(pk=resident.pk).update(
        name=GONE, home=None, restrictions={}, **emptied, **days
    )


def home_of_ward(landlord: Landlord, home: Home | None) -> Home | None:
    """A home of which no more than the ward of this one is known; None where that is not known."""
    if home is None or not home.ward:
        return None
    nowhere = {"landlord": landlord, "uprn": "", "address": "", "postcode": "", "ward": home.ward}
    return Home.objects.filter(**nowhere).order_by("pk").first() or Home.objects.create(**nowhere)
