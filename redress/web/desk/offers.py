"""Offers of money: what is accepted and not paid first."""

from django.http import HttpResponse

from redress.cases.offers import Show, offers_of_money
from redress.rules.access import may_read_cases
from redress.web.pages import Visit, page

TITLES = {
    Show.OWED: "Accepted, to be paid",
    Show.WAITING: "No answer yet",
    Show.SETTLED: "Paid or refused",
}


@page(needs=may_read_cases)
def offers(visit: Visit) -> HttpResponse:
    """One of the three lists; a word that is none of them shows what is owed."""
    asked = visit.request.GET.get("show", "")
    show = Show(asked) if asked in set(Show) else Show.OWED
    after = visit.request.GET.get("after", "")[:40]
    found, more = offers_of_money(visit.landlord, visit.actor, show, after)
    return visit.render(
        "desk/offers.html",
        show=show,
        title=TITLES[show],
        lists=TITLES.items(),
        rows=found,
        next_page=f"?show={show}&after={more}" if more else "",
        first_page=f"?show={show}" if after else "",
    )
