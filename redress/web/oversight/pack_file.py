"""A pack as a file: the same report as PDF, as a Word file, and its data."""

from django.http import Http404, HttpResponse

from redress.reports import packs as kept
from redress.reports.formats import FORMATS, made
from redress.reports.kept import report_of
from redress.rules.access import may_look_over
from redress.web.oversight.attached import attached
from redress.web.oversight.packs import a_pack
from redress.web.pages import Visit, page


@page(needs=may_look_over)
def pack_file(visit: Visit, number: int, form: str) -> HttpResponse:
    """A pack in one of the forms of every report. Having it is having opened it."""
    found = a_pack(visit, number)
    if form not in FORMATS:
        raise Http404
    kept.opened(found, visit.actor, visit.now)
    content = made(report_of(found), form)
    return attached(content, form, f"{visit.landlord.slug}-{found.kind}-{found.period}")
