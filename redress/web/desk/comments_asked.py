"""Comments asked for: who is late, by how much, on which case; the latest first."""

from dataclasses import dataclass

from django.http import HttpResponse

from redress.cases import comments
from redress.rules.access import may_keep_address_book, may_read_cases
from redress.web.desk.due import landlord_calendar, time_to
from redress.web.pages import Visit, page


@dataclass(frozen=True)
class Row:
    """One request, and how far off its date is in words."""

    asked: comments.Waiting
    left: str
    tone: str


@page(needs=may_read_cases)
def comments_asked(visit: Visit) -> HttpResponse:
    """Every request of the landlord that waits for an answer."""
    after = visit.request.GET.get("after", "")[:40]
    found, more = comments.open_requests(visit.landlord, visit.actor, after)
    calendar = landlord_calendar(visit.landlord, visit.today)
    return visit.render(
        "desk/comments_asked.html",
        rows=[Row(asked, *time_to(asked.due_on, visit.today, calendar)) for asked in found],
        next_page=f"?after={more}" if more else "",
        first_page="?" if after else "",
        keeps_book=may_keep_address_book(visit.actor),
    )
