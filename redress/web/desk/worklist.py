"""The cases: one list for everything, by filters that stand in its address."""

import secrets

from django.http import HttpResponse
from django.urls import reverse

from redress.cases import lists
from redress.rules.access import Verb, may
from redress.web.desk import bulk, views
from redress.web.desk.chosen import FALLING, Chosen, chosen
from redress.web.desk.filtering import chips, menus
from redress.web.desk.reading import elsewhere, seen_by
from redress.web.desk.rows import rows
from redress.web.pages import Visit, page, signed_in

SORTED = {
    "reference": "Case",
    "resident": "Resident",
    "service": "Service",
    "received": "Received",
    "due": "Due",
}
EMPTY = "No case is like this. Take a filter off, or look among closed cases."
NONE_YET = "Open cases will appear here, what is due next first."


@page(needs=signed_in)
def worklist(visit: Visit) -> HttpResponse:
    """The list that the address asks for."""
    if answer := elsewhere(visit):
        return answer
    asked, seen = chosen(visit.request.GET), seen_by(visit)
    marks = {"before": asked.before, "after": asked.after}
    listed = lists.page_of(visit.landlord, asked.filters, seen, asked.order, **marks)
    there = lists.choices(visit.landlord, visit.actor)
    on, query = chips(asked, there), asked.query
    ready = [words for words, each in views.READY.items() if each.query == query]
    return visit.render(
        "desk/worklist.html",
        title=ready[0] if ready else "Cases",
        rows=rows(listed.lines, visit.landlord, visit.today, last=bool(asked.filters.complex)),
        empty=EMPTY if on else NONE_YET,
        chips=on,
        menus=menus(asked, there),
        sorts=sorts(asked),
        views=views.links(visit, seen, query),
        services=services(visit, asked) if asked.filters.due == "late" else [],
        earlier=asked.page(before=listed.before) if listed.before else "",
        later=asked.page(after=listed.after) if listed.after else "",
        ticks=may(visit.actor, Verb.TAG),
        key=secrets.token_hex(16),
        **bulk.bar(visit, query),
    )


def services(visit: Visit, asked: Chosen) -> list[tuple[str, int, str]]:
    """For what is overdue: how many cases of each service, and the address of just those."""
    found = lists.by_service(visit.landlord, asked.filters, seen_by(visit))
    start = reverse("worklist", args=[visit.landlord.slug])
    return [
        (service or "No service named", number, f"{start}{asked.address(service=service)}")
        for service, number in found
    ]


def sorts(asked: Chosen) -> list[tuple[str, str, str]]:
    """What the list can be sorted by: words, address, and "ascending" or "descending" where it is.

    Choosing what it is sorted by already turns it round.
    """
    found = []
    for by, words in SORTED.items():
        here = asked.order.by == by
        turned = f"{FALLING}{by}" if here and not asked.order.falling else by
        state = ("descending" if asked.order.falling else "ascending") if here else ""
        found.append((words, asked.address(sort=turned), state))
    return found
