"""The reports that were made and kept: what each was made from, and what is other now."""

from django.http import Http404, HttpResponse

from redress.reports import runs as kept
from redress.reports.annual import KIND, annual
from redress.reports.annual_paper import paper_of
from redress.reports.formats import FORMATS, made
from redress.reports.kept import report_of
from redress.reports.paper_html import body
from redress.rules.access import may_read_reports
from redress.rules.figures_year import Year
from redress.web.oversight.attached import attached
from redress.web.oversight.older import PAGE, a_page, before
from redress.web.pages import Visit, page


@page(needs=may_read_reports)
def runs(visit: Visit) -> HttpResponse:
    """The newest first."""
    lines, older = a_page(kept.newest(visit.landlord, before(visit), PAGE + 1))
    return visit.render("oversight/runs.html", lines=lines, older=older)


@page(needs=may_read_reports)
def run(visit: Visit, number: int) -> HttpResponse:
    """One report as it was made; for `?compare=now` with the figures that are other now."""
    found = kept.run_of(visit.landlord, number)
    if found is None:
        raise Http404
    report = report_of(found)
    compared = visit.request.GET.get("compare") == "now" and found.kind == KIND
    changes, same = [], False
    if compared:
        again = annual(visit.landlord, Year.parse(found.period), found.as_at)
        publication = found.options.get("for") == "publication"
        changes = kept.changes(report, paper_of(again, publication=publication))
        same = again.inputs == found.inputs
    return visit.render(
        "oversight/run.html",
        run=found,
        files=found.files.order_by("id"),
        formats=[(name, each.words) for name, each in FORMATS.items()],
        can_compare=found.kind == KIND,
        compared=compared,
        changes=changes,
        same=same,
        body=body(report),
    )


@page(needs=may_read_reports)
def run_file(visit: Visit, number: int, form: str) -> HttpResponse:
    """A kept report again, in any form: the same figures as when it was made."""
    found = kept.run_of(visit.landlord, number)
    if found is None or form not in FORMATS:
        raise Http404
    content = made(report_of(found), form)
    kept.given_out(found, form, content, visit.actor.name, visit.now)
    return attached(content, form, f"{visit.landlord.slug}-{found.kind}-{found.period}-{number}")
