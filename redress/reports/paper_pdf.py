"""A report as a PDF that screen readers can read: tagged, PDF/UA-1, the same bytes each time.

Typst sets it from `paper.typ`; the headings of rows are tagged afterwards. What people wrote
goes in as JSON and is never read as Typst.
"""

import json
import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst

from redress.papers.glyphs import FAMILIES, reads_right_to_left, shown
from redress.papers.letterhead import LANDLORDS, Letterhead, letterhead_of
from redress.papers.pdf import fonts
from redress.reports.paper import Bar, Chart, Exhibit, Grid, Report, Section

TEMPLATE = Path(__file__).with_name("paper.typ")
LONG = re.compile(r"\S{25}")  # a word that may need breaking: as in paper.typ
KEPT_WHOLE = 16  # rows of a table that is not broken over two pages
# A cell of a table as Typst writes it: its element, and the head of its column, which it names.
CELL = re.compile(
    rb"^(<</Type/StructElem/S)/TD(/P \d+ 0 R/A\[<</O/Table)(/Headers\[\(U\d+x(\d+)y0\)\])",
    re.MULTILINE,
)
KEPT_WORDS = 1_500  # characters of a table of sentences that is not


def to_pdf(report: Report) -> bytes:
    """The report as PDF/UA-1. The same report gives the same bytes.

    Raises FontsMissing where the fonts have not been fetched.
    """
    made = _set(report, "pdf", pdf_standards="ua-1")
    assert isinstance(made, bytes)  # noqa: S101 a PDF is one file
    return CELL.sub(_cell, made)


def _cell(found: re.Match[bytes]) -> bytes:
    """The first cell of a row as its heading, which Typst cannot say from Python, and every other
    cell without the list of its headings: by their scopes it has two, of its column and its row.
    As long as before, so that everything in the file stays where it is."""
    start, about, headers, column = found.groups()
    is_first = column == b"0"
    said = b"/Scope/Row" if is_first else b""
    return start + (b"/TH" if is_first else b"/TD") + about + said.ljust(len(headers))


def chart_pictures(report: Report, ppi: float = 200) -> list[bytes]:
    """The charts of the report in their order, each as a PNG."""
    if not any(exhibit.chart for section in report.sections for exhibit in section.exhibits):
        return []
    made = _set(report, "png", ppi=ppi)
    return [made] if isinstance(made, bytes) else list(made)


def _set(report: Report, form: Literal["pdf", "png"], **others: Any) -> Any:
    return typst.compile(
        _template(),
        root=LANDLORDS,  # the only files it may read: logos
        font_paths=fonts(),
        ignore_system_fonts=True,
        format=form,
        sys_inputs={"report": json.dumps(_as_data(report) | {"pictures": form == "png"})},
        **others,
    )


@cache
def _template() -> bytes:
    return TEMPLATE.read_bytes()


def _as_data(report: Report) -> dict[str, Any]:
    """What the template needs, in plain values."""
    head = letterhead_of(report.slug, report.landlord)
    return {
        "fonts": FAMILIES,
        "colour": head.colour,
        "landlord": shown(report.landlord),
        "title": shown(report.title),
        "date": {"year": report.as_at.year, "month": report.as_at.month, "day": report.as_at.day},
        "period": shown(report.period),
        "stood": report.stood,
        "source": shown(report.source),
        "mode": shown(report.mode),
        "notice": _line(report.notice) if report.notice else None,
        "note": _line(report.note) if report.note else None,
        "key": [
            {"figure": shown(each.figure), "sentence": _line(each.sentence)} for each in report.key
        ],
        "headlines": _lines(report.headlines),
        "contents": report.has_contents,
        "sections": [
            _section(number, section, starts_page(report, number, section))
            for number, section in report.numbered()
        ],
    } | _logo(head)


def _logo(head: Letterhead) -> dict[str, Any]:
    logo = head.logo
    return {
        "logo": f"/{head.folder}/{logo.file}" if logo else None,
        "logo-alt": logo.alt if logo else None,
    }


def starts_page(report: Report, number: str, section: Section) -> bool:
    """Whether a section begins a page: each of the appendix, and the first after the contents."""
    return bool(section.label) or (number == "1." and report.has_contents)


def _section(number: str, section: Section, page: bool) -> dict[str, Any]:
    return {
        "number": number,
        "title": _line(section.title),
        "page": page,
        "sentences": _lines(section.sentences),
        "narrative": _lines(section.narrative),
        "exhibits": [_exhibit(each) for each in section.exhibits],
    }


def _exhibit(each: Exhibit) -> dict[str, Any]:
    return {
        "chart": _chart(each.chart) if each.chart else None,
        "grids": [_grid(grid, narrow=each.pairs) for grid in each.grids],
        "sentences": _lines(each.sentences),
        "pairs": each.pairs,
    }


def _chart(chart: Chart) -> dict[str, Any]:
    return {
        "title": _line(chart.title),
        "caption": _line(chart.caption),
        "alt": shown(alt(chart)),
        "key": chart.key,
        "bars": [_bar(bar) for bar in chart.bars],
    }


def alt(chart: Chart) -> str:
    """All that a chart shows, in words, for those who do not see it."""
    bars = "; ".join(f"{bar.name}: {bar.words}" for bar in chart.bars)
    return f"Bar chart. {bars}."


def _bar(bar: Bar) -> dict[str, Any]:
    return {
        "name": _line(bar.name),
        "value": shown(bar.value),
        "parts": [
            {
                "start": float(part.start.rstrip("%")),
                "width": float(part.width.rstrip("%")),
                "tone": part.tone,
                "label": part.label,
            }
            for part in bar.parts
        ],
    }


def _grid(grid: Grid, *, narrow: bool) -> dict[str, Any]:
    return {
        "caption": _line(grid.caption),
        "head": _lines(grid.head),
        "rows": [_lines(row) for row in grid.rows],
        "total": _lines(grid.total),
        "words": grid.words,
        "empty": _line(grid.empty),
        "keep": _kept(grid) if grid.words else KEPT_WHOLE,
        "first": 4 if narrow else 2.2,
        "widths": widths(grid) if grid.words else [],
    }


def _kept(grid: Grid) -> int:
    """How many rows of a table of sentences make it one that is broken over two pages."""
    is_short = sum(len(cell) for row in grid.rows for cell in row) < KEPT_WORDS
    return len(grid.rows) if is_short else 0


def widths(grid: Grid) -> list[float]:
    """How wide the columns of a table of words are, beside each other: by what is in them."""
    columns = list(zip(grid.head, *grid.rows, strict=True))
    found = [max(1.6, min(6.0, _longest(column) / 9)) for column in columns]
    if grid.files:  # a name of a file has nowhere to break
        found[-1] = max(2.2, _longest_line(columns[-1]) / 6.5)
    return found


def _longest_line(column: Sequence[str]) -> int:
    return max(len(line) for cell in column for line in (cell.splitlines() or [""]))


def _longest(column: Sequence[str]) -> int:
    return max(len(cell) for cell in column)


def _lines(texts: Iterable[str]) -> list[dict[str, Any]]:
    return [_line(text) for text in texts]


def _line(text: str) -> dict[str, Any]:
    """A text: its lines, which way it is read, whether a word may need breaking."""
    return {
        "lines": shown(text).split("\n"),
        "dir": "rtl" if reads_right_to_left(text) else "ltr",
        "long": bool(LONG.search(text)),
    }
