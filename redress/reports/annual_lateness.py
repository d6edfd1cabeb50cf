"""Annual report: why answers were late."""

from redress.reports.annual import AnnualReport
from redress.reports.annual_details import safely
from redress.reports.masks import name
from redress.reports.paper import Exhibit, Grid, Guarded, Section
from redress.rules import statements_more
from redress.rules.figures_by import NOT_KNOWN
from redress.rules.figures_words import amount, value_words


def section(report: AnnualReport) -> Section | None:
    """The reasons for which answers came after their date, and how many have none on record."""
    details = report.details
    if details is None or not details.whole["late"].rows:
        return None
    found = [
        (value, numbers)
        for value, numbers in details.broken.table("late_reason")
        if numbers["late"].rows
    ]
    rows = tuple((value_words("late_reason", v), amount(numbers["late"])) for v, numbers in found)
    total = ("All", amount(details.whole["late"]))
    grid = Grid("Late answers by reason", ("Reason", "Answers"), rows, total)
    grid = safely(grid, "late_reason", found, details.whole, ("late",))
    unknown = details.not_known("late_reason")["late"]
    said = statements_more.late(details.whole, unknown.rows)
    plainly = statements_more.all_late(details.whole)
    guarded = (Guarded(said, (name("late_reason", NOT_KNOWN, "late"),), plainly),)
    exhibits = (Exhibit(None, (grid,), (said,)),)
    return Section("lateness", "Why answers were late", exhibits, guarded=guarded)
