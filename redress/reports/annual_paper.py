"""The annual report as a report of sections, which every form is made from."""

from datetime import date

from redress.reports import annual_published
from redress.reports.annual import AnnualReport
from redress.reports.annual_about import asked_by_the_code
from redress.reports.annual_key import key_figures
from redress.reports.annual_narrative import with_words
from redress.reports.annual_sections import sections
from redress.reports.annual_tables import appendix
from redress.reports.paper import Exhibit, Report, Section
from redress.reports.publication import for_colleagues, for_publication

INTERNAL = "Internal: every figure is shown."


def paper_of(report: AnnualReport, *, publication: bool = False) -> Report:
    """Everything the annual report shows, in the order that a committee reads it.

    For publication small numbers are left out, and what is a note for colleagues: where a report
    that was published before disagrees.
    """
    paper = whole_of(report, publication=publication)
    return for_publication(paper) if publication else for_colleagues(paper)


def whole_of(report: AnnualReport, *, publication: bool = False) -> Report:
    """The report with every figure and the counts behind its tables."""
    source = report.published
    found = with_words(report, sections(report))
    differs = None if publication else annual_published.section(report)
    last = [differs, asked_by_the_code(found), _appendix(report)]
    return Report(
        slug=report.slug,
        landlord=report.name,
        title=f"Complaints in {report.year.label}",
        period=f"{_day(report.year.start)} to {_day(report.until)}"
        + (", so far" if report.running else ""),
        as_at=report.figures.as_at,
        key=tuple(key_figures(report)),
        sections=tuple(filter(None, [*found, *last])),
        notice=(source.notice or source.note) if source else "",
        note=source.note if source and source.notice else "",
        mode=INTERNAL,
    )


def _appendix(report: AnnualReport) -> Section:
    return Section(
        id="appendix",
        title="The fifteen tables",
        exhibits=(Exhibit(None, tuple(appendix(report))),),
        sentences=(
            "Each column is one table, A1 to A15: the cases of tenants, those of tenants and "
            "leaseholders, and those of everyone.",
        ),
        label="Appendix A",
    )


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
