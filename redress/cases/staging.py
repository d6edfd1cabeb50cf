"""Reading a CSV file of an old system's cases into a table on disk, every row checked.

So that memory does not grow with the file, and so that rows can be taken up again case by case.
"""

import csv
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass, field, fields
from datetime import date
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from redress.rules.case_rows import COLUMNS, DATES, CaseRow, check_header, parse_row, shown
from redress.rules.facts import Finding, Kind, Tenure

MOST_FAULTS = 20  # named; the rest are counted
MOST_LINE = 1_000_000  # characters in a line
Rows = list[tuple[int, CaseRow]]  # each with the number of its line
Progress = Callable[[str, int, int], None]  # what is being done, how much of it, of how much


@dataclass
class Imported:
    """What an import did, or would do. With faults nothing was written."""

    rows: int = 0
    cases: int = 0
    stages: int = 0
    known: int = 0  # rows that were there already
    faults: list[str] = field(default_factory=list)
    more_faults: int = 0

    def fault(self, what: str) -> None:
        """Name a fault, or count it where many are named already."""
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(what)
        else:
            self.more_faults += 1


@contextmanager
def staged(
    path: Path, today: date, done: Imported, progress: Progress
) -> Iterator[sqlite3.Connection]:
    """The rows of the file without faults, in a table that is gone afterwards.

    Faults are named in `done`. Raises OSError for a file that cannot be read.
    """
    with TemporaryDirectory(prefix="redress-import-") as folder:
        staging = sqlite3.connect(Path(folder) / "rows.sqlite3", isolation_level=None)
        try:
            staging.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN")
            staging.execute(
                f"CREATE TABLE rows (line, {', '.join(COLUMNS)}, UNIQUE (reference, stage))"
            )
            _stage_file(path, staging, today, done, progress)
            yield staging
        finally:
            staging.close()


def by_case(staging: sqlite3.Connection) -> Iterator[Rows]:
    """The staged rows, all stages of one case at a time."""
    cursor = staging.execute("SELECT * FROM rows ORDER BY reference, stage")
    for _, group in groupby(cursor, key=lambda cells: cells[1]):
        yield [(cells[0], _row(cells[1:])) for cells in group]


def _stage_file(
    path: Path, staging: sqlite3.Connection, today: date, done: Imported, progress: Progress
) -> None:
    insert = f"INSERT OR IGNORE INTO rows VALUES ({', '.join('?' * (len(COLUMNS) + 1))})"  # noqa: S608
    begins = 1  # the line the row begins on: a quoted cell may go over several
    try:
        with path.open(encoding="utf-8-sig", newline="", errors="strict") as file:
            reader = csv.reader(_lines(file, path.stat().st_size, progress), strict=True)
            header = next(reader, [])
            for fault in check_header(header):
                done.fault(str(fault))
            if done.faults:
                return
            begins = reader.line_num + 1
            for cells in reader:
                line, begins = begins, reader.line_num + 1
                if not cells:
                    continue
                done.rows += 1
                row = parse_row(_named(header, cells), line, today)
                if isinstance(row, list):
                    for fault in row:
                        done.fault(str(fault))
                elif staging.execute(insert, (line, *_cells(row))).rowcount == 0:
                    what = f"{shown(row.reference)} stage {row.stage or 'none'}"
                    done.fault(f"line {line}, reference: {what} is on a line above too")
    except UnicodeDecodeError as error:
        done.fault(f"the file is not UTF-8 text (byte {error.start:,}); save it as UTF-8 CSV")
    except csv.Error as error:
        done.fault(f"line {begins}: cannot be read as CSV ({error}); look at its quotes")


def _lines(file: Any, size: int, progress: Progress) -> Iterator[str]:
    read = 0
    while line := file.readline(MOST_LINE):
        if len(line) == MOST_LINE:
            raise csv.Error("the line is longer than a million characters")
        read += len(line)
        progress("Reading (bytes)", min(read, size), size)
        yield line


def _named(header: list[str], cells: list[str]) -> dict[str, str | None]:
    padded: list[str | None] = [*cells, *[None] * (len(header) - len(cells))]
    named = dict(zip(header, padded, strict=False))
    return {**named, "": cells[len(header)]} if len(cells) > len(header) else named


def _cells(row: CaseRow) -> tuple[Any, ...]:
    return tuple(value.isoformat() if isinstance(value, date) else value for value in astuple(row))


def _row(cells: tuple[Any, ...]) -> CaseRow:
    def day(text: str | None) -> date | None:
        return date.fromisoformat(text) if text else None

    values = dict(zip((field.name for field in fields(CaseRow)), cells, strict=True))
    return CaseRow(
        **values
        | {name: day(values[name]) for name in DATES}
        | {
            "kind": Kind(values["kind"]),
            "outcome": Finding(values["outcome"]) if values["outcome"] else None,
            "tenure": Tenure(values["tenure"]),
            "petition": bool(values["petition"]),
        }
    )
