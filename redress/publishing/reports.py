"""The annual report as the public reads it, whole and in parts."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import date

from redress.people.models import Landlord
from redress.reports.annual import annual
from redress.reports.annual_paper import paper_of
from redress.reports.formats import FORMATS
from redress.reports.paper import Report
from redress.rules.figures import Group
from redress.rules.figures_year import Year

# Held against what a landlord had printed before: for those who make the report, not its readers.
INTERNAL = ("published",)
PERFORMANCE = ("received", Group.STAGE_1.value, Group.STAGE_2.value, "escalation")
LESSONS = ("learning", "lessons", "improvements")
FILES: Mapping[str, Callable[[Report], bytes]] = {
    f"report.{form}": FORMATS[form].make for form in ("pdf", "docx", "csv", "json")
}


def public_report(landlord: Landlord, year: Year, as_at: date) -> Report | None:
    """The report of a year for publication, as it stood at the end of a day; None where no case of
    it is held."""
    report = annual(landlord, year, as_at)
    if not report.figures.cells:
        return None
    paper = paper_of(report)
    return replace(
        paper, sections=tuple(each for each in paper.sections if each.id not in INTERNAL)
    )


def performance(report: Report) -> Report:
    """Of the report, how many complained and how they were answered."""
    return _of(report, PERFORMANCE)


def lessons(report: Report) -> Report:
    """Of the report, what was learned and what was changed because of it."""
    return replace(_of(report, LESSONS), key=(), headlines=())


def _of(report: Report, names: Collection[str]) -> Report:
    return replace(report, sections=tuple(each for each in report.sections if each.id in names))
