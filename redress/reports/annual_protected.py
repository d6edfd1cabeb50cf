"""Tables and charts of the annual report with the counts behind them, for publication."""

from collections.abc import Iterable
from dataclasses import replace

from redress.reports.annual import AnnualReport
from redress.reports.annual_splits import BOTH, appendix_split, name, reasons_split, split
from redress.reports.paper import Chart, Grid
from redress.rules.facts import Tenure
from redress.rules.figures import By, Group

CODE = "Within the Code’s limit"
SEEN: dict[str, tuple[str, ...]] = {  # which counts a column, or a row of the appendix, lets see
    "Received": ("received",),
    "Late": ("late",),
    "Open": ("open",),
    "On time": ("on_time", "received"),
    "In the Code’s limit": ("code_on_time", "code_limited"),
    "Upheld or partly": ("upheld_or_partly",),
    "Not upheld": ("not_upheld",),
    "Other": ("others",),
    "No outcome": ("no_outcome",),
    "Share upheld": ("upheld_or_partly", "decided"),
    "Answered on time": ("on_time",),
    "Answered late": ("late",),
    "Overdue, not answered": ("overdue",),
    "Not yet due": ("not_yet_due",),
    "No date to answer by": ("undated",),
    CODE: ("code_on_time",),
    "On time, of received": ("on_time", "received"),
    f"{CODE}, of those with one": ("code_on_time", "code_limited"),
    "On time, of answered": ("on_time", "answered"),
    "Upheld": ("upheld",),
    "Partly upheld": ("partly_upheld",),
    "Resolved": ("resolved",),
    "Withdrawn": ("withdrawn",),
    "No outcome recorded": ("no_outcome",),
    "Upheld or partly, of those with a finding": ("upheld_or_partly", "decided"),
}
ANSWERED = ("received", "on_time", "late", "open")
FOUND = ("received", "upheld_or_partly", "not_upheld", "others", "no_outcome")


def breakdown(grid: Grid, report: AnnualReport, group: Group, what: By) -> Grid:
    """A table with a row for each service or tenure of a group."""
    which = list(report.figures.by(what, group))
    shows = tuple(
        tuple(_names(group, what, each, SEEN[column]) for column in grid.head[1:]) for each in which
    )
    return replace(grid, split=split(report.figures, group, what), shows=shows)


def bars(
    chart: Chart | None, report: AnnualReport, group: Group, what: By, seen: Iterable[str]
) -> Chart | None:
    """A chart with a bar for each service or tenure of a group."""
    if chart is None:
        return None
    which = report.figures.by(what, group)
    pairs = zip(chart.bars, which, strict=True)
    made = (replace(bar, shows=_names(group, what, each, seen)) for bar, each in pairs)
    return replace(chart, bars=tuple(made))


def appendix(grid: Grid, report: AnnualReport, group: Group) -> Grid:
    """The table of a group with its three columns: tenants, with leaseholders, everyone."""
    columns = (Tenure.TENANT.value, BOTH, "all")
    shows = tuple(
        tuple(_names(group, By.TENURE, each, SEEN[row[0]]) for each in columns) for row in grid.rows
    )
    return replace(grid, split=appendix_split(report.figures, group), shows=shows)


def reasons(
    grid: Grid, report: AnnualReport, group: Group, service: str, found: list[tuple[str, int]]
) -> Grid:
    """The commonest reasons of a service. Its caption tells how many cases the service had."""
    shows = tuple(((reason_name(group, service, reason),),) for reason, _ in found)
    told = frozenset({name(group, By.SERVICE.value, service, "received")})
    made = reasons_split(report.figures, group, service, found)
    return replace(grid, split=made, shows=shows, told=told)


def reason_name(group: Group, service: str, reason: str) -> str:
    """The name of the count of one reason of one service."""
    return name(group, f"reason of {service}", reason, "received")


def _names(group: Group, what: By, which: str, seen: Iterable[str]) -> tuple[str, ...]:
    return tuple(name(group, what.value, which, count) for count in seen)
