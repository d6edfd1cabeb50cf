"""The tables of the annual report as grids of text: a caption, headings, and rows of cells.

A caption names what its percentages are of. The share answered on time stands beside the share
within the Code's own limit wherever any case has one.
"""

from collections.abc import Callable, Mapping

from redress.reports import annual_protected as protected
from redress.reports.annual import GROWING, STAGES, AnnualReport, Table
from redress.reports.annual_charts import heading, years
from redress.reports.annual_protected import CODE
from redress.reports.paper import WHOLE, Grid
from redress.rules import statements
from redress.rules.figures import TABLES, By, Group
from redress.rules.figures_shares import Growth, Share
from redress.rules.figures_tally import Tally
from redress.rules.words import TENURE

NONE = "–"  # a share of nothing
SCOPES = ("Tenants", "Tenants and leaseholders", "Everyone")
CODE_SHARE = "In the Code’s limit"  # a heading over a column of figures


def received(report: AnnualReport) -> Grid:
    """How many of each kind were received in each year, and this year's share of all."""
    shares = dict(report.shares())
    held = years(report)
    rows = [
        (
            heading(group),
            *(f"{figures.tally(group).received:,}" for _, figures in held),
            percent(shares[group]) if group in shares else "",
        )
        for group in dict.fromkeys((*TABLES, *GROWING))
    ]
    return Grid(
        caption=f"Received in {report.year.label}{_before(report)}. The share is of all "
        "complaints and enquiries received in the year",
        head=("", *(label for label, _ in held), "Share of all"),
        rows=tuple(rows[:-1]),
        total=rows[-1],
        open_because=WHOLE,
    )


def growth(report: AnnualReport) -> Grid | None:
    """The change since each earlier year; None where none is held, or the year still runs."""
    if not report.earlier or report.running:
        return None
    rows = [
        (heading(group), *(_signed(change) for change in report.growth(group))) for group in GROWING
    ]
    return Grid(
        caption="Change in the number received, as a share of the number of the earlier year",
        head=("", *(f"Since {change.since}" for change in report.growth(Group.ALL))),
        rows=tuple(rows),
        open_because=WHOLE,
    )


def named(report: AnnualReport, group: Group, what: By) -> dict[str, Tally]:
    """The tallies of a group by service or tenure, each under its name in words."""
    return {_name(key, what): tally for key, tally in report.figures.by(what, group).items()}


def answers(caption: str, named: Mapping[str, Tally], whole: Tally, group: Group) -> Grid:
    """How each was answered: by the date promised and, beside it, by the Code's limit."""
    coded = bool(whole.code_limited)
    return Grid(
        caption=f"{caption}. Open: not answered. On time is a share of those received"
        + (", and the Code’s share of those with a Code limit" if coded else ""),
        head=("", "Received", "Late", "Open", "On time", *([CODE_SHARE] if coded else [])),
        rows=tuple(_answers(name, tally, group, coded) for name, tally in named.items()),
        total=_answers("All", whole, group, coded) if named else (),
    )


def outcomes(caption: str, named: Mapping[str, Tally], whole: Tally, group: Group) -> Grid:
    """What was found in each, of all received and of those with a finding."""
    others = bool(whole.resolved + whole.withdrawn)
    return Grid(
        caption=f"{caption}. The share upheld, in full or in part, is of those with a finding"
        + (". Other: resolved or withdrawn" if others else ""),
        head=(
            *("", "Upheld or partly", "Not upheld"),
            *(["Other"] if others else []),
            *("No outcome", "Share upheld"),
        ),
        rows=tuple(_outcomes(name, tally, group, others) for name, tally in named.items()),
        total=_outcomes("All", whole, group, others) if named else (),
    )


def escalation(report: AnnualReport) -> Grid:
    """Stage 2 beside stage 1 in each year held."""
    rows = []
    for label, figures in years(report):
        stage_1, stage_2 = (figures.tally(group) for group in STAGES)
        share = stage_1.of_received(stage_2.received, statements.noun(Group.STAGE_1))
        rows.append((label, f"{stage_1.received:,}", f"{stage_2.received:,}", percent(share)))
    return Grid(
        caption="Escalation: stage 2 complaints as a share of the stage 1 complaints received "
        "in the same year",
        head=("", "Stage 1", "Stage 2", "Rate"),
        rows=tuple(rows),
        open_because=WHOLE,
    )


def reasons(report: AnnualReport) -> list[Grid]:
    """The ten commonest reasons of each stage and service."""
    return [
        protected.reasons(_reasons(report, group, service, found), report, group, service, found)
        for group, service, found in report.top_reasons()
    ]


def _reasons(
    report: AnnualReport, group: Group, service: str, found: list[tuple[str, int]]
) -> Grid:
    return Grid(
        caption=f"{service}: the commonest reasons for {statements.noun(group)}, of "
        f"{_about(report, group, service):,} received",
        head=("", "Received"),
        rows=tuple((name[:1].upper() + name[1:], f"{number:,}") for name, number in found),
    )


def appendix(report: AnnualReport) -> list[Grid]:
    """The fifteen tables: a grid for each group, a column for each of its three scopes."""
    return [
        protected.appendix(_group(report, group, 3 * n), report, group)
        for n, group in enumerate(TABLES)
    ]


def percent(share: Share) -> str:
    """ "81.1%", or a dash for a share of nothing."""
    return NONE if share.percent is None else f"{share.percent}%"


def _signed(change: Growth) -> str:
    if change.percent is None:
        return NONE
    return f"{change.percent:+}%" if change.percent else "0.0%"


def _before(report: AnnualReport) -> str:
    return " and the years before" if report.earlier else ""


def _answers(name: str, tally: Tally, group: Group, coded: bool) -> tuple[str, ...]:
    noun = statements.noun(group)
    code = [percent(tally.of_code_limited(tally.code_on_time, noun))] if coded else []
    return (
        name,
        f"{tally.received:,}",
        f"{tally.late:,}",
        f"{tally.received - tally.answered:,}",
        percent(tally.of_received(tally.on_time, noun)),
        *code,
    )


def _outcomes(name: str, tally: Tally, group: Group, others: bool) -> tuple[str, ...]:
    return (
        name,
        f"{tally.upheld_or_partly:,}",
        f"{tally.not_upheld:,}",
        *([f"{tally.resolved + tally.withdrawn:,}"] if others else []),
        f"{tally.no_outcome:,}",
        percent(tally.of_decided(tally.upheld_or_partly, statements.noun(group))),
    )


Measure = tuple[str, Callable[[Table], str], bool]

# What each table tells, in the order of R10; True: left out where it is 0 for everyone.
MEASURES: tuple[Measure, ...] = (
    ("Received", lambda t: f"{t.tally.received:,}", False),
    ("Answered on time", lambda t: f"{t.tally.on_time:,}", False),
    ("Answered late", lambda t: f"{t.tally.late:,}", False),
    ("Overdue, not answered", lambda t: f"{t.tally.overdue:,}", False),
    ("Not yet due", lambda t: f"{t.tally.not_yet_due:,}", True),
    ("No date to answer by", lambda t: f"{t.tally.undated:,}", True),
    (CODE, lambda t: f"{t.tally.code_on_time:,}", True),
    ("On time, of received", lambda t: percent(t.on_time), False),
    (f"{CODE}, of those with one", lambda t: percent(t.code_on_time), True),
    ("On time, of answered", lambda t: percent(t.on_time_of_answered), False),
    ("Upheld", lambda t: f"{t.tally.upheld:,}", False),
    ("Partly upheld", lambda t: f"{t.tally.partly_upheld:,}", False),
    ("Not upheld", lambda t: f"{t.tally.not_upheld:,}", False),
    ("Resolved", lambda t: f"{t.tally.resolved:,}", True),
    ("Withdrawn", lambda t: f"{t.tally.withdrawn:,}", True),
    ("No outcome recorded", lambda t: f"{t.tally.no_outcome:,}", False),
    ("Upheld or partly, of those with a finding", lambda t: percent(t.upheld_of_decided), False),
)


def _group(report: AnnualReport, group: Group, before: int) -> Grid:
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
    columns = (f"A{before + n}. {scope}" for n, scope in enumerate(SCOPES, start=1))
    return Grid(caption, ("", *columns), tuple(rows))


def _name(value: str, what: By) -> str:
    if not value:
        return "Not recorded"
    tenures = {tenure.value: words for tenure, words in TENURE.items()}
    return tenures.get(value, value) if what is By.TENURE else value


def _about(report: AnnualReport, group: Group, service: str) -> int:
    return report.figures.by(By.SERVICE, group)[service].received
