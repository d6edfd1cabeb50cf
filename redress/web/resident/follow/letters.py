"""The letters of a case as its resident may see them: those that have gone out, and only those."""

from typing import Any

from django.http import Http404, HttpResponse

from redress.cases.sending import letters_out
from redress.papers.letters import asks_for_large_print, issued
from redress.papers.pdf import pdf
from redress.web.desk.paper import PDF, as_file, safe
from redress.web.pages import Visit
from redress.web.resident.follow.session import Follower, follower_page


@follower_page()
def letter(visit: Visit, found: Follower, number: int) -> HttpResponse:
    """One letter, to read here."""
    kept = _letter(visit, found, number)
    large = asks_for_large_print(found.row.resident)
    return visit.render(
        "resident/follow/letter.html",
        letter=kept,
        paper=issued(found.row, kept, large_print=large),
    )


@follower_page()
def letter_pdf(visit: Visit, found: Follower, number: int) -> HttpResponse:
    """One letter as PDF, in large print where they asked for that."""
    kept = _letter(visit, found, number)
    large = asks_for_large_print(found.row.resident)
    made = pdf(issued(found.row, kept, large_print=large))
    return as_file(made, PDF, f"{safe(found.reference)}-letter-{number}.pdf")


def _letter(visit: Visit, found: Follower, number: int) -> Any:
    out = letters_out(found.row, found.person.representative, visit.now)
    kept = next((each for each in out if each.number == number), None)
    if kept is None:
        raise Http404
    return kept
