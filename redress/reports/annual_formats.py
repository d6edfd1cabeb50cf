"""The annual report in each form; its data in the fixed shape that other programs read."""

from redress.reports import formats
from redress.reports.annual import AnnualReport
from redress.reports.annual_csv import to_csv
from redress.reports.annual_json import to_json
from redress.reports.annual_paper import paper_of
from redress.reports.paper import Report

DATA = {"json": to_json, "csv": to_csv}


def made(report: AnnualReport, form: str, *, publication: bool = False) -> bytes:
    """The report in one of `formats.FORMATS`. KeyError for another."""
    paper = paper_of(report, publication=publication)
    return set_in(form, report, paper, publication=publication)


def set_in(form: str, report: AnnualReport, paper: Report, *, publication: bool) -> bytes:
    """The same where its `paper` is there already. For publication its data has the shape of that,
    with a mark for what is left out."""
    if publication or form not in DATA:
        return formats.made(paper, form)
    return DATA[form](report).encode()
