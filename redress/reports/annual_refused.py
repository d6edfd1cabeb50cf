"""Annual report: what was not accepted, by ground (Code 8.1b)."""

from redress.reports.annual import AnnualReport
from redress.reports.annual_details import safely
from redress.reports.paper import Exhibit, Grid, Section
from redress.rules import statements_more
from redress.rules.figures_words import amount, value_words

COLUMNS = {"complaints_refused": "Complaints", "escalations_refused": "Requests for stage 2"}


def section(report: AnnualReport) -> Section | None:
    """How many complaints and requests for stage 2 were refused, on which ground."""
    details = report.details
    if details is None:
        return None
    found = details.known("ground")
    rows = tuple(
        (value_words("ground", value), *(amount(numbers[slug]) for slug in COLUMNS))
        for value, numbers in found
    )
    total = ("All", *(amount(details.whole[slug]) for slug in COLUMNS))
    grid = Grid("Not accepted, by ground", ("Ground", *COLUMNS.values()), rows, total)
    grid = safely(grid, "ground", found, details.whole, tuple(COLUMNS))
    said = (statements_more.refused(details.whole),)
    exhibits = (Exhibit(None, (grid,)),) if rows else ()
    return Section(
        "refused", "Not accepted", exhibits, said, provisions=("8.1b refused", "2.1", "5.11")
    )
