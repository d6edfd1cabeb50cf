"""Asking one page of questions: shown with what was answered before, kept when it is sound."""

from django.http import HttpResponse
from django.shortcuts import redirect

from redress.rules.hazards import DANGER_NOW
from redress.web.pages import Visit
from redress.web.resident.draft import Draft
from redress.web.resident.questions import QUESTIONS

PAGES = [*QUESTIONS, "check"]


def ask(visit: Visit, page: str) -> HttpResponse:
    """The page of questions; after sound answers the next one, or back to the check."""
    draft = Draft(visit.request, visit.landlord.slug)
    posted = visit.request.method == "POST"
    form = draft.form(page, data=visit.request.POST if posted else None, today=visit.today)
    if posted and form.is_valid():
        draft.keep(page, form)
        return redirect(_next(visit, page), visit.landlord.slug)
    number = PAGES.index(page)
    return visit.render(
        f"resident/{page}.html",
        form=form,
        number=number + 1,
        of=len(QUESTIONS),
        back=PAGES[number - 1] if number else "start",
        again="again" in visit.request.GET,
        danger=DANGER_NOW in draft.given("risks"),
    )


def _next(visit: Visit, page: str) -> str:
    if "check" in visit.request.GET:
        return "check"
    return PAGES[PAGES.index(page) + 1]
