"""What was promised: what is open, the first due first, and how the last quarter was kept."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpResponse

from redress.cases import promises as kept_promises
from redress.rules.access import may_read_cases
from redress.web.desk.due import landlord_calendar, time_to
from redress.web.pages import Visit, page


@dataclass(frozen=True)
class Row:
    """One promise or task, and how far off its date is in words."""

    promise: kept_promises.Open
    left: str
    tone: str


@page(needs=may_read_cases)
def promises(visit: Visit) -> HttpResponse:
    """Everything promised and not done on the cases this person may see."""
    after = visit.request.GET.get("after", "")[:40]
    found, more = kept_promises.open_promises(visit.landlord, visit.actor, after)
    calendar = landlord_calendar(visit.landlord, visit.today)
    start, end = last_quarter(visit.today)
    return visit.render(
        "desk/promises.html",
        rows=[Row(each, *time_to(each.due_on, visit.today, calendar)) for each in found],
        kept=kept_promises.kept(visit.landlord, start, end),
        start=start,
        end=end,
        next_page=f"?after={more}" if more else "",
        first_page="?" if after else "",
    )


def last_quarter(today: date) -> tuple[date, date]:
    """The first and last day of the whole quarter before this one."""
    begins = date(today.year, 3 * ((today.month - 1) // 3) + 1, 1)
    end = begins - timedelta(days=1)
    return date(end.year, end.month - 2, 1), end
