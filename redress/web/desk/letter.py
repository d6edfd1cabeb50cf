"""A letter as it was issued."""

import re

from django.http import Http404, HttpResponse

from redress.cases import queries
from redress.cases.access import get_case
from redress.web.pages import Visit, page, signed_in


@page(needs=signed_in)
def letter(visit: Visit, reference: str, number: int) -> HttpResponse:
    """The words as the resident was given them, with the address block for a window envelope."""
    row = get_case(visit.actor, visit.landlord, reference)
    issued = queries.letter_of(row, number)
    if issued is None:
        raise Http404
    return visit.render(
        "desk/letter.html",
        letter=issued,
        reference=reference,
        address=address_lines(row.resident),
    )


def address_lines(resident: object) -> list[str]:
    """The name and home of a resident as an envelope has them, a line each."""
    name = getattr(resident, "name", "")
    home = getattr(resident, "home", None)
    written = re.split(r"\s*[,\n]\s*", home.address) if home else []
    return [line for line in (name, *written, home.postcode if home else "") if line]
