"""Asking one page of questions: shown with what was answered before, kept when it is sound."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from redress.rules import form_pages
from redress.rules.decision import Reason
from redress.rules.hazards import DANGER_NOW
from redress.web.file_words import FILE_WORDS
from redress.web.forms import Form
from redress.web.pages import Visit, anyone, page
from redress.web.resident.draft import Draft
from redress.web.resident.questions import section

SAVE, ADD, REMOVE = "save", "add", "remove"  # what the buttons beside "Continue" say
FULL = "file_too_many"


def question(name: str) -> Callable[..., Any]:
    """The view of one page of questions: its name is its address, its form and its template."""

    @page(needs=anyone, posts=True)
    def view(visit: Visit) -> HttpResponse:
        return ask(visit, name)

    return view


def ask(visit: Visit, page: str) -> HttpResponse:
    """The page of questions; after sound answers the next one, or back to the check."""
    draft = Draft(visit)
    if draft.reference:
        draft.done(draft.reference)
        draft = Draft(visit)
    sent = (visit.request.POST, visit.request.FILES) if visit.request.method == "POST" else ()
    form = draft.form(page, **dict(zip(("data", "files"), sent, strict=False)), today=visit.today)
    step = visit.request.POST.get("step", "")
    if sent and step == SAVE and not _typed(form):
        return redirect("save", visit.landlord.slug)
    if sent and form.is_valid():
        answer = _kept(visit, draft, page, form, step)
        if answer:
            return answer
    return _shown(visit, draft, page, form)


def _kept(visit: Visit, draft: Draft, page: str, form: Form, step: str) -> HttpResponse | None:
    """Keep what was answered and go on; nothing where a file is turned away."""
    answers = dict(form.cleaned_data)
    if number := visit.request.POST.get(REMOVE, ""):
        if number.isascii() and number.isdecimal() and len(number) < 19:
            draft.remove(int(number))
        return redirect(visit.request.get_full_path())
    if uploads := answers.pop("attached", ()):
        for reason in draft.add(uploads):
            form.add_error("attached", _words(reason))
        if not form.is_valid():
            return None
        if step == ADD:
            return redirect(visit.request.get_full_path())
    elif step == ADD:
        form.add_error("attached", _("Choose a photo or a file first"))
        return None
    draft.keep(page, answers)
    if step == SAVE:
        return redirect("save", visit.landlord.slug)
    return redirect(_next(visit, draft, page))


def _next(visit: Visit, draft: Draft, page: str) -> str:
    """The address of the next page; who came from the check stays on the way back to it."""
    changing = "check" in visit.request.GET
    there = form_pages.after(page, draft.answers, changing=changing)
    on = "?check" if changing and there != form_pages.CHECK else ""
    return reverse(there, args=[visit.landlord.slug]) + on


def _shown(visit: Visit, draft: Draft, page: str, form: Form) -> HttpResponse:
    return visit.render(
        f"resident/{page}.html",
        form=form,
        heading=section(page, draft.who),
        number=draft.pages.index(page) + 1 if page in draft.pages else 2,
        of=len(draft.pages) + 1,
        back=form_pages.before(page, draft.answers),
        again="again" in visit.request.GET,
        danger=DANGER_NOW in draft.given("risks"),
        files=draft.files,
        who=draft.who,
    )


def _typed(form: Form) -> bool:
    """Whether there is anything to keep on this page."""
    return any(
        any(value) if isinstance(value, tuple) else bool(value)
        for value in (form[name].data for name in form.fields)
    )


def _words(reason: Reason) -> str:
    """Why a file is not kept."""
    if reason.code == FULL:
        return _(
            "You have added 25 files, and this form can take no more. You can send us the "
            "others later."
        )
    says, do = FILE_WORDS[reason.code]
    return f"{reason.about}: {says} {do}"
