"""Surveys as a file of rows hands them over: one row a part of the people of one survey.

Nothing is guessed: every fault is named with its line and column, and with any of them no row
counts. An empty cell is "not known", which is no nought.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from redress.rules.case_rows import RowFault, read_rows
from redress.rules.dates import read_date
from redress.rules.survey import About, Counts, Method, Of, check

NEEDED = ("survey", "to")
NUMBERS = ("asked", "answered", "put_to", "complained", "satisfied", "neither", "dissatisfied")
PERCENTAGES = ("complained_percent", "satisfied_percent", "dissatisfied_percent")
TEXTS = ("survey", "about", "from", "to", "method", "run_by", "note", "of")
COLUMNS = (*TEXTS, *NUMBERS, *PERCENTAGES)
MOST = {"survey": 200, "run_by": 200, "note": 2_000}  # characters
MOST_ROWS = 1_000
NUMBER = re.compile(r"[0-9]{1,9}")
PERCENT = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,2})?) ?%?")
CLASH = {"of": "is there already for this survey; keep one row of it"}
WRONG = {
    "more_than_the_whole": "is more than it can be, beside {about}",
    "nothing_given": "is empty, and so is every other number of the row",
    "percent_out_of_range": "cannot be, beside the other percentages",
    "percent_disagrees": "is not what the row's own counts give",
}


@dataclass(frozen=True, kw_only=True)
class Survey:
    """One round of a survey with its lines."""

    name: str
    held_to: date
    held_from: date
    about: About = About.PERCEPTION
    method: Method = Method.NOT_KNOWN
    run_by: str = ""
    note: str = ""
    lines: Mapping[Of, Counts] = field(default_factory=dict)


def read_surveys(text: str, today: date) -> list[Survey] | list[RowFault]:
    """The surveys of a file with commas, in its order, or every fault. `today` bounds the dates."""
    rows, faults = read_rows(text, COLUMNS, NEEDED, MOST_ROWS)
    found: dict[str, Survey] = {}
    for line, row in rows:
        read = _row(row, line, today)
        if isinstance(read, list):
            faults += read
        elif clash := _joined(found, *read):
            value = row.get(clash, "")
            faults.append(
                RowFault(line, clash, value, CLASH.get(clash, "differs from a row above"))
            )
    if not faults and not found:
        faults.append(RowFault(2, "survey", "", "is missing: there is no row below the header"))
    return faults or list(found.values())


def _row(row: Mapping[str, str], line: int, today: date) -> tuple[Survey, Of, Counts] | list[Any]:
    """A row as a survey without its lines, whose answers it counts, and the counts; or faults."""
    faults: list[RowFault] = []

    def read(column: str, how: Any, default: Any) -> Any:
        value = row.get(column, "")
        if not value:
            return default
        try:
            return how(value)
        except ValueError as error:
            faults.append(RowFault(line, column, value, _why(error)))
            return default

    last, of = read("to", read_date, None), read("of", _word(Of), Of.ALL)
    counts = Counts(
        **{name: read(name, _number, None) for name in NUMBERS},
        **{name: read(name, _percent, None) for name in PERCENTAGES},
    )
    survey = Survey(
        name=row["survey"],
        held_to=last or today,
        held_from=read("from", read_date, last or today),
        about=read("about", _word(About), About.PERCEPTION),
        method=read("method", _word(Method), Method.NOT_KNOWN),
        run_by=row.get("run_by", ""),
        note=row.get("note", ""),
    )
    faults += _whole(row, survey, line, today)
    if not faults:
        faults += [
            RowFault(line, each.field, row.get(each.field, ""), _said(each.code, each.about))
            for each in check(counts)
        ]
    return faults or (survey, of, counts)


def _whole(row: Mapping[str, str], survey: Survey, line: int, today: date) -> Iterator[RowFault]:
    for name in NEEDED:
        if not row[name]:
            yield RowFault(line, name, "", "is empty; it is needed")
    for name, most in MOST.items():
        if len(row.get(name, "")) > most:
            yield RowFault(line, name, row[name], f"is over {most} characters")
    if survey.held_from > survey.held_to:
        yield RowFault(line, "from", row.get("from", ""), "is after the last day")
    if survey.held_to > today:
        yield RowFault(line, "to", row["to"], "lies ahead")


def _joined(found: dict[str, Survey], survey: Survey, of: Of, counts: Counts) -> str:
    """Put the line to its survey; gives the column in which it differs from a row above."""
    first = found.setdefault(survey.name, survey)
    if of in first.lines:
        return "of"
    same = ("held_to", "held_from", "about", "method")
    for name, column in zip(same, ("to", "from", "about", "method"), strict=True):
        if getattr(first, name) != getattr(survey, name):
            return column
    lines = {**first.lines, of: counts}
    found[survey.name] = Survey(**{**vars(first), "lines": lines})
    return ""


def _word(words: type[StrEnum]) -> Callable[[str], StrEnum]:
    def read(value: str) -> StrEnum:
        if value not in list(words):
            raise ValueError(f"is not known; write one of {', '.join(words)}")
        return words(value)

    return read


def _number(value: str) -> int:
    plain = value.replace(",", "")
    if not NUMBER.fullmatch(plain):
        raise ValueError("is not a whole number; leave it empty where it is not known")
    return int(plain)


def _percent(value: str) -> Decimal:
    found = PERCENT.fullmatch(value)
    if not found:
        raise ValueError("is not a percentage such as 19 or 19.5")
    return Decimal(found[1])


def _why(error: ValueError) -> str:
    said = str(error)
    return said if said.startswith("is ") else f"cannot be read: {said}"


def _said(code: str, about: str) -> str:
    return WRONG[code].format(about=about)
