"""The administration log: who changed what, and when. Written with the change itself."""

from datetime import datetime
from typing import Any

from redress.people.models import AdminEntry, Landlord
from redress.rules.access import Actor

PAGE = 50
WHAT = {
    "added": "Added to the staff",
    "roles": "Roles changed",
    "link": "Sent a link to set a password",
    "left": "Left",
    "closed": "Account closed, for it was not used",
    "opened": "Account opened again",
    "password": "Set their password",
    "trained": "Training noted",
    "homes_counted": "Number of homes noted",
    "day": "Day off set",
    "day_off": "Day off taken away",
    "policy_uploaded": "Policy uploaded as a draft",
    "policy_published": "Policy published",
    "policy_withdrawn": "Policy withdrawn",
    "wording_saved": "Wording saved as a draft",
    "wording_dropped": "Draft wording thrown away",
    "wording_published": "Wording published",
    "wording_standard": "Standard wording used again",
    "passage_saved": "Passage saved as a draft",
    "passage_dropped": "Draft passage thrown away",
    "passage_published": "Passage published",
    "passage_retired": "Passage retired",
    "contact_changed": "Contact changed",
    "team_added": "Team added",
    "team_renamed": "Team renamed",
    "team_joined": "Put into a team",
    "cover_set": "Cover set",
    "cover_ended": "Cover ended",
    "member_kept": "Directory of members changed",
    "election_set": "Election period set",
    "election_dropped": "Election period taken away",
    "erasing_proposed": "Erasing of cases proposed",
    "erasing_approved": "Erasing of cases approved",
    "erasing_dropped": "Erasing of cases turned down",
    "circumstance": "Noted for the self-assessment",
}


def note(
    landlord: Landlord, by: Actor, what: str, about: str, at: datetime, **details: Any
) -> AdminEntry:
    """Write one line. `what` is a word of `WHAT`. Inside the transaction of the change."""
    return AdminEntry.objects.create(
        landlord=landlord,
        at=at,
        by_id=by.id,
        by_name=by.name,
        what=what,
        about=about[:200],
        details=details,
    )


def lines(landlord: Landlord, before: int | None = None) -> list[AdminEntry]:
    """The newest lines, at most `PAGE` and one more to tell that there are older ones; those older
    than the line `before` where it is given."""
    rows = AdminEntry.objects.filter(landlord=landlord)
    if before is not None:
        rows = rows.filter(pk__lt=before)
    return list(rows.order_by("-id")[: PAGE + 1])
