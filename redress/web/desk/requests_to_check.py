"""Requests that were answered as such and may have been complaints, for a person to read."""

from django.http import HttpResponse

from redress.cases.requests import PERIOD, to_check
from redress.rules.access import may_read_cases
from redress.web.pages import Visit, page


@page(needs=may_read_cases)
def requests_to_check(visit: Visit) -> HttpResponse:
    """Those with words of dissatisfaction, and this week's sample of the others (Code 1.5)."""
    found = to_check(visit.actor, visit.landlord, visit.today)
    return visit.render(
        "desk/requests_to_check.html",
        likely=[each for each in found if each.words],
        sample=[each for each in found if not each.words],
        since=visit.today - PERIOD,
    )
