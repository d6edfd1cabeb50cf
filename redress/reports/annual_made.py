"""The annual report made in one form and kept: what a command and a page both do."""

from dataclasses import dataclass
from datetime import datetime

from redress.people.models import Landlord
from redress.reports.annual import KIND, AnnualReport
from redress.reports.annual_formats import made
from redress.reports.annual_paper import paper_of
from redress.reports.models import Run
from redress.reports.runs import given_out, keep


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
    content = made(report, form, publication=publication)
    paper = paper_of(report, publication=publication)
    options = {"for": "publication" if publication else "internal"}
    run = keep(landlord, KIND, report.year.label, paper, report.inputs, options, by, at)
    given_out(run, form, content, by, at)
    return Made(content, run)
