"""A report as it may be published: without numbers small enough to point to a person.

Tables and charts say by their `split` what they were counted from, or by `open_because` why they
need none; a report with one that says neither is not published. A figure that is hidden is shown as
a mark, and so is as much beside it as it takes that nobody can work it out.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from redress.reports.paper import Bar, Chart, Exhibit, Grid, Report, Section
from redress.rules.suppression import FEWEST, Sum, hidden

MARK = "*"
MODE = (
    f"For publication: numbers below {FEWEST} that could point to a person are left out, and "
    f"others from which they could be worked out. {MARK} stands for them."
)


class Unprotected(Exception):
    """A table or chart says neither which counts it shows nor why they may be published."""


def for_publication(report: Report) -> Report:
    """The same report with small numbers of its breakdowns hidden.

    Raises Unprotected where a table or chart does not say how the people in it are protected, or
    says that it shows a count that no table gives.
    """
    if bare := list(unprotected(report)):
        raise Unprotected("; ".join(bare))
    gone = _hidden(report)
    sections = tuple(_section(section, gone) for section in report.sections)
    return replace(report, sections=sections, mode=MODE)


def for_colleagues(report: Report) -> Report:
    """The same report with every figure, without the counts behind its tables, which are many."""
    sections = tuple(_section(section, frozenset()) for section in report.sections)
    return replace(report, sections=sections)


def unprotected(report: Report) -> Iterator[str]:
    """The tables and charts by caption that have neither a `split` nor a reason to be open."""
    for section in report.sections:
        for exhibit in section.exhibits:
            if exhibit.chart and not _is_safe_chart(exhibit.chart):
                yield f"{section.id}: {exhibit.chart.title}"
            for grid in exhibit.grids:
                if not _is_safe(grid):
                    yield f"{section.id}: {grid.caption}"


def _is_safe(grid: Grid) -> bool:
    shown = len(grid.shows) == len(grid.rows)
    return bool(grid.split and shown) or bool(grid.open_because)


def _is_safe_chart(chart: Chart) -> bool:
    return bool(chart.open_because) or all(bar.shows for bar in chart.bars)


def _hidden(report: Report) -> frozenset[str]:
    """All counts to hide. Counts of one name are one count, in whichever table they stand. A
    sentence may name a count that no table gives, as of a table that is left out where it is empty.
    """
    counts: dict[str, int] = {}
    sums: dict[Sum, None] = {}
    public: set[str] = set()
    shown: set[str] = set()
    said: set[str] = set()
    for section in report.sections:
        said |= {name for each in section.guarded for name in each.shows}
        for exhibit in section.exhibits:
            for bar in exhibit.chart.bars if exhibit.chart else ():
                shown |= set(bar.shows)
            for grid in exhibit.grids:
                shown |= grid.told.union(*(names for row in grid.shows for names in row))
                if grid.split:
                    counts |= grid.split.counts
                    sums |= dict.fromkeys(grid.split.sums)
                    public |= set(grid.split.public)
    if unknown := shown - counts.keys():
        raise Unprotected(f"counts that no table gives: {', '.join(sorted(unknown))}")
    return hidden(counts, list(sums), public, shown | said & counts.keys())


def _section(section: Section, gone: frozenset[str]) -> Section:
    instead = {
        each.sentence: each.instead for each in section.guarded if gone.intersection(each.shows)
    }
    exhibits = (_exhibit(exhibit, gone, instead) for exhibit in section.exhibits)
    sentences = _said(section.sentences, instead)
    return replace(section, exhibits=tuple(exhibits), sentences=sentences, guarded=())


def _said(sentences: Iterable[str], instead: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(filter(None, (instead.get(each, each) for each in sentences)))


def _exhibit(exhibit: Exhibit, gone: frozenset[str], instead: Mapping[str, str]) -> Exhibit:
    chart = _chart(exhibit.chart, gone) if exhibit.chart else None
    grids = (_grid(grid, gone) for grid in exhibit.grids)
    said = _said(exhibit.sentences, instead)
    return replace(exhibit, chart=chart, grids=tuple(filter(None, grids)), sentences=said)


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
