"""One box: reference, name, phone, place or words of a case, forgiving of slips of the finger."""

from django.http import HttpResponse
from django.shortcuts import redirect

from redress.cases import search
from redress.web.desk.reading import elsewhere
from redress.web.desk.rows import rows
from redress.web.pages import Visit, page, signed_in

LONGEST_SEARCH = 200


@page(needs=signed_in)
def find(visit: Visit) -> HttpResponse:
    """What was found, the newest first; a whole reference opens its case."""
    if answer := elsewhere(visit):
        return answer
    text = visit.request.GET.get("find", "").strip()[:LONGEST_SEARCH]
    found = search.find(visit.actor, visit.landlord, text)
    exact = [line for line in found.lines if line.reference.casefold() == text.casefold()]
    if len(exact) == 1:
        return redirect("case", visit.landlord.slug, exact[0].reference)
    return visit.render(
        "desk/find.html",
        title="Cases found",
        rows=rows(found.lines, visit.landlord, visit.today),
        text=text,
        alike=found.alike,
        most=search.MOST if len(found.lines) == search.MOST else 0,
    )
