"""Everybody whom a resident can turn to beside the landlord, with contact details of the day."""

from django.http import HttpResponse

from redress.web.outside import outside
from redress.web.pages import Visit, anyone, page


@page(needs=anyone)
def who_can_help(visit: Visit) -> HttpResponse:
    """The Housing Ombudsman first, then the other bodies of the register (Code 3.7)."""
    register = visit.stationery.contacts(visit.today)
    others = [outside(held) for name, held in register.items() if name != "housing-ombudsman"]
    return visit.render(
        "public/who_can_help.html",
        ombudsman=outside(register["housing-ombudsman"]),
        others=others,
    )
