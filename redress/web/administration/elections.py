"""The landlord's election periods: days in which enquiries of members carry a flag."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from redress.people import admin_log, members
from redress.rules.access import may_administer
from redress.web.administration.members import ordered
from redress.web.forms import Date, Form, Text
from redress.web.pages import Visit, page

DROP = "drop"  # what the button beside a period says
SET, DROPPED = "The election period is set.", "The election period is taken away."


class ElectionForm(Form):
    """The days before an election."""

    name = Text("Which election", limit=120, hint="Such as: local elections 2026.")
    from_on = Date("First day")
    to_on = Date("Last day")

    def clean(self) -> None:
        ordered(self)


@page(needs=may_administer, posts=True)
def elections(visit: Visit) -> HttpResponse:
    """The periods, and the form to set one more."""
    data = visit.request.POST if visit.request.method == "POST" else None
    if data and data.get("step") == DROP:
        return _drop(visit, data.get("number", ""))
    form = ElectionForm(data)
    if form.is_bound and form.is_valid():
        with transaction.atomic():
            made = members.add_election(visit.landlord, **form.cleaned_data)
            admin_log.note(visit.landlord, visit.actor, "election_set", made.name, visit.now)
        return _done(visit, SET)
    there = members.elections_of(visit.landlord)
    return visit.render("administration/elections.html", form=form, elections=there)


def _drop(visit: Visit, number: str) -> HttpResponse:
    if not (number.isdecimal() and len(number) < 19):
        raise Http404
    with transaction.atomic():
        gone = members.drop_election(visit.landlord, int(number))
        if gone:
            admin_log.note(visit.landlord, visit.actor, "election_dropped", gone, visit.now)
    return _done(visit, DROPPED)


def _done(visit: Visit, words: str) -> HttpResponse:
    messages.success(visit.request, words)
    return redirect("elections", visit.landlord.slug)
