"""A letter as it was issued."""

from django.http import Http404, HttpResponse

from redress.cases import queries
from redress.cases.access import get_case
from redress.cases.needs import before_contact
from redress.papers.letters import asks_for_large_print, issued
from redress.rules.sending import made_by_hand
from redress.rules.viewed import What
from redress.rules.words import FORMAT, listed
from redress.web.desk.paper import formats_of, forms_for
from redress.web.pages import Visit, page, signed_in


@page(needs=signed_in, looks=What.LETTER)
def letter(visit: Visit, reference: str, number: int) -> HttpResponse:
    """The words as the resident was given them, with the address block for a window envelope."""
    row = get_case(visit.actor, visit.landlord, reference)
    found = queries.letter_of(row, number)
    if found is None:
        raise Http404
    large, formats = asks_for_large_print(row.resident), formats_of(row.resident)
    return visit.render(
        "desk/letter.html",
        letter=found,
        paper=issued(row, found, large_print=large),
        reference=reference,
        forms=forms_for(formats),
        to_make=listed([FORMAT[each] for each in made_by_hand(formats)] or [""]),
        before=before_contact(row.resident),
    )
