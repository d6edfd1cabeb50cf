"""The accessibility statement of a landlord's complaint pages."""

from django.http import HttpResponse

from redress.web.pages import Visit, anyone, page


@page(needs=anyone)
def accessibility(visit: Visit) -> HttpResponse:
    """What was tested, what is known not to work, and whom to tell."""
    return visit.render("public/accessibility.html")
