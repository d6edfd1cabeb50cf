"""The confirmation: the reference, what happens next and when, and who can help."""

from django.http import HttpResponse

from redress.people.models import Resident
from redress.rules.facts import CaseFacts, Clock
from redress.rules.hazards import DANGER_NOW
from redress.web.outside import ombudsman_on
from redress.web.pages import Visit, anyone, page
from redress.web.resident.draft import Draft
from redress.web.resident.sent_case import sent_case


@page(needs=anyone)
def sent(visit: Visit) -> HttpResponse:
    """What was sent from this browser; where that is no longer known, how to find out."""
    draft = Draft(visit)
    if not draft.sent:
        return visit.render(
            "resident/gone.html", ombudsman=ombudsman_on(visit.today, visit.stationery)
        )
    case, resident = sent_case(visit, draft)
    draft.read_sent()
    return visit.render(
        "resident/sent.html",
        reference=case.reference,
        received_on=case.received_on,
        acknowledge=case.deadline(1, Clock.ACKNOWLEDGE),
        respond=case.deadline(1, Clock.RESPOND),
        danger=DANGER_NOW in case.risks,
        handed_over=case.intake.hand_over_promised,
        reachable=_reachable(case, resident, draft),
        copy=bool(draft.answers),
        ombudsman=ombudsman_on(visit.today, visit.stationery),
    )


def _reachable(case: CaseFacts, resident: Resident | None, draft: Draft) -> bool:
    """Whether we can write to or ring the resident, or whoever speaks for them."""
    if draft.given("helper_email") or draft.given("helper_phone"):
        return True
    return resident is not None and bool(resident.email or resident.phone or resident.home)
