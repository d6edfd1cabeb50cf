"""The forms that every report can be had in: what each is called, and how it is made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from redress.reports.paper import Report
from redress.reports.paper_data import to_csv, to_json
from redress.reports.paper_docx import to_docx
from redress.reports.paper_html import to_html
from redress.reports.paper_pdf import to_pdf


@dataclass(frozen=True)
class Format:
    """A form of a report: its kind of content, its name in words, and what makes it."""

    content_type: str
    words: str
    make: Callable[[Report], bytes]


FORMATS: Mapping[str, Format] = {
    "json": Format("application/json", "data as JSON", lambda report: to_json(report).encode()),
    "csv": Format("text/csv", "data as CSV", lambda report: to_csv(report).encode()),
    "html": Format("text/html", "web page", lambda report: to_html(report).encode()),
    "pdf": Format("application/pdf", "PDF", to_pdf),
    "docx": Format(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "Word file",
        to_docx,
    ),
}


def made(report: Report, form: str) -> bytes:
    """The report in one of `FORMATS`. KeyError for another."""
    return FORMATS[form].make(report)
