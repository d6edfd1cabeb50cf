"""Compliments: how many there were, and the words of those who agreed to be quoted.

Somebody chooses a quotation by writing it on a line of its own in this section's narrative, after
the reference of the compliment: `HAR-2024-0012: They were so kind.` It is shown, without the
reference, where that compliment came in the year and its case carries the tag `annual.QUOTED`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from redress.reports.annual import COMPLIMENTS, AnnualReport
from redress.reports.paper import Section
from redress.rules.figures import Group
from redress.rules.statements import numbered

ID = COMPLIMENTS
LINE = re.compile(r"^(?P<reference>[A-Z]{2,6}-[A-Z0-9-]{1,20}): *(?P<words>\S.*)$")


@dataclass(frozen=True)
class Quotation:
    """Words of a compliment, chosen to be quoted."""

    reference: str
    words: str


def section(report: AnnualReport) -> Section | None:
    """None where there were no compliments and nothing is written."""
    number = report.figures.tally(Group.COMPLIMENT).received
    if not number and not report.narrative.get(ID):
        return None
    said = f"We received {numbered(number, Group.COMPLIMENT)} in {report.year.label}."
    return Section(ID, "Compliments", sentences=(said,))


def narrative(report: AnnualReport) -> Iterator[str]:
    """The paragraphs of the section: quotations that may be shown, and all other lines."""
    for line in report.narrative.get(ID, "").splitlines():
        found = LINE.match(line.strip())
        if found is None:
            yield from filter(None, [line.strip()])
        elif found["reference"] in report.may_quote:
            words = found["words"].strip('“”"')
            yield f"“{words}”"


def left_out(report: AnnualReport) -> list[str]:
    """The references of quotations that are not shown: no agreement, or no such compliment."""
    chosen = map(LINE.match, map(str.strip, report.narrative.get(ID, "").splitlines()))
    return [
        found["reference"]
        for found in chosen
        if found and found["reference"] not in report.may_quote
    ]
