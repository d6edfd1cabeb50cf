"""Saved views: lists under a name, one's own and those that colleagues share."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse

from redress.cases import lists, saved_views
from redress.cases.filters import OPEN, Filters, Seen
from redress.cases.saved_views import View, ViewRefused
from redress.web.desk.chosen import Chosen, chosen
from redress.web.desk.reading import elsewhere
from redress.web.pages import Visit, page, signed_in
from redress.web.text import tidy

# Ready for the weekly meetings (see the annual report of Harrow, section 4).
READY = {
    "Monday: overdue": Chosen(Filters(due="late"), "service"),
    "Friday: complex cases": Chosen(Filters(complex="yes")),
}


@dataclass(frozen=True)
class Link:
    """A view as a link: its words, address, number of cases (None where closed ones are in it) and
    whether it is the list shown."""

    words: str
    address: str
    number: int | None
    here: bool


def links(visit: Visit, seen: Seen, here: str) -> list[Link]:
    """The ready views and the saved ones with their numbers, counted in one query."""
    known = dict(READY)
    for view in saved_views.views(visit.actor, visit.landlord):
        if asked := _readable(view):
            known[view.name if view.own else f"{view.name} (shared)"] = asked
    counted = {name: each.filters for name, each in known.items() if each.filters.show == OPEN}
    numbers = lists.counts(visit.landlord, counted, seen)
    start = reverse("worklist", args=[visit.landlord.slug])
    return [
        Link(words, f"{start}?{asked.query}", numbers.get(words), asked.query == here)
        for words, asked in known.items()
    ]


def _readable(view: View) -> Chosen | None:
    """The list of a view; None where a filter of it is no more."""
    try:
        return chosen(QueryDict(view.query))
    except Http404:
        return None


@page(needs=signed_in, posts=True)
def views(visit: Visit) -> HttpResponse:
    """One's own views, to rename, share and delete; and saving another."""
    if answer := elsewhere(visit):
        return answer
    problem = ""
    if visit.request.method == "POST":
        try:
            return _done(visit, visit.request.POST)
        except ViewRefused as refused:
            problem = str(refused)
    own = [view for view in saved_views.views(visit.actor, visit.landlord) if view.own]
    sent = visit.request.POST
    return visit.render("desk/views.html", views=own, problem=problem, sent=sent)


def _done(visit: Visit, sent: QueryDict) -> HttpResponse:
    who = visit.actor, visit.landlord
    name, shared = tidy(sent.get("name", "")), bool(sent.get("shared"))
    if sent.get("do") == "save":
        query = chosen(QueryDict(sent.get("list", ""))).query
        saved_views.save(*who, name=name, query=query, shared=shared)
        messages.success(visit.request, "The view is saved. It stands above the list.")
        return redirect(f"{reverse('worklist', args=[visit.landlord.slug])}?{query}")
    number = sent.get("number", "")
    if not number.isdecimal() or len(number) > 9:
        raise Http404
    if sent.get("do") == "delete":
        saved_views.delete(*who, int(number))
        messages.success(visit.request, "The view is deleted. Its cases stay as they are.")
    else:
        saved_views.rename(*who, int(number), name=name, shared=shared)
        messages.success(visit.request, "The view is changed.")
    return redirect("views", visit.landlord.slug)
