"""One row of the cases an old system hands over: what it must hold, and what is wrong with it.

A row is one stage of one case. Nothing is guessed: a row is either whole, or every fault in it is
named with its line, column and value. Whether rows agree with each other is for the importer.
"""

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from io import StringIO
from itertools import zip_longest
from typing import TypeVar

from redress.rules import calendar
from redress.rules.facts import Finding, Kind, Tenure

COLUMNS = (
    "reference",
    "kind",
    "stage",
    "received",
    "acknowledged",
    "due",
    "extended_to",
    "responded",
    "outcome",
    "tenure",
    "service_area",
    "category",
    "channel",
    "petition",
)
TEXTS = ("service_area", "category", "channel")
DATES = ("received", "acknowledged", "due", "extended_to", "responded")
PAST = ("received", "acknowledged", "responded")  # what has happened is not in the future
ORDER = (  # the first is never before the second
    ("acknowledged", "received"),
    ("responded", "received"),
    ("due", "received"),
    ("extended_to", "received"),
    ("extended_to", "due"),
)
MOST_IN_REFERENCE = 40
MOST_IN_TEXT = 120
SHOWN = 40  # characters of a wrong value that a fault repeats

ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")

Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A row without faults. `stage` is 0 unless the kind is complaint; None is "not known"."""

    reference: str
    kind: Kind
    stage: int
    received: date
    acknowledged: date | None
    due: date | None
    extended_to: date | None
    responded: date | None
    outcome: Finding | None
    tenure: Tenure
    service_area: str
    category: str
    channel: str
    petition: bool


@dataclass(frozen=True, slots=True)
class RowFault:
    """What is wrong in one cell and what to do. `line` is counted from 1, the header's."""

    line: int
    column: str
    value: str
    what: str

    def __str__(self) -> str:
        return f"line {self.line}, {self.column}: {shown(self.value)} {self.what}"


def shown(value: str) -> str:
    """A value as a fault repeats it: quoted, unprintable characters spelled out, shortened."""
    return repr(value) if len(value) <= SHOWN else f"{value[:SHOWN]!r}…"


def check_header(
    names: Sequence[str], columns: Sequence[str] = COLUMNS, needed: Sequence[str] | None = None
) -> list[RowFault]:
    """What is wrong with the first line: each column is there once and there is no other.

    The order is free, and only those of `needed` must be there (None: all of them). An empty list
    where all is well. A file that is empty, or separated by something else than commas, has one
    fault and not one for each column.
    """
    if len(names) < 2:
        line = "".join(names)
        what = "has no comma; save the file with commas" if line.strip() else "is empty"
        return [RowFault(1, "header", line, f"{what}; name the columns {', '.join(columns)}")]
    wanted = columns if needed is None else needed
    missing = [(name, "is missing; add this column") for name in wanted if name not in names]
    unknown = [
        (name, "is not a column we know; remove it") for name in names if name not in columns
    ]
    twice = [(n, "is there more than once; keep one") for n in columns if list(names).count(n) > 1]
    return [RowFault(1, "header", name, what) for name, what in missing + unknown + twice]


def read_rows(
    text: str, columns: Sequence[str], needed: Sequence[str], most: int
) -> tuple[list[tuple[int, dict[str, str]]], list[RowFault]]:
    """The rows of a text with commas, and what is wrong with its lines.

    Each row has the line it begins on and its cells by column, without spaces around them; a cell
    that is not there is empty. Faults: those of the header, a line with more cells than the header,
    more than `most` rows, quotes that do not close, a cell beyond what `csv` reads.
    """
    found: list[tuple[int, dict[str, str]]] = []
    faults: list[RowFault] = []
    reader = csv.reader(StringIO(text), strict=True)
    begins = 1  # the line the row begins on: a quoted cell may go over several
    try:
        names = [name.strip() for name in next(reader, [])]
        faults = check_header(names, columns, needed)
        begins = reader.line_num + 1
        for cells in () if faults else reader:
            line, begins = begins, reader.line_num + 1
            if len(found) == most and cells:
                return found, [
                    *faults,
                    RowFault(line, "row", "", f"is over {most} rows; give less"),
                ]
            if len(cells) > len(names):
                faults.append(RowFault(line, "row", "", _more_cells(names)))
            elif cells:
                cells = [cell.strip() for cell in cells]
                found.append((line, dict(zip_longest(names, cells, fillvalue=""))))
    except csv.Error as error:
        what = f"cannot be read as CSV ({error}); look at its quotes"
        faults.append(RowFault(begins, "row", "", what))
    return found, faults


def parse_row(fields: Mapping[str, str | None], line: int, today: date) -> CaseRow | list[RowFault]:
    """The row, or all its faults. Spaces around a value are dropped.

    `fields` has a text for each of `COLUMNS` (None: the line ended too soon; a further key: the
    line went on too long). Refused: dates that are not ISO, do not exist, are beyond the bank
    holidays known, in the future (but `due` and `extended_to`) or out of order; words that are
    not in the list; a stage on what is not a complaint, or none on a complaint; a reference that
    is empty or over 40 characters; text over 120 characters or with control characters.
    """
    faults = _length_faults(fields, line)
    if faults:
        return faults
    cells = _Cells({name: (fields[name] or "").strip() for name in COLUMNS}, line, today)
    row = cells.row()
    return cells.faults if row is None else row


def _length_faults(fields: Mapping[str, str | None], line: int) -> list[RowFault]:
    if any(name not in COLUMNS for name in fields):
        return [RowFault(line, "row", "", _more_cells(COLUMNS))]
    missing = [name for name in COLUMNS if fields.get(name) is None]
    what = "is not there: the line has too few cells; look for a missing comma"
    return [RowFault(line, name, "", what) for name in missing[:1]]


def _more_cells(columns: Sequence[str]) -> str:
    return f"has more cells than the {len(columns)} columns; look for a comma without quotes"


class _Cells:
    """The cells of one line, read one by one; what is wrong gathers in `faults`."""

    def __init__(self, cells: Mapping[str, str], line: int, today: date) -> None:
        self.cells, self.line, self.today = cells, line, today
        self.faults: list[RowFault] = []

    def row(self) -> CaseRow | None:
        """The row, or None where there are faults."""
        reference = self.reference()
        kind, tenure = self.word("kind", Kind), self.word("tenure", Tenure)
        stage, outcome = self.stage(kind), self.outcome()
        received, acknowledged, due, extended_to, responded = days = [self.day(n) for n in DATES]
        self.check_order(dict(zip(DATES, days, strict=True)))
        service_area, category, channel = [self.text(name) for name in TEXTS]
        petition = self.yes_or_no("petition")
        if self.faults or kind is None or tenure is None or received is None:
            return None
        return CaseRow(
            reference=reference,
            kind=kind,
            stage=stage,
            received=received,
            acknowledged=acknowledged,
            due=due,
            extended_to=extended_to,
            responded=responded,
            outcome=outcome,
            tenure=tenure,
            service_area=service_area,
            category=category,
            channel=channel,
            petition=petition,
        )

    def fault(self, column: str, what: str) -> None:
        self.faults.append(RowFault(self.line, column, self.cells[column], what))

    def reference(self) -> str:
        value = self.cells["reference"]
        if not value:
            self.fault("reference", "is empty; give the old system's reference")
        elif len(value) > MOST_IN_REFERENCE:
            self.fault("reference", f"is longer than {MOST_IN_REFERENCE} characters; shorten it")
        elif not value.isprintable():
            self.fault("reference", "has a character that cannot be seen; remove it")
        return value

    def text(self, column: str) -> str:
        value = self.cells[column]
        if len(value) > MOST_IN_TEXT:
            self.fault(column, f"is longer than {MOST_IN_TEXT} characters; shorten it")
        elif CONTROL.search(value):
            self.fault(column, "has a control character; remove it")
        return value

    def outcome(self) -> Finding | None:
        return self.word("outcome", Finding) if self.cells["outcome"] else None

    def word(self, column: str, words: type[Word]) -> Word | None:
        value = self.cells[column]
        try:
            return words(value)
        except ValueError:
            wrong = "is not known" if value else "is empty"
            self.fault(column, f"{wrong}; write one of {', '.join(words)}")
            return None

    def yes_or_no(self, column: str) -> bool:
        if self.cells[column] not in ("yes", "no"):
            self.fault(column, "is not an answer; write yes or no")
        return self.cells[column] == "yes"

    def stage(self, kind: Kind | None) -> int:
        value = self.cells["stage"]
        if value not in ("", "1", "2"):
            self.fault("stage", "is not a stage; write 1 or 2, or leave it empty")
        elif kind is Kind.COMPLAINT and not value:
            self.fault("stage", "is empty; a complaint needs stage 1 or 2")
        elif kind and kind is not Kind.COMPLAINT and value:
            self.fault(
                "stage", f"is given for a {kind}; leave it empty, only complaints have stages"
            )
        else:
            return int(value or 0)
        return 0

    def day(self, column: str) -> date | None:
        value = self.cells[column]
        if not value:
            if column == "received":
                self.fault(column, "is empty; give the day it was received")
            return None
        if not ISO.fullmatch(value):
            self.fault(column, "is not a date; write year-month-day, such as 2023-04-30")
            return None
        try:
            day = date.fromisoformat(value)
        except ValueError:
            self.fault(column, "does not exist in the calendar; correct the day")
            return None
        return self.known(column, day)

    def known(self, column: str, day: date) -> date | None:
        if not calendar.FIRST <= day <= calendar.LAST:
            span = f"{calendar.FIRST} to {calendar.LAST}"
            self.fault(column, f"is outside the bank holidays known ({span}); correct the year")
            return None
        if column in PAST and day > self.today:
            self.fault(column, f"is in the future (today is {self.today}); correct it")
            return None
        return day

    def check_order(self, dates: Mapping[str, date | None]) -> None:
        for later, earlier in ORDER:
            second, first = dates[later], dates[earlier]
            if first and second and second < first:
                self.fault(later, f"is before {earlier} ({first}); correct one of them")
