"""When you are away: who signs for you, and from when to when."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from redress.cases import queries
from redress.people.cover import CoverRefused, absences, end_cover, set_cover
from redress.rules.access import DECIDERS, Actor
from redress.web.desk.forms.cover import CoverForm
from redress.web.pages import Visit, page

WORDS = {
    "yourself": "Choose a colleague: you cannot sign for yourself while you are away",
    "ends_before": "The last day must be the first day or later",
    "may_not_decide": "This colleague may not sign. Choose another",
}


def decides(actor: Actor) -> bool:
    """For those who may sign at all."""
    return bool(actor.roles & DECIDERS)


@page(needs=decides, posts=True)
def cover(visit: Visit) -> HttpResponse:
    """One's own absences: to say, to see and to end."""
    data = visit.request.POST if visit.request.method == "POST" else None
    if data and data.get("end", "").isdecimal() and len(data["end"]) < 19:
        end_cover(visit.actor, visit.landlord, int(data["end"]))
        messages.success(visit.request, "This cover has ended.")
        return redirect("cover", visit.landlord.slug)
    people = queries.colleagues(visit.landlord, *DECIDERS)
    others = [(str(number), name) for number, name in people if number != visit.actor.id]
    form = CoverForm(others, data)
    if data is not None and form.is_valid() and _set(visit, form):
        messages.success(visit.request, "Your cover is set. The record will say whom it was for.")
        return redirect("cover", visit.landlord.slug)
    away = absences(visit.actor, visit.landlord, visit.today)
    return visit.render("desk/cover.html", form=form, away=away)


def _set(visit: Visit, form: CoverForm) -> bool:
    said = form.cleaned_data
    try:
        by, first, last = int(said["covered_by"]), said["from_on"], said["to_on"]
        set_cover(visit.actor, visit.landlord, by, first, last)
    except CoverRefused as refused:
        form.add_error(refused.field, WORDS[refused.reason])
        return False
    return True
