"""Going on with a form by the link from the e-mail, on any device.

Opening the page changes nothing: programs that look through mail follow links too. The button does.
"""

from django.http import HttpResponse
from django.shortcuts import redirect

from redress.cases import web_drafts
from redress.rules import form_pages
from redress.web.pages import Visit, anyone, page
from redress.web.resident.draft import Draft


@page(needs=anyone, posts=True)
def go_on(visit: Visit, token: str) -> HttpResponse:
    """A button that takes the form up; for a link that is over, what to do."""
    key = web_drafts.by_token(visit.landlord, token, visit.now)
    if not key:
        page = visit.render("resident/link_over.html")
        page.status_code = 410
        return page
    if visit.request.method != "POST":
        return visit.render("resident/go_on.html")
    draft = Draft(visit)
    draft.take_up(key)
    return redirect(form_pages.missing(draft.answers) or form_pages.CHECK, visit.landlord.slug)
