"""Taking down what a resident told any member of staff (Code 3.2)."""

import secrets
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect

from redress.cases.access import NoAccess
from redress.cases.perform import Done
from redress.cases.perform import receive as take
from redress.people import members
from redress.people.lookup import resident_of
from redress.people.models import Resident
from redress.people.register import prefer, register_resident
from redress.rules.access import Verb, may, may_read_cases
from redress.rules.decision import Refused
from redress.web.desk.forms.receive import ReceiveForm
from redress.web.desk.look import at_hand
from redress.web.desk.possible import not_yours
from redress.web.pages import Visit, page, signed_in

TITLE = "Take down a contact"
FIND = "find"  # what the button under the search says


@page(needs=signed_in, posts=True)
def receive(visit: Visit) -> HttpResponse:
    """The form, and taking it down: once, however often the button is pressed."""
    if not may(visit.actor, Verb.RECEIVE):
        return _not_yours(visit)
    data = visit.request.POST if visit.request.method == "POST" else QueryDict()
    if data.get("step") == FIND:
        return _shown(visit, _form(visit, typed=data), data)
    form = _form(visit, data or None)
    if data and form.is_valid():
        answer = _take(visit, form)
        if isinstance(answer, Done):
            return _taken(visit, answer)
        form.refuse(answer.reasons)
    return _shown(visit, form, data)


def _form(visit: Visit, data: Any = None, typed: Any = None) -> ReceiveForm:
    return ReceiveForm(
        data,
        landlord=visit.landlord.slug,
        today=visit.today,
        submission=secrets.token_urlsafe(24),
        known=lambda sent: resident_of(visit.landlord, sent),
        members=members.in_office(visit.landlord, visit.today),
        typed=typed,
    )


def _shown(visit: Visit, form: ReceiveForm, data: QueryDict) -> HttpResponse:
    """The page with what was typed, whoever was found, and the cases at hand."""
    return visit.render("desk/receive.html", form=form, **at_hand(visit, data))


def _take(visit: Visit, form: ReceiveForm) -> Done | Refused:
    """The resident and the case in one transaction: both are there, or neither is."""
    with transaction.atomic():
        answer = take(
            visit.actor,
            visit.landlord,
            form.given(_resident(visit, form)),
            at=visit.now,
            submission=form.cleaned_data["submission"] or None,
        )
        if isinstance(answer, Refused):
            transaction.set_rollback(True)
        return answer


def _resident(visit: Visit, form: ReceiveForm) -> Resident | None:
    """The one chosen, the new one, or nobody."""
    if form.chosen:
        prefer(form.chosen, by=visit.actor, at=visit.now, **form.reach)
        return form.chosen
    who = form.new_resident
    return register_resident(visit.landlord, by=visit.actor, at=visit.now, **who) if who else None


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
