"""A pack as the panel reads it: a page to print, and a PDF. Only once every case is confirmed."""

from django.http import Http404, HttpResponse

from redress.learning import panel as packs
from redress.reports.panel import report_of
from redress.reports.paper_html import body
from redress.reports.paper_pdf import to_pdf
from redress.rules.access import may_read_reports
from redress.web.oversight.attached import attached
from redress.web.oversight.learning.panel_pack import pack_or_404
from redress.web.pages import Visit, page


@page(needs=may_read_reports)
def panel_print(visit: Visit, number: int) -> HttpResponse:
    """The page, or the PDF where the address asks for it (`?form=pdf`)."""
    pack = pack_or_404(visit, number)
    if not packs.is_ready(pack):
        raise Http404
    report = report_of(pack, visit.today)
    if visit.request.GET.get("form") == "pdf":
        return attached(to_pdf(report), "pdf", f"panel-{pack.number}")
    return visit.render("oversight/learning/panel_print.html", pack=pack, body=body(report))
