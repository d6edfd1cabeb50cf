"""The way in to the administration: what is missing, and what can be managed."""

from django.http import HttpResponse

from redress.people import staff
from redress.rules.access import may_administer
from redress.web.administration.needs import needs
from redress.web.desk.verbs import ROLE
from redress.web.pages import Visit, page


@page(needs=may_administer)
def overview(visit: Visit) -> HttpResponse:
    """Whom the Code asks for and nobody is, and what else needs somebody; then the pages."""
    gaps = [(ROLE[gap.role], gap) for gap in staff.unfilled(visit.landlord)]
    return visit.render("administration/overview.html", gaps=gaps, needs=needs(visit))
