"""The tables of the annual report as grids of text: a caption, headings, and rows of cells."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from redress.reports.annual import GROWING, STAGES, AnnualReport, Table
from redress.rules import statements
from redress.rules.figures import TABLES, By, Group
from redress.rules.figures_shares import Growth, Share
from redress.rules.words import TENURE

NONE = "–"  # a share of nothing
SCOPES = ("Tenants", "Tenants and leaseholders", "Everyone")


@dataclass(frozen=True)
class Grid:
    """A table: `head` names the columns, each row begins with its own heading."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def grids(report: AnnualReport) -> list[tuple[str, list[Grid]]]:
    """All tables in sections, each section with its heading."""
    return [
        ("Complaints and enquiries", [_received(report)]),
        *((heading(group), [_group(report, group)]) for group in TABLES),
        ("Services", [_by(report, group, By.SERVICE) for group in STAGES]),
        ("Tenures", [_by(report, group, By.TENURE) for group in STAGES]),
        ("Commonest reasons", list(_reasons(report))),
    ]


def heading(group: Group) -> str:
    """ "Stage 1 complaints"."""
    words = statements.noun(group).what
    return words[:1].upper() + words[1:]


def percent(share: Share) -> str:
    """ "81.1%", or a dash for a share of nothing."""
    return NONE if share.percent is None else f"{share.percent}%"


def _received(report: AnnualReport) -> Grid:
    shares = dict(report.shares())
    rows = [
        (
            heading(group),
            f"{report.figures.tally(group).received:,}",
            percent(shares[group]) if group in shares else "",
            *(_signed(change) for change in changes),
        )
        for group in dict.fromkeys((*TABLES, *GROWING))
        for changes in [report.growth(group)]
    ]
    return Grid(
        caption=f"Received in {report.year.label}: each as a share of all complaints and "
        "enquiries received, and the change since earlier years",
        head=("", "Received", "Share of all", *(f"Since {s}" for s in _labels(report))),
        rows=tuple(rows),
    )


def _signed(change: Growth) -> str:
    if change.percent is None:
        return NONE
    return f"{change.percent:+}%" if change.percent else "0.0%"


def _labels(report: AnnualReport) -> list[str]:
    return [change.since for change in report.growth(Group.ALL)]


Measure = tuple[str, Callable[[Table], str], bool]

# What each table tells, in the order of R10; True: left out where it is 0 for everyone.
MEASURES: tuple[Measure, ...] = (
    ("Received", lambda t: f"{t.tally.received:,}", False),
    ("Answered on time", lambda t: f"{t.tally.on_time:,}", False),
    ("Answered late", lambda t: f"{t.tally.late:,}", False),
    ("Overdue, not answered", lambda t: f"{t.tally.overdue:,}", False),
    ("Not yet due", lambda t: f"{t.tally.not_yet_due:,}", True),
    ("No date to answer by", lambda t: f"{t.tally.undated:,}", True),
    ("On time, of received", lambda t: percent(t.on_time), False),
    ("On time, of answered", lambda t: percent(t.on_time_of_answered), False),
    ("Within the Code’s limit", lambda t: f"{t.tally.code_on_time:,}", True),
    ("Within the Code’s limit, of those with one", lambda t: percent(t.code_on_time), True),
    ("Upheld", lambda t: f"{t.tally.upheld:,}", False),
    ("Partly upheld", lambda t: f"{t.tally.partly_upheld:,}", False),
    ("Not upheld", lambda t: f"{t.tally.not_upheld:,}", False),
    ("Resolved", lambda t: f"{t.tally.resolved:,}", True),
    ("Withdrawn", lambda t: f"{t.tally.withdrawn:,}", True),
    ("No outcome recorded", lambda t: f"{t.tally.no_outcome:,}", False),
    ("Upheld or partly, of those with a finding", lambda t: percent(t.upheld_of_decided), False),
)


def _group(report: AnnualReport, group: Group) -> Grid:
    tables = [table for table in report.tables() if table.group is group]
    rows = [
        (name, *cells)
        for name, told, rare in MEASURES
        for cells in [[told(table) for table in tables]]
        if not (rare and cells[-1] in ("0", NONE))
    ]
    caption = (
        f"{heading(group)} received in {report.year.label}, by the tenure of the person who made "
        "them. A percentage says what it is of: of all received, of those answered so far, of "
        "those with a finding."
    )
    return Grid(caption, ("", *SCOPES), tuple(rows))


def _by(report: AnnualReport, group: Group, what: By) -> Grid:
    rows = [
        (
            _name(name, what),
            f"{tally.received:,}",
            percent(tally.of_received(tally.on_time, statements.noun(group))),
            f"{tally.upheld_or_partly:,}",
            f"{tally.no_outcome:,}",
        )
        for name, tally in report.figures.by(what, group).items()
    ]
    return Grid(
        caption=f"{heading(group)} by {what.value}. On time is a share of those received.",
        head=("", "Received", "On time", "Upheld or partly", "No outcome"),
        rows=tuple(rows),
    )


def _name(value: str, what: By) -> str:
    if not value:
        return "Not recorded"
    return next((words for tenure, words in TENURE.items() if tenure == value), value)


def _reasons(report: AnnualReport) -> Iterator[Grid]:
    for group, service, reasons in report.top_reasons():
        yield Grid(
            caption=f"{service}: the commonest reasons for {statements.noun(group)}, of "
            f"{_about(report, group, service):,} received",
            head=("", "Received"),
            rows=tuple((name, f"{number:,}") for name, number in reasons),
        )


def _about(report: AnnualReport, group: Group, service: str) -> int:
    return report.figures.by(By.SERVICE, group)[service].received
