"""The confirmation: the reference, what happens next and when, and who can help."""

from django.http import HttpResponse

from redress.cases.access import get_case
from redress.cases.facts import facts_of
from redress.people.models import Resident
from redress.rules.facts import Clock
from redress.rules.hazards import DANGER_NOW
from redress.web.outside import ombudsman_on
from redress.web.pages import Visit, anyone, page
from redress.web.resident.check import RESIDENT
from redress.web.resident.draft import Draft


@page(needs=anyone)
def sent(visit: Visit) -> HttpResponse:
    """What was sent from this browser; where that is no longer known, how to find out."""
    draft = Draft(visit.request, visit.landlord.slug)
    if not draft.sent:
        return visit.render(
            "resident/gone.html", ombudsman=ombudsman_on(visit.today, visit.stationery)
        )
    row = get_case(RESIDENT, visit.landlord, draft.sent["reference"])
    case = facts_of(row)
    return visit.render(
        "resident/sent.html",
        reference=case.reference,
        received_on=case.received_on,
        acknowledge=case.deadline(1, Clock.ACKNOWLEDGE),
        respond=case.deadline(1, Clock.RESPOND),
        danger=DANGER_NOW in case.risks,
        reachable=_reachable(row.resident),
        ombudsman=ombudsman_on(visit.today, visit.stationery),
    )


def _reachable(resident: Resident | None) -> bool:
    """Whether we were given any way to write or ring."""
    return resident is not None and bool(resident.email or resident.phone or resident.home)
