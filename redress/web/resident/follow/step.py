"""Doing something while following: one view for all of it, each with its own small page."""

import secrets
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from redress.cases import following
from redress.cases.facts import facts_of
from redress.cases.files import perform_with
from redress.cases.perform import Done, perform
from redress.rules.access import Verb
from redress.rules.decision import Reason, Refused
from redress.rules.resident_view import shown
from redress.rules.satisfaction import is_unhappy
from redress.satisfaction import asking
from redress.web.file_words import FILE_WORDS
from redress.web.outside import ombudsman_on
from redress.web.pages import Visit
from redress.web.resident.follow import said, session
from redress.web.resident.follow.session import Follower, follower_page
from redress.web.resident.follow.steps import BY_WORD, STEPS, RateForm, Step, StepForm

NOT_NOW = _("This cannot be done any more. Go back to see how your complaint stands.")
NOT_KEPT = _("Nothing is sent yet. Choose the files again, or send it without them.")
# What a refusal says. Any other is one of ours, and they should ring.
WORDS = {
    "not_now": NOT_NOW,
    "answered_before": _("You have told us this before. We have your answer."),
    "rated_before": _("You have told us this before. We have your answers."),
    "offer_settled": _("This offer is settled. Get in touch with us if that is not right."),
}
# What somebody who is unhappy with how it was handled can do.
AGAIN = _("If you are not happy, you can ask us to look again. It is on this page.")
COMPLAIN = _("If you are not happy, you can make a new complaint about how we dealt with this one.")
CALL = _("We could not do this. Please get in touch with us and give your reference.")


@follower_page(posts=True)
def step(visit: Visit, found: Follower, word: str) -> HttpResponse:
    """The form of an action, and doing it. What cannot be done now says so."""
    verb = BY_WORD.get(word)
    if verb is None:
        raise Http404
    case = facts_of(found.row)
    view = shown(case, visit.book.by_id(case.stage.policy))
    chosen = STEPS[verb]
    if visit.request.method == "POST":
        form = chosen.form(visit.request.POST, visit.request.FILES, view=view)
        return _sent(visit, found, verb, form)
    if verb not in view.can:
        return _over(visit, view, chosen)
    kept = session.typed(visit, found.reference)
    if kept and kept["path"] == visit.request.path:
        session.forget_typed(visit)
        form = chosen.form(_again(kept["fields"]), {}, view=view)
        form.is_valid()
        return _form(visit, verb, form, view, kept=True)
    first = {"once": secrets.token_hex(16)}
    if "number" in visit.request.GET:
        first["number"] = visit.request.GET["number"][:9]
    return _form(visit, verb, chosen.form(initial=first, view=view), view)


def _again(fields: dict[str, list[str]]) -> QueryDict:
    """What was typed before the time was up, as if it were sent now."""
    data = QueryDict(mutable=True)
    for name, values in fields.items():
        data.setlist(name, values)
    return data


def _form(visit: Visit, verb: Verb, form: StepForm, view: Any, **more: Any) -> HttpResponse:
    return visit.render(
        f"resident/follow/{verb.value}.html",
        form=form,
        step=STEPS[verb],
        view=view,
        dates=said.dates_said(view, visit.today),
        ombudsman=ombudsman_on(visit.today, visit.stationery),
        **more,
    )


def _sent(visit: Visit, found: Follower, verb: Verb, form: StepForm) -> HttpResponse:
    key = form.data.get("once", "")[:64]
    if not key:  # no form of ours
        return redirect(visit.request.path)
    if not form.is_valid():
        return _form(visit, verb, form, form.view)
    answer = following.once(found.row, key, visit.now, lambda: _performed(visit, found, verb, form))
    if isinstance(answer, Refused):
        _say(form, answer.reasons)
        return _form(visit, verb, form, form.view)
    slug = visit.landlord.slug
    messages.success(visit.request, _done(verb, form))
    return redirect("follow-complaint", slug)


def _done(verb: Verb, form: StepForm) -> str:
    """What is said once it is done: to somebody unhappy, also how to go on (Code 1.6)."""
    done = str(STEPS[verb].done)
    if verb is Verb.RATE and isinstance(form, RateForm) and is_unhappy(form.rate()):
        return f"{done} {AGAIN if Verb.ESCALATE in form.view.can else COMPLAIN}"
    return done


def _performed(visit: Visit, found: Follower, verb: Verb, form: StepForm) -> Done | Refused:
    given, uploads = form.given(visit, found), form.cleaned_data.get("attached") or []
    common = (found.person.actor, visit.landlord, found.reference, form.does or verb, given)
    if verb is Verb.RATE:
        who = found.person.actor
        return asking.answer(who, visit.landlord, found.reference, given, visit.now)
    if uploads:
        return perform_with(*common, uploads=uploads, at=visit.now, all_or_none=True)
    return perform(*common, at=visit.now)


def _say(form: StepForm, reasons: tuple[Reason, ...]) -> None:
    """Why it was not done, where it is mended."""
    for reason in reasons:
        if reason.code in FILE_WORDS:
            says, do = FILE_WORDS[reason.code]
            form.add_error("attached", f"{reason.about}: {says} {do}")
        else:
            where = reason.field if reason.field in form.fields else None
            form.add_error(where, WORDS.get(reason.code, CALL))
    if any(reason.code in FILE_WORDS for reason in reasons):
        form.add_error("attached", NOT_KEPT)


def _over(visit: Visit, view: Any, chosen: Step) -> HttpResponse:
    """It cannot be done now: said in words, with the way back."""
    page = visit.render("resident/follow/over.html", view=view, step=chosen, says=NOT_NOW)
    page.status_code = 409
    return page
