"""The annual report as the public reads it, whole and in parts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from redress.people.models import Landlord
from redress.reports.annual import annual
from redress.reports.annual_made import keep_paper
from redress.reports.annual_paper import paper_of
from redress.reports.formats import FORMATS
from redress.reports.models import Run
from redress.reports.paper import Report, Section
from redress.rules.figures import Group
from redress.rules.figures_year import Year

PERFORMANCE = ("received", Group.STAGE_1.value, Group.STAGE_2.value, "escalation")
IMPROVEMENTS = "8.1d"  # the provision that lessons and improvements answer
FILES: Mapping[str, Callable[[Report], bytes]] = {
    f"report.{form}": FORMATS[form].make for form in ("pdf", "docx", "csv", "json")
}


@dataclass(frozen=True)
class PublicReport:
    """The report without numbers small enough to point to a person, and the digest of all that
    it was made from."""

    paper: Report
    inputs: str


def public_report(landlord: Landlord, year: Year, as_at: date) -> PublicReport | None:
    """The report of a year for publication, as it stood at the end of a day; None where no case of
    it is held."""
    report = annual(landlord, year, as_at)
    if not report.figures.cells:
        return None
    return PublicReport(paper_of(report, publication=True), report.inputs)


def keep_run(landlord: Landlord, year: Year, found: PublicReport, by: str, at: datetime) -> Run:
    """The run that the report is kept as, so that its figures can be had again."""
    return keep_paper(landlord, year, found.paper, found.inputs, by, at, publication=True)


def performance(report: Report) -> Report:
    """Of the report, how many complained and how they were answered."""
    return _of(report, lambda section: section.id in PERFORMANCE)


def lessons(report: Report) -> Report:
    """Of the report, what was learned and what was changed because of it."""
    found = _of(report, lambda section: IMPROVEMENTS in section.provisions)
    return replace(found, key=(), headlines=(), mode="")


def _of(report: Report, wanted: Callable[[Section], bool]) -> Report:
    return replace(report, sections=tuple(each for each in report.sections if wanted(each)))
