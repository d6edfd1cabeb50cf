"""What was upheld and of which nobody has said what was learned (Code 9.1)."""

from urllib.parse import urlencode

from django.http import HttpResponse

from redress.cases import lessons as kept
from redress.rules.access import may_read_cases
from redress.web.pages import Visit, page


@page(needs=may_read_cases)
def lessons(visit: Visit) -> HttpResponse:
    """The list that a number on Today opens, the longest ago first; of one's own cases with
    `mine`."""
    mine = visit.request.GET.get("mine") == "yes"
    after = visit.request.GET.get("after", "")
    rows, mark = kept.owed(visit.landlord, visit.actor, after, mine=mine)
    asked = {"mine": "yes"} if mine else {}
    return visit.render(
        "desk/lessons.html",
        rows=rows,
        mine=mine,
        first_page=f"?{urlencode(asked)}" if after else "",
        next_page=f"?{urlencode({**asked, 'after': mark})}" if mark else "",
    )
