"""Saying how a complaint was handled, by the link in a letter, without an account.

Opening the page changes nothing and shows nothing of the complaint: programs that look through mail
follow links too, and a letter may be opened by somebody else. The link is all that lets anybody in
here, so the form needs no cookie.
"""

from django.core.cache import cache
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from redress.cases.access import NoAccess
from redress.cases.perform import Done
from redress.rules.access import Actor
from redress.rules.satisfaction import is_unhappy
from redress.satisfaction import asking
from redress.satisfaction.links import Asked, Good, good_for, opened
from redress.web.outside import ombudsman_on
from redress.web.pages import Visit, anyone, page
from redress.web.resident.draft import Draft
from redress.web.resident.rating import RatingForm

MOST, MINUTES = 20, 15  # times that one link may be used to send something
COMPLAIN, AGAIN = "complain", "again"  # what whoever is unhappy is offered first


@csrf_exempt
@page(needs=anyone, posts=True)
def how_we_did(visit: Visit, token: str) -> HttpResponse:
    """The questions; then thanks, and how to complain (Code 1.6)."""
    asked = opened(visit.landlord, token)
    if asked is None:
        return _over(visit, "unknown", 404)
    posted = visit.request.method == "POST"
    if posted and visit.request.POST.get("step") == COMPLAIN:
        return _complain(visit)
    good = good_for(asked, visit.today)
    if good is Good.ANSWERED:
        return _thanks(visit)
    if good is Good.OVER:
        return _over(visit, "over", 410)
    if posted and _too_many(asked):
        return _over(visit, "too_many", 429)
    form = RatingForm(visit.request.POST if posted else None)
    if posted and form.is_valid() and (offer := _sent(visit, asked, form)) is not None:
        there = reverse("how-we-did", args=[visit.landlord.slug, token])
        return redirect(f"{there}?offer={offer}" if offer else there)
    return visit.render("public/how_we_did.html", form=form, until=asked.ends_on)


def _sent(visit: Visit, asked: Asked, form: RatingForm) -> str | None:
    """What to offer them now that they have answered; None where it could not be kept."""
    row, given = asked.case, form.rate()
    actor = Actor(None, row.resident.name if row.resident else "The resident", resident=True)
    try:
        done = asking.answer(actor, visit.landlord, row.reference, given, visit.now)
    except NoAccess:  # pragma: no cover - the case was there a moment ago
        done = None
    if isinstance(done, Done):
        if not is_unhappy(done.case.ratings[-1]):
            return ""
        return AGAIN if asked.stage == 1 else COMPLAIN
    if done and {reason.code for reason in done.reasons} & {"rated_before", "not_now"}:
        return ""  # as the next page will say
    form.add_error(None, _("We could not keep your answers. Please get in touch with us."))
    return None


def _thanks(visit: Visit) -> HttpResponse:
    return visit.render(
        "public/how_we_did_sent.html",
        offer=visit.request.GET.get("offer", ""),
        ombudsman=ombudsman_on(visit.today, visit.stationery),
    )


def _complain(visit: Visit) -> HttpResponse:
    """To the form, which says already what it is about."""
    about = _("This is about how you dealt with a complaint of mine.")
    draft = Draft(visit)
    if draft.reference:
        draft.done(draft.reference)
        draft = Draft(visit)
    if not draft.given("description"):  # what somebody has begun to write stays
        draft.keep("what", {"description": f"{about}\n", "outcome_sought": ""})
    return redirect("complain", visit.landlord.slug)


def _too_many(asked: Asked) -> bool:
    key = f"how-we-did:{asked.pk}"
    cache.add(key, 0, MINUTES * 60)
    return int(cache.incr(key)) > MOST


def _over(visit: Visit, why: str, status: int) -> HttpResponse:
    page = visit.render("public/how_we_did_over.html", why=why)
    page.status_code = status
    return page
