"""Taking down what a resident told any member of staff (Code 3.2)."""

import secrets

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect

from redress.cases.access import NoAccess
from redress.cases.perform import Done
from redress.cases.perform import receive as take
from redress.people.register import register_resident
from redress.rules.access import Verb, may, may_read_cases
from redress.rules.decision import Refused
from redress.web.desk.forms.receive import ReceiveForm
from redress.web.desk.possible import not_yours
from redress.web.pages import Visit, page, signed_in

TITLE = "Take down a contact"


@page(needs=signed_in, posts=True)
def receive(visit: Visit) -> HttpResponse:
    """The form, and taking it down: once, however often the button is pressed."""
    if not may(visit.actor, Verb.RECEIVE):
        return _not_yours(visit)
    posted = visit.request.method == "POST"
    key = secrets.token_urlsafe(24)
    form = ReceiveForm(visit.request.POST if posted else None, today=visit.today, submission=key)
    if posted and form.is_valid():
        answer = _take(visit, form)
        if isinstance(answer, Done):
            return _taken(visit, answer)
        form.refuse(answer.reasons)
    return visit.render("desk/receive.html", form=form)


def _take(visit: Visit, form: ReceiveForm) -> Done | Refused:
    """The resident and the case in one transaction: both are there, or neither is."""
    with transaction.atomic():
        who = form.resident
        resident = register_resident(visit.landlord, **who) if who else None
        answer = take(
            visit.actor,
            visit.landlord,
            form.given(resident),
            at=visit.now,
            submission=form.cleaned_data["submission"] or None,
        )
        if isinstance(answer, Refused):
            transaction.set_rollback(True)
        return answer


def _taken(visit: Visit, done: Done) -> HttpResponse:
    words = "This was already taken down" if done.repeated else "It is taken down"
    messages.success(visit.request, f"{words}. The reference is {done.reference}.")
    if may_read_cases(visit.actor):
        return redirect("case", visit.landlord.slug, done.reference)
    return redirect("receive", visit.landlord.slug)


def _not_yours(visit: Visit) -> HttpResponse:
    """For those who read and never act; for everyone else as if there were no such page."""
    if not may_read_cases(visit.actor):
        raise NoAccess
    stops = [not_yours(Verb.RECEIVE)]
    page = visit.render("desk/stopped.html", title=TITLE, stops=stops)
    page.status_code = 403
    return page
