"""The annual report as a report of sections, which every form is made from."""

from datetime import date

from redress.reports import annual_published
from redress.reports.annual import AnnualReport
from redress.reports.annual_key import key_figures
from redress.reports.annual_sections import sections
from redress.reports.annual_tables import appendix
from redress.reports.paper import Exhibit, Report, Section


def paper_of(report: AnnualReport) -> Report:
    """Everything the annual report shows, in the order that a committee reads it."""
    source = report.published
    return Report(
        slug=report.slug,
        landlord=report.name,
        title=f"Complaints in {report.year.label}",
        period=f"{_day(report.year.start)} to {_day(report.year.end)}",
        as_at=report.figures.as_at,
        key=tuple(key_figures(report)),
        sections=tuple(
            filter(None, [*sections(report), annual_published.section(report), _appendix(report)])
        ),
        notice=(source.notice or source.note) if source else "",
        note=source.note if source and source.notice else "",
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
