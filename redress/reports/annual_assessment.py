"""The self-assessment and the governing body's response, as a section of the annual report (Code
8.1a, 8.2)."""

from redress.assessment.approved import Approved
from redress.reports.annual import AnnualReport
from redress.reports.paper import NOBODY, Exhibit, Grid, Section
from redress.rules.assessment_counts import approved

HEAD = ("Provision", "What the Code asks", "Answer", "What we say to it")


def section(report: AnnualReport) -> Section | None:
    """What the approved self-assessment answers, what it answers with less than yes, and what the
    governing body said to it; None before one is approved. The whole of it is published beside the
    report."""
    found = report.assessment
    if found is None:
        return None
    said = approved(found.counts, report.year.label, found.approved_by, found.approved_on)
    return Section(
        id="self_assessment",
        title="Self-assessment and the governing body’s response",
        exhibits=_less(found),
        sentences=(said,),
        narrative=tuple(filter(None, found.response.split("\n\n"))),
        provisions=("8.1a", "8.2"),
    )


def _less(found: Approved) -> tuple[Exhibit, ...]:
    rows = tuple((each.number, each.asks, each.answer, each.commentary) for each in found.less)
    if not rows:
        return ()
    caption = "Provisions that are answered with less than yes"
    grid = Grid(caption, HEAD, rows, words=True, open_because=NOBODY)
    return (Exhibit(None, (grid,)),)
