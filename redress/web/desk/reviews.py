"""What is to be looked at again: adjustments (Code 5.10) and restrictions of contact (5.14)."""

from enum import StrEnum

from django.http import HttpResponse

from redress.cases.needs import late_reviews, restrictions_to_see_to
from redress.rules.access import may_read_cases
from redress.web.pages import Visit, page


class Show(StrEnum):
    """The two lists."""

    ADJUSTMENTS = "adjustments"
    RESTRICTIONS = "restrictions"


TITLES = {
    Show.ADJUSTMENTS: "Adjustments late to be looked at",
    Show.RESTRICTIONS: "Restrictions of contact to see to",
}


@page(needs=may_read_cases)
def reviews(visit: Visit) -> HttpResponse:
    """The list that a number on Today opens, the longest ago first; of one's own cases with
    `mine`."""
    asked = visit.request.GET.get("show", "")
    show = Show(asked) if asked in set(Show) else Show.ADJUSTMENTS
    mine = visit.request.GET.get("mine") == "yes"
    read = late_reviews if show is Show.ADJUSTMENTS else restrictions_to_see_to
    return visit.render(
        "desk/reviews.html",
        show=show,
        mine=mine,
        title=TITLES[show],
        lists=TITLES.items(),
        rows=read(visit.actor, visit.landlord, visit.today, mine=mine),
    )
