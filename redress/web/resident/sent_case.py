"""The case that this browser sent."""

from redress.cases.access import get_case
from redress.cases.facts import facts_of
from redress.people.models import Resident
from redress.rules.access import Actor
from redress.rules.facts import CaseFacts
from redress.web.pages import Visit
from redress.web.resident.draft import Draft

RESIDENT = Actor(id=None, name="Resident", resident=True)


def sent_case(visit: Visit, draft: Draft) -> tuple[CaseFacts, Resident | None]:
    """The facts of the case, and whose it is. Raises `NoAccess` where there is none any more."""
    row = get_case(RESIDENT, visit.landlord, draft.sent["reference"])
    return facts_of(row), row.resident
