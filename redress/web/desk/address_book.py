"""The address book: people of other services and contractors who are asked for comments."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from redress.people import address_book as book
from redress.people.models import Contributor
from redress.rules.access import Actor, may_keep_address_book
from redress.rules.actions.ask_comments import LONGEST_NAME
from redress.web.forms import Email, Form, Text
from redress.web.pages import Visit, page

TAKEN = "Somebody in the address book has this email address already."
KEPT, RETIRED = "The address book is changed.", "They are no longer in the address book."


class ContributorForm(Form):
    """One person."""

    name = Text("Name", limit=LONGEST_NAME)
    organisation = Text("Service or contractor", hint="Such as Repairs, or the name of the firm.")
    email = Email(autocomplete="off")
    manager_email = Email(
        "Manager’s email address",
        optional=True,
        autocomplete="off",
        hint="Who is told when an answer is late.",
    )


def keeps_it(actor: Actor) -> bool:
    """Who may open the address book."""
    return may_keep_address_book(actor)


@page(needs=keeps_it, posts=True)
def address_book(visit: Visit) -> HttpResponse:
    """Everybody in it, and the form to add one more."""
    return _page(visit, None)


@page(needs=keeps_it, posts=True)
def contributor(visit: Visit, number: int) -> HttpResponse:
    """One person, to change or to retire."""
    person = book.one_of(visit.landlord, number)
    if person is None:
        raise Http404
    if visit.request.method == "POST" and visit.request.POST.get("step") == "retire":
        book.retire(person)
        messages.success(visit.request, RETIRED)
        return redirect("address-book", visit.landlord.slug)
    return _page(visit, person)


def _page(visit: Visit, person: Contributor | None) -> HttpResponse:
    posted = visit.request.method == "POST"
    first = {name: getattr(person, name) for name in ContributorForm.base_fields} if person else {}
    form = ContributorForm(visit.request.POST if posted else None, initial=first)
    if posted and form.is_valid() and _kept(visit, form, person):
        messages.success(visit.request, KEPT)
        return redirect("address-book", visit.landlord.slug)
    known: list[Any] = [] if person else book.in_use(visit.landlord)
    template = "desk/contributor.html" if person else "desk/address_book.html"
    return visit.render(template, form=form, people=known, person=person)


def _kept(visit: Visit, form: ContributorForm, person: Contributor | None) -> bool:
    try:
        book.keep(visit.landlord, changing=person, **form.cleaned_data)
    except book.AddressTaken:
        form.add_error("email", TAKEN)
        return False
    return True
