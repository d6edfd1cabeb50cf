"""The annual report of a landlord, for those who read its figures."""

from django.http import Http404, HttpResponse

from redress.reports.annual import annual as report_of
from redress.reports.annual_made import make
from redress.reports.annual_paper import paper_of
from redress.reports.formats import FORMATS
from redress.reports.paper_html import body
from redress.reports.years import years_held
from redress.rules.access import may_look_over, may_read_cases, may_write_reports
from redress.rules.figures_year import Year
from redress.web.oversight.attached import attached
from redress.web.pages import Visit, page


@page(needs=may_look_over)
def annual(visit: Visit) -> HttpResponse:
    """The year of `?year=2023-24`, or the latest of which there are cases. Who may read no case
    gets it as for publication: small numbers could point to a person."""
    held = years_held(visit.landlord)
    year = _asked(visit.request.GET.get("year", "")) or (held[0] if held else None)
    report = report_of(visit.landlord, year, visit.today) if year in held else None
    reads = may_read_cases(visit.actor)
    return visit.render(
        "oversight/annual.html",
        formats=[(name, each.words) for name, each in FORMATS.items()],
        may_write=may_write_reports(visit.actor),
        year=year,
        held=held,
        reads=reads,
        body=body(paper_of(report, publication=not reads)) if report else "",
    )


@page(needs=may_look_over)
def download(visit: Visit, year: str, form: str) -> HttpResponse:
    """A year’s report in one form, for `?for=publication` without small numbers. It is kept."""
    asked = _asked(year)
    if asked not in years_held(visit.landlord) or form not in FORMATS:
        raise Http404
    asks = visit.request.GET.get("for") == "publication"
    publication = asks or not may_read_cases(visit.actor)
    report = report_of(visit.landlord, asked, visit.today)
    made = make(visit.landlord, report, form, visit.actor.name, visit.now, publication=publication)
    name = f"{visit.landlord.slug}-annual-{asked.label}{'-publication' if publication else ''}"
    return attached(made.content, form, name)


def _asked(text: str) -> Year | None:
    """The year in the address; one that is none has no page."""
    try:
        return Year.parse(text) if text else None
    except ValueError as error:
        raise Http404 from error
