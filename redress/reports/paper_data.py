"""A report as data: JSON in the shape of the report, CSV with a line for each figure."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from redress.reports.paper import Chart, Exhibit, Grid, Report, Section
from redress.rules.cells import cell

COLUMNS = ("landlord", "period", "as_at", "section", "table", "row", "column", "value")


def to_json(report: Report) -> str:
    """The report as text, ending in a newline."""
    return json.dumps(data_of(report), ensure_ascii=False, indent=2) + "\n"


def to_csv(report: Report) -> str:
    """Every cell of every table on a line of its own, for a spreadsheet."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    about = (report.slug, report.period, report.as_at.isoformat())
    for section in report.sections:
        for exhibit in section.exhibits:
            for grid in exhibit.grids:
                writer.writerows(
                    [cell(value) for value in (*about, section.title, grid.caption, *each)]
                    for each in _cells(grid)
                )
    return file.getvalue()


def data_of(report: Report) -> dict[str, Any]:
    """The report as plain values."""
    return {
        "landlord": report.slug,
        "name": report.landlord,
        "title": report.title,
        "period": report.period,
        "as_at": report.as_at.isoformat(),
        "mode": report.mode,
        "key_figures": [{"figure": k.figure, "sentence": k.sentence} for k in report.key],
        "headlines": list(report.headlines),
        "sections": [section_of(section) for section in report.sections],
        "notes": [words for words in (report.notice, report.note) if words],
    }


def section_of(section: Section) -> dict[str, Any]:
    """A section as plain values."""
    return {
        "id": section.id,
        "title": section.title,
        "provisions": list(section.provisions),
        "sentences": list(section.sentences),
        "narrative": list(section.narrative),
        "exhibits": [_exhibit(each) for each in section.exhibits],
    }


def _exhibit(each: Exhibit) -> dict[str, Any]:
    return {
        "chart": _chart(each.chart) if each.chart else None,
        "tables": [_grid(grid) for grid in each.grids],
        "sentences": list(each.sentences),
    }


def _chart(chart: Chart) -> dict[str, Any]:
    return {
        "title": chart.title,
        "caption": chart.caption,
        "bars": [{"name": b.name, "value": b.value, "words": b.words} for b in chart.bars],
    }


def _grid(grid: Grid) -> dict[str, Any]:
    return {
        "caption": grid.caption,
        "head": list(grid.head),
        "rows": [list(row) for row in grid.rows],
        "total": list(grid.total),
    }


def _cells(grid: Grid) -> Iterator[tuple[str, str, str]]:
    for row in (*grid.rows, *([grid.total] if grid.total else [])):
        for name, words in zip(grid.head[1:], row[1:], strict=True):
            yield row[0], name, words
