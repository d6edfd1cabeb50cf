"""The staff of a landlord."""

from django.http import HttpResponse

from redress.people import staff
from redress.rules.access import may_administer
from redress.web.desk.verbs import ROLE
from redress.web.pages import Visit, page


@page(needs=may_administer)
def people(visit: Visit) -> HttpResponse:
    """Everybody with a role, what they are, and when they are to be trained again."""
    rows = [
        (each, [ROLE[role] for role in each.roles], each.refresher_overdue(visit.today))
        for each in staff.people(visit.landlord)
    ]
    return visit.render("administration/people.html", rows=rows)
