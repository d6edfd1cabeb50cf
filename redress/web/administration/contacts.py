"""Whom residents can turn to: every contact, those first that have run out or soon do."""

from datetime import date

from django.http import HttpResponse

from redress.rules.access import may_administer
from redress.rules.stationery import Stationery
from redress.web.pages import Visit, page


@page(needs=may_administer)
def contacts(visit: Visit) -> HttpResponse:
    """Each with the day it runs out, and the first day of details that are still to come."""
    stationery, today = visit.stationery, visit.today
    old, known = stationery.running_out(today), stationery.contacts(today)
    ahead = ahead_of(stationery, today)
    rows = [
        (name, known[name], known[name].is_expired(today), name in old, ahead.get(name))
        for name in (*old, *(known.keys() - old.keys()))
    ]
    rows[len(old) :] = sorted(rows[len(old) :], key=lambda row: row[1].name.lower())
    unstarted = [(name, starts) for name, starts in ahead.items() if name not in known]
    return visit.render("administration/contacts.html", rows=rows, unstarted=unstarted)


def ahead_of(stationery: Stationery, today: date) -> dict[str, date]:
    """The first day of the next details of each that has some to come."""
    return {
        name: min(starts for starts, _ in each if starts > today)
        for name, each in sorted(stationery.own_contacts.items())
        if any(starts > today for starts, _ in each)
    }
