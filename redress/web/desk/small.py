"""The small copy of a photo, for the page of its case."""

from django.http import Http404
from django.http.response import HttpResponseBase

from redress.cases import stored
from redress.cases.access import get_case
from redress.web.desk.document import sandboxed
from redress.web.pages import Visit, page, signed_in


@page(needs=signed_in, looks=None)
def small(visit: Visit, reference: str, number: int) -> HttpResponseBase:
    """A picture that Redress drew itself, of a photo that may be handed out."""
    row = get_case(visit.actor, visit.landlord, reference)
    file = stored.file_of(row, number)
    if file is None or not file.has_small or not stored.handed_out(file):
        raise Http404
    path = stored.small_of(file)
    if not path.exists():
        raise Http404
    return sandboxed(path, "image/jpeg")
