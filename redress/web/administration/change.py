"""What setting a day, or taking it away, does to open cases; and doing it."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from redress.cases import days_off
from redress.cases.days_off import Change, What
from redress.rules.access import may_administer
from redress.rules.calendar import FIRST, LAST
from redress.rules.dates import read_date
from redress.rules.facts import Clock
from redress.rules.words import CLOCK
from redress.web.desk.telling.taking_in import WHOSE
from redress.web.pages import Visit, page

DONE = "It is set. Open cases get their new dates within minutes; each has a line that says why."
ALREADY = "It was set already. Nothing was changed."


@page(needs=may_administer, posts=True)
def change(visit: Visit) -> HttpResponse:
    """Looked at first; nothing is written until it is sent."""
    asked, after = _asked(visit)
    if visit.request.method == "POST":
        done = days_off.apply(visit.landlord, visit.actor, asked, visit.now)
        messages.success(visit.request, DONE if done else ALREADY)
        return redirect("days", visit.landlord.slug)
    found, more = days_off.preview(visit.actor, visit.landlord, asked, visit.today, after)
    others = days_off.concerned(visit.landlord, asked.what, visit.today)
    query = visit.request.GET.copy()
    query["after"] = str(more)
    return visit.render(
        "administration/change.html",
        change=asked,
        rows=[(each.reference, _moves(each.moves)) for each in found],
        more=f"?{urlencode(query)}" if more else "",
        later=bool(after),
        others=[each for each in others if each.pk != visit.landlord.pk],
    )


def _asked(visit: Visit) -> tuple[Change, int]:
    """The change in the address. One that nobody can have meant is no page."""
    said = visit.request.GET
    try:
        day = read_date(said.get("date", ""))
        found = Change(What(said.get("what", "")), day, said.get("why", "").strip(), "off" in said)
        after = int(said.get("after", "0"))
    except ValueError as error:
        raise Http404 from error
    if not (FIRST <= day <= LAST and 0 < len(found.why) <= 200 and 0 <= after < 2**62):
        raise Http404
    return found, after


def _moves(moves: list[dict[str, str]]) -> list[tuple[str, object, object]]:
    return [
        (
            f"{CLOCK[Clock(each['clock'])]}, {WHOSE[each['whose']]}",
            read_date(each["was"]),
            read_date(each["is"]),
        )
        for each in moves
    ]
