"""The annual report in each form; its data in the fixed shape that other programs read."""

from redress.reports import formats
from redress.reports.annual import AnnualReport
from redress.reports.annual_csv import to_csv
from redress.reports.annual_json import to_json
from redress.reports.annual_paper import paper_of


def made(report: AnnualReport, form: str, *, publication: bool = False) -> bytes:
    """The report in one of `formats.FORMATS`. KeyError for another.

    For publication its data has the shape of the report, with a mark for what is left out.
    """
    if publication:
        return formats.made(paper_of(report, publication=True), form)
    if form == "json":
        return to_json(report).encode()
    if form == "csv":
        return to_csv(report).encode()
    return formats.made(paper_of(report), form)
