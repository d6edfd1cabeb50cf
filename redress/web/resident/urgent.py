"""Where a danger, a harm, or damp and mould leads to at once: whom to ring, and what we do."""

from django.http import HttpResponse
from django.shortcuts import redirect

from redress.rules import form_pages
from redress.rules.hazards import AT_RISK, DAMP_AND_MOULD, DANGER_NOW
from redress.web.pages import Visit, anyone, page
from redress.web.resident.draft import Draft


@page(needs=anyone)
def urgent(visit: Visit) -> HttpResponse:
    """Whom to ring now; then a button that sends what was told, and one that goes on."""
    draft = Draft(visit)
    told = form_pages.at_once(draft.answers)
    if not told:
        return redirect("safety", visit.landlord.slug)
    changing = "check" in visit.request.GET
    return visit.render(
        "resident/urgent.html",
        danger=DANGER_NOW in told,
        harm=AT_RISK in told,
        damp=DAMP_AND_MOULD in told,
        key=draft.key,
        can_send=bool(draft.given("description")),
        then=form_pages.after(form_pages.URGENT, draft.answers, changing=changing),
    )
