"""What is late to be looked at again: adjustments agreed with residents (Code 5.10)."""

from django.http import HttpResponse

from redress.cases.needs import late_reviews
from redress.rules.access import may_read_cases
from redress.web.pages import Visit, page


@page(needs=may_read_cases)
def reviews(visit: Visit) -> HttpResponse:
    """The list that the number on Today opens, the longest ago first."""
    mine = visit.request.GET.get("mine") == "yes"
    late = late_reviews(visit.actor, visit.landlord, visit.today, mine=mine)
    return visit.render("desk/reviews.html", late=late)
