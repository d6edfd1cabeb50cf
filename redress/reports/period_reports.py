"""The reports of a period that a command or a page asks for by name, in every format."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from redress.people.models import Landlord
from redress.reports import figures_paper, formats, housemark, tsm
from redress.reports.numbers import Asked
from redress.reports.paper import Report
from redress.reports.sheets import to_csv, to_xlsx
from redress.rules.periods import Length, Period

FORMATS = (*formats.FORMATS, "xlsx")


@dataclass(frozen=True)
class Made:
    """A report as data, as a table with its head, and as pages; each is made when asked for."""

    data: Callable[[], Any]
    table: Callable[[], tuple[list[str], list[list[Any]]]]
    report: Callable[[], Report]


@dataclass(frozen=True)
class Kind:
    """A report by name: what it is of which length of period, in words, and how it is made."""

    words: str
    length: Length
    example: str
    make: Callable[[Landlord, Period, date], Made]


def made(kind: str, landlord: Landlord, period: Period, as_at: date, form: str) -> bytes:
    """A report of `KINDS` in one of `FORMATS`. ValueError for a period of another length."""
    each = KINDS[kind]
    if period.length not in (each.length, Length.DAYS):
        raise ValueError(
            f"{period.text} is no {each.length.value}; write one such as {each.example}, or days "
            "such as 2026-04-01..2026-06-30"
        )
    found = each.make(landlord, period, as_at)
    if form == "json":
        return (json.dumps(found.data(), ensure_ascii=False, indent=2) + "\n").encode()
    if form == "csv":
        return to_csv(*found.table())
    if form == "xlsx":
        return to_xlsx(kind.capitalize(), *found.table())
    return formats.made(found.report(), form)


def _figures(title: str) -> Callable[[Landlord, Period, date], Made]:
    def make(landlord: Landlord, period: Period, as_at: date) -> Made:
        asked = Asked(landlord, period, as_at)
        return Made(
            data=lambda: figures_paper.data_of(asked),
            table=lambda: _table(figures_paper.lines(asked)),
            report=lambda: figures_paper.report(asked, title),
        )

    return make


def _tsm(landlord: Landlord, period: Period, as_at: date) -> Made:
    found = tsm.tsm(landlord, period, as_at)
    data = tsm.data_of(found)
    about = {name: data[name] for name in ("landlord", "period", "as_at")}
    return Made(
        data=lambda: data,
        table=lambda: _table([about | measure for measure in data["measures"]]),
        report=lambda: tsm.report(found),
    )


def _housemark(landlord: Landlord, period: Period, as_at: date) -> Made:
    found = housemark.housemark(landlord, period, as_at)
    return Made(
        data=lambda: housemark.data_of(found),
        table=lambda: housemark.table(found),
        report=lambda: housemark.report(found),
    )


def _table(rows: list[dict[str, Any]]) -> tuple[list[str], list[list[Any]]]:
    return list(rows[0]), [list(row.values()) for row in rows]


KINDS: Mapping[str, Kind] = {
    "quarter": Kind("a quarter’s figures", Length.QUARTER, "2026-Q1", _figures("Figures")),
    "week": Kind("a week’s figures", Length.WEEK, "2026-W48", _figures("Figures")),
    "tsm": Kind("the measures CH01, CH02 and TP09", Length.YEAR, "2025-26", _tsm),
    "housemark": Kind("the monthly benchmarking return", Length.MONTH, "2026-05", _housemark),
}
