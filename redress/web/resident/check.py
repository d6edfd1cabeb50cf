"""Checking the answers, and sending the complaint."""

from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from redress.cases import web_drafts, web_sources
from redress.cases.perform import Done, receive
from redress.rules import form_pages
from redress.rules.decision import Refused
from redress.web.forms import Form, Hidden
from redress.web.pages import Visit, anyone, page
from redress.web.resident.answers import sections
from redress.web.resident.complaint import complaint_of, resident_of
from redress.web.resident.copy import mail_copy
from redress.web.resident.draft import Draft
from redress.web.resident.sent_case import RESIDENT

NOW = "now"  # the button beside the number to ring: send what there is


class Check(Form):
    """Only the key of the draft."""

    submission = Hidden()


@page(needs=anyone, posts=True)
def check(visit: Visit) -> HttpResponse:
    """All answers, each with a way to change it; sent by POST, and once however often pressed."""
    draft = Draft(visit)
    posted = visit.request.method == "POST"
    form = Check(visit.request.POST if posted else None, initial={"submission": draft.key})
    if draft.reference:
        draft.done(draft.reference)
    if draft.sent and (not draft.answers or draft.sent["key"] == form["submission"].value()):
        return redirect("sent", visit.landlord.slug)
    missing = form_pages.missing(draft.answers)
    if posted and visit.request.POST.get("step") == NOW and draft.given("description"):
        missing = ""
    if missing:
        return redirect(reverse(missing, args=[visit.landlord.slug]) + "?again")
    if posted and form.is_valid() and form.cleaned_data["submission"] == draft.key:
        done = _send(visit, draft)
        if isinstance(done, Done):
            draft.done(done.reference)
            return redirect("sent", visit.landlord.slug)
        words = _("We could not take this. Please get in touch with us: {contact}.")
        form.add_error(None, words.format(contact=visit.landlord.contact))
    back = form_pages.before(form_pages.CHECK, draft.answers)
    return visit.render("resident/check.html", form=form, sections=sections(draft), back=back)


def _send(visit: Visit, draft: Draft) -> Done | Refused:
    """The resident and the case in one transaction: both are there, or neither is."""
    with transaction.atomic():
        resident = resident_of(visit, draft)
        given = complaint_of(draft, resident, visit, _held(visit))
        done = receive(RESIDENT, visit.landlord, given, at=visit.now, submission=draft.key)
        if isinstance(done, Refused):
            transaction.set_rollback(True)
            return done
        if not done.repeated:
            web_drafts.sent(visit.landlord, draft.key, done.reference, visit.now)
            mail_copy(visit, draft, done)
        return done


def _held(visit: Visit) -> str:
    """The tag of what comes from a place that has sent a lot in this hour. It is taken all the
    same, and its clock runs: a person looks at it (Code 1.3, 3.1)."""
    address = visit.request.META.get("REMOTE_ADDR", "")
    times = web_sources.count(visit.landlord, web_sources.SENT, address, visit.now)
    return web_sources.HELD if times > settings.FORMS_AN_HOUR else ""
