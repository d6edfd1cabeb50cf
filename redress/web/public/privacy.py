"""The privacy notice of a landlord's complaint pages."""

from django.http import HttpResponse

from redress.web.outside import outside
from redress.web.pages import Visit, anyone, page


@page(needs=anyone)
def privacy(visit: Visit) -> HttpResponse:
    """What is kept, why, who sees it, and the resident's rights (UK GDPR, articles 13 and 14)."""
    commissioner = outside(visit.stationery.contact("information-commissioner", visit.today))
    return visit.render("public/privacy.html", commissioner=commissioner)
