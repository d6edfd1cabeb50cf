"""A report as it may be published: without numbers small enough to point to a person.

Tables and charts say by their `split` what they were counted from. A figure that is hidden is
shown as a mark, and so is as much beside it as it takes that nobody can work it out.
"""

from dataclasses import replace

from redress.reports.paper import Bar, Chart, Exhibit, Grid, Report, Section
from redress.rules.suppression import FEWEST, Sum, hidden

MARK = "*"
MODE = (
    f"For publication: numbers below {FEWEST} that could point to a person are left out, and "
    f"others from which they could be worked out. {MARK} stands for them."
)


def for_publication(report: Report) -> Report:
    """The same report with small numbers of its breakdowns hidden."""
    gone = _hidden(report)
    sections = tuple(_section(section, gone) for section in report.sections)
    return replace(report, sections=sections, mode=MODE)


def _hidden(report: Report) -> frozenset[str]:
    """All counts to hide. Counts of one name are one count, in whichever table they stand."""
    counts: dict[str, int] = {}
    sums: dict[Sum, None] = {}
    public: set[str] = set()
    shown: set[str] = set()
    for section in report.sections:
        for exhibit in section.exhibits:
            for bar in exhibit.chart.bars if exhibit.chart else ():
                shown |= set(bar.shows)
            for grid in exhibit.grids:
                shown |= grid.told.union(*(names for row in grid.shows for names in row))
                if grid.split:
                    counts |= grid.split.counts
                    sums |= dict.fromkeys(grid.split.sums)
                    public |= set(grid.split.public)
    return hidden(counts, list(sums), public, shown & counts.keys())


def _section(section: Section, gone: frozenset[str]) -> Section:
    return replace(section, exhibits=tuple(_exhibit(exhibit, gone) for exhibit in section.exhibits))


def _exhibit(exhibit: Exhibit, gone: frozenset[str]) -> Exhibit:
    chart = _chart(exhibit.chart, gone) if exhibit.chart else None
    grids = (_grid(grid, gone) for grid in exhibit.grids)
    return replace(exhibit, chart=chart, grids=tuple(filter(None, grids)))


def _grid(grid: Grid, gone: frozenset[str]) -> Grid | None:
    """The table with marks for what is hidden; None where its own caption would tell it."""
    if grid.told.intersection(gone):
        return None
    rows = tuple(
        (row[0], *(_cell(cell, names, gone) for cell, names in zip(row[1:], shown, strict=True)))
        for row, shown in zip(grid.rows, grid.shows, strict=True)
    ) if grid.shows else grid.rows  # fmt: skip
    return replace(grid, rows=rows, split=None, shows=(), told=frozenset())


def _cell(cell: str, names: tuple[str, ...], gone: frozenset[str]) -> str:
    return MARK if gone.intersection(names) else cell


def _chart(chart: Chart, gone: frozenset[str]) -> Chart:
    bars = tuple(_bar(bar, gone) for bar in chart.bars)
    if bars == tuple(replace(bar, shows=()) for bar in chart.bars):
        return replace(chart, bars=bars)
    return replace(chart, bars=bars, title=chart.short_title or chart.title)


def _bar(bar: Bar, gone: frozenset[str]) -> Bar:
    if gone.intersection(bar.shows):
        words = "left out, because its numbers are small"
        return Bar(bar.name, MARK, words, ())
    return replace(bar, shows=())
