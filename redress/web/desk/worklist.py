"""The cases: one list for everything, by filters that stand in its address."""

from django.http import HttpResponse
from django.shortcuts import redirect

from redress.cases import lists
from redress.cases.access import NoAccess
from redress.cases.filters import Seen
from redress.rules.access import Verb, may, may_read_cases
from redress.web.desk.chosen import FALLING, Chosen, chosen
from redress.web.desk.due import landlord_calendar
from redress.web.desk.filtering import chips, menus
from redress.web.desk.rows import rows
from redress.web.pages import Visit, page, signed_in

SORTED = {"reference": "Case", "resident": "Resident", "received": "Received", "due": "Due"}
EMPTY = "No case is like this. Take a filter off, or look among closed cases."
NONE_YET = "Open cases will appear here, what is due next first."


@page(needs=signed_in)
def worklist(visit: Visit) -> HttpResponse:
    """The list that the address asks for."""
    if answer := elsewhere(visit):
        return answer
    asked, seen = chosen(visit.request.GET), seen_by(visit)
    listed = lists.page_of(
        visit.landlord,
        asked.filters,
        seen,
        asked.order,
        before=asked.before,
        after=asked.after,
    )
    there = lists.choices(visit.landlord, visit.actor)
    on = chips(asked, there)
    return visit.render(
        "desk/worklist.html",
        title="Cases",
        rows=rows(listed.lines, visit.landlord, visit.today),
        empty=EMPTY if on else NONE_YET,
        query=asked.query,
        chips=on,
        menus=menus(asked, there),
        sorts=sorts(asked),
        earlier=asked.page(before=listed.before) if listed.before else "",
        later=asked.page(after=listed.after) if listed.after else "",
    )


def elsewhere(visit: Visit) -> HttpResponse | None:
    """Where somebody who reads no cases is sent: who may only take complaints, to that."""
    if may_read_cases(visit.actor):
        return None
    if may(visit.actor, Verb.RECEIVE):
        return redirect("receive", visit.landlord.slug)
    raise NoAccess


def seen_by(visit: Visit) -> Seen:
    """Who looks, when, and by the landlord's own working days."""
    return Seen(visit.actor, visit.today, landlord_calendar(visit.landlord.slug, visit.today))


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
