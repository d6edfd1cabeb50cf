"""A letter as it was issued."""

from django.http import Http404, HttpResponse

from redress.cases import queries
from redress.cases.access import get_case
from redress.papers.letters import asks_for_large_print, issued
from redress.web.desk.paper import LARGE_FIRST, NORMAL_FIRST
from redress.web.pages import Visit, page, signed_in


@page(needs=signed_in)
def letter(visit: Visit, reference: str, number: int) -> HttpResponse:
    """The words as the resident was given them, with the address block for a window envelope."""
    row = get_case(visit.actor, visit.landlord, reference)
    found = queries.letter_of(row, number)
    if found is None:
        raise Http404
    large = asks_for_large_print(row.resident)
    return visit.render(
        "desk/letter.html",
        letter=found,
        paper=issued(row, found, large_print=large),
        reference=reference,
        forms=LARGE_FIRST if large else NORMAL_FIRST,
    )
