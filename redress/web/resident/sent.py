"""The confirmation: the reference, what happens next and when, and who can help."""

from django.http import HttpResponse

from redress.cases.access import get_case
from redress.cases.facts import facts_of
from redress.rules.facts import Clock
from redress.web.outside import ombudsman_on
from redress.web.pages import Visit, anyone, page
from redress.web.resident.check import RESIDENT
from redress.web.resident.draft import Draft
from redress.web.risks import DANGER_NOW


@page(needs=anyone)
def sent(visit: Visit) -> HttpResponse:
    """What was sent from this browser; where that is no longer known, how to find out."""
    draft = Draft(visit.request, visit.landlord.slug)
    if not draft.sent:
        return visit.render("resident/gone.html", ombudsman=ombudsman_on(visit.today))
    case = facts_of(get_case(RESIDENT, visit.landlord, draft.sent["reference"]))
    return visit.render(
        "resident/sent.html",
        reference=case.reference,
        received_on=case.received_on,
        acknowledge=case.deadline(1, Clock.ACKNOWLEDGE),
        respond=case.deadline(1, Clock.RESPOND),
        danger=DANGER_NOW in case.risks,
        ombudsman=ombudsman_on(visit.today),
    )
