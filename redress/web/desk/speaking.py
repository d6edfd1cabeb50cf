"""Who speaks for residents: enquiries of members, and consent that is waited for or has run out."""

from django.http import HttpResponse

from redress.cases import speaking as found
from redress.people import members
from redress.rules.access import may_read_cases
from redress.web.pages import Visit, page


@page(needs=may_read_cases)
def speaking(visit: Visit) -> HttpResponse:
    """The three lists. While an election period runs, it is said at the top."""
    return visit.render(
        "desk/speaking.html",
        election=members.election_on(visit.landlord, visit.today),
        enquiries=found.enquiries(visit.actor, visit.landlord),
        waited_for=found.waited_for(visit.actor, visit.landlord),
        run_out=found.run_out(visit.actor, visit.landlord, visit.today),
    )
