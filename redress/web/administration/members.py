"""The directory of members: MPs and councillors."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from redress.people import admin_log
from redress.people import members as directory
from redress.people.models import Member
from redress.rules.access import may_administer
from redress.web.forms import Date, Email, Form, Lines, Select, Text
from redress.web.pages import Visit, page

KINDS = (("", "Choose"), ("councillor", "Councillor"), ("mp", "MP"))
ORDER = "The last day must not be before the first"


class MemberForm(Form):
    """An MP or a councillor."""

    name = Text("Name", limit=200)
    kind = Select("What they are", KINDS)
    area = Text("Ward or constituency", limit=120)
    email = Email(optional=True, autocomplete="off")
    address = Lines("Address", limit=400, rows=2, optional=True)
    from_on = Date("In office from", optional=True)
    to_on = Date("In office until", optional=True, hint="Leave it empty while they are.")

    def clean(self) -> None:
        ordered(self)


def ordered(form: Form) -> None:
    """The last day may not come before the first."""
    first, last = (form.cleaned_data.get(name) for name in ("from_on", "to_on"))
    if first and last and last < first:
        form.add_error("to_on", ORDER)


@page(needs=may_administer, posts=True)
def members(visit: Visit) -> HttpResponse:
    """Everybody in the directory, and the form to add one more."""
    form = MemberForm(visit.request.POST if visit.request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        return _keep(visit, form.cleaned_data, None)
    there = directory.all_of(visit.landlord)
    return visit.render("administration/members.html", form=form, members=there)


@page(needs=may_administer, posts=True)
def member(visit: Visit, number: int) -> HttpResponse:
    """One member, to change."""
    there = directory.one_of(visit.landlord, number)
    if there is None:
        raise Http404
    posted = visit.request.method == "POST"
    first = {name: getattr(there, name) for name in MemberForm.base_fields}
    form = MemberForm(visit.request.POST if posted else None, initial=first)
    if posted and form.is_valid():
        return _keep(visit, form.cleaned_data, there)
    return visit.render("administration/member.html", form=form, member=there)


def _keep(visit: Visit, said: dict[str, Any], changing: Member | None) -> HttpResponse:
    with transaction.atomic():
        kept = directory.keep(visit.landlord, changing, **said)
        admin_log.note(visit.landlord, visit.actor, "member_kept", str(kept), visit.now)
    messages.success(visit.request, "The directory is changed.")
    return redirect("members", visit.landlord.slug)
