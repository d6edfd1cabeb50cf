"""An edition before it is published, each page as it will be, for those who make and approve it."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from redress.publishing import reading
from redress.rules.access import may_read_reports
from redress.web.pages import Visit, page
from redress.web.public.published import answer


@page(needs=may_read_reports)
def preview(visit: Visit, path: str) -> HttpResponse:
    """A file of an edition as `2023-24/report.html`; the list above it is the page of editions."""
    label, _, inner = path.partition("/")
    if not inner:
        return redirect("publish", visit.landlord.slug)
    edition = reading.edition_of(visit.landlord, label, drafts=True)
    if edition is None:
        raise Http404
    return answer(reading.file_of(edition, inner))
