"""The words of an edition that people typed, and the small numbers of people or cases in them.

Tables and computed sentences leave such numbers out by themselves. What was typed is published as
it is: whoever looks at an edition before it is approved is told of it.
"""

import json
from collections.abc import Iterator

from redress.publishing.models import Edition
from redress.publishing.reading import file_of
from redress.reports.kept import report_of
from redress.reports.paper import Report
from redress.rules.small_numbers import Small, small_numbers

TABLES = ("learning",)  # sections whose tables of sentences were typed: "You said, we did"


def small_in(edition: Edition) -> tuple[Small, ...]:
    """The sentences that were typed and tell a small number, in the order of the pages, each with
    where it stands. Read from the edition itself: what is told is what will be published."""
    found = (each for where, text in _typed(edition) for each in small_numbers(text, where))
    return tuple(dict.fromkeys(found))


def _typed(edition: Edition) -> Iterator[tuple[str, str]]:
    if edition.run:
        yield from _of_report(report_of(edition.run))
    yield from _of_assessment(edition)
    yield "The governing body’s response to the report", edition.response
    yield "What this edition corrects", edition.correction


def _of_report(report: Report) -> Iterator[tuple[str, str]]:
    for section in report.sections:
        yield section.title, "\n\n".join(section.narrative)
        if section.id in TABLES:
            grids = (grid for exhibit in section.exhibits for grid in exhibit.grids if grid.words)
            cells = (cell for grid in grids for row in grid.rows for cell in row)
            yield section.title, "\n\n".join(cells)


def _of_assessment(edition: Edition) -> Iterator[tuple[str, str]]:
    file = file_of(edition, "self-assessment.json")
    if file is None:
        return
    data = json.loads(bytes(file.content))
    for each in data["provisions"]:
        words = "\n\n".join((each["evidence"], each["commentary"]))
        yield f"Self-assessment, {each['provision']}", words
    if edition.run is None:  # else it stands in the report
        yield "The governing body’s response to the self-assessment", data.get("response", "")
