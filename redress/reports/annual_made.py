"""The annual report made in one form and kept: what a command and a page both do."""

from dataclasses import dataclass
from datetime import datetime

from redress.people.models import Landlord
from redress.reports.annual import KIND, AnnualReport
from redress.reports.annual_formats import set_in
from redress.reports.annual_paper import paper_of
from redress.reports.models import Run
from redress.reports.paper import Report
from redress.reports.runs import given_out, keep
from redress.rules.figures_year import Year


@dataclass(frozen=True)
class Made:
    """A report in one form, and the run that it was kept as."""

    content: bytes
    run: Run


def make(
    landlord: Landlord,
    report: AnnualReport,
    form: str,
    by: str,
    at: datetime,
    *,
    publication: bool = False,
) -> Made:
    """The report in one of `formats.FORMATS`, kept with what it was made from."""
    paper = paper_of(report, publication=publication)
    content = set_in(form, report, paper, publication=publication)
    run = keep_paper(landlord, report.year, paper, report.inputs, by, at, publication=publication)
    given_out(run, form, content, by, at)
    return Made(content, run)


def keep_paper(
    landlord: Landlord,
    year: Year,
    paper: Report,
    inputs: str,
    by: str,
    at: datetime,
    *,
    publication: bool,
) -> Run:
    """The run that the report of a year is kept as, so that its figures can be had again."""
    options = {"for": "publication" if publication else "internal"}
    return keep(landlord, KIND, year.label, paper, inputs, options, by, at)
