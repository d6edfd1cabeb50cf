"""Importing the cases of an old system from a CSV file: all of it or nothing.

The file is read once into a staging table on disk, where every row is checked; then whole cases
are written in batches inside one transaction. Memory does not grow with the file.
"""

import csv
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass, field, fields
from datetime import date, datetime
from itertools import groupby
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from redress.cases import store
from redress.cases.facts import facts_of
from redress.cases.models import Case
from redress.people.models import Landlord
from redress.rules.access import Actor
from redress.rules.case_rows import COLUMNS, DATES, CaseRow, check_header, parse_row, shown
from redress.rules.decision import Decision
from redress.rules.facts import CaseFacts, Clock, Finding, Kind, StageFacts, Tenure
from redress.rules.imported import case_of
from redress.rules.record import KEYS, NewEvent, plain

BATCH = 1_000
MOST_FAULTS = 20  # named; the rest are counted
MOST_LINE = 1_000_000  # characters in a line
IMPORT = Actor(id=None, name="Import")
OF_STAGE = {  # columns of a row, and the facts they become
    "received": "received_on",
    "acknowledged": "acknowledged_on",
    "due": "held_due",
    "responded": "responded_on",
    "outcome": "outcome",
}
OF_CASE = {
    "tenure": "tenure",
    "service_area": "service",
    "category": "category",
    "channel": "channel",
    "petition": "petition",
}
Progress = Callable[[int], None]


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


def import_cases(
    path: Path,
    landlord: Landlord,
    *,
    at: datetime,
    dry_run: bool = False,
    progress: Progress = lambda done: None,
) -> Imported:
    """Import a UTF-8 CSV with the columns of `rules.case_rows`, one row a stage of a case.

    A row that is there already is counted and left alone, so the same file twice adds nothing; a
    row that differs from what is there is a fault. With faults, or `dry_run`, nothing is written.
    `progress` is told how many bytes of the file are read. Raises OSError for an unreadable file.
    """
    done = Imported()
    with tempfile.TemporaryDirectory() as folder:
        staging = sqlite3.connect(Path(folder) / "rows.sqlite3", isolation_level=None)
        try:
            staging.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN")
            staging.execute(
                f"CREATE TABLE rows (line, {', '.join(COLUMNS)}, UNIQUE (reference, stage))"
            )
            _stage_file(path, staging, localdate(at), done, progress)
            with transaction.atomic():
                _write_all(staging, landlord, at, done)
                if done.faults or dry_run:
                    transaction.set_rollback(True)
        finally:
            staging.close()
    return done


def _stage_file(
    path: Path, staging: sqlite3.Connection, today: date, done: Imported, progress: Progress
) -> None:
    insert = f"INSERT OR IGNORE INTO rows VALUES ({', '.join('?' * (len(COLUMNS) + 1))})"  # noqa: S608
    begins = 1  # the line the row begins on: a quoted cell may go over several
    try:
        with path.open(encoding="utf-8-sig", newline="", errors="strict") as file:
            reader = csv.reader(_lines(file, progress), strict=True)
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


def _lines(file: Any, progress: Progress) -> Iterator[str]:
    read = 0
    while line := file.readline(MOST_LINE):
        if len(line) == MOST_LINE:
            raise csv.Error("the line is longer than a million characters")
        read += len(line)
        progress(read)
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


def _write_all(
    staging: sqlite3.Connection, landlord: Landlord, at: datetime, done: Imported
) -> None:
    """Write the staged cases in batches; a fault found here is one between rows."""
    cursor = staging.execute("SELECT * FROM rows ORDER BY reference, stage")
    batch: list[list[tuple[int, CaseRow]]] = []
    for _, group in groupby(cursor, key=lambda cells: cells[1]):
        batch.append([(cells[0], _row(cells[1:])) for cells in group])
        if len(batch) == BATCH:
            _write(batch, landlord, at, done)
            batch = []
    _write(batch, landlord, at, done)


def _write(
    batch: list[list[tuple[int, CaseRow]]], landlord: Landlord, at: datetime, done: Imported
) -> None:
    references = [rows[0][1].reference for rows in batch]
    there = {
        row.reference: row
        for row in Case.objects.filter(landlord=landlord, reference__in=references)
        .select_related("landlord")
        .prefetch_related(*KEYS)
    }
    new = []
    for rows in batch:
        if any(_row_faults(rows, done)):
            continue
        known = there.get(rows[0][1].reference)
        if known is None:
            new.append(case_of(landlord.slug, [row for _, row in rows], localdate(at)))
            done.cases += 1
            done.stages += len(rows)
        else:
            _extend(known, rows, at, done)
    store.add_imported(new, landlord, IMPORT, at)


def _row_faults(rows: list[tuple[int, CaseRow]], done: Imported) -> Iterator[bool]:
    """Whether the rows of one reference contradict each other; each is named in `done`."""
    _, first = rows[0]
    for line, row in rows[1:]:
        if row.kind is not first.kind:
            done.fault(f"line {line}, kind: {row.kind} is not the {first.kind} of {row.reference}")
            yield True
        elif row.received < first.received:
            done.fault(
                f"line {line}, received: {row.received} is before stage 1 ({first.received})"
            )
            yield True


def _extend(known: Case, rows: list[tuple[int, CaseRow]], at: datetime, done: Imported) -> None:
    """Compare rows with a case that is there already, and add the stage it lacks."""
    before = facts_of(known)
    stages = {stage.number: stage for stage in before.stages}
    for line, row in rows:
        made = case_of(known.landlord.slug, [row], before.recorded_on)
        if row.kind is before.kind and row.stage in stages:
            differing = _differing(made, before, stages[row.stage])
            done.known += not differing
            if differing:
                done.fault(
                    f"line {line}: {row.reference} is there already, with another {differing}"
                )
        elif row.kind is before.kind and row.stage > before.stage.number:
            _add_stage(known, before, made, at)
            done.stages += 1
        else:
            done.fault(f"line {line}: {row.reference} is there already, and differs from this row")


def _differing(row: CaseFacts, known: CaseFacts, stage: StageFacts) -> str:
    """The first column in which a row contradicts what is there, or "": it may know less.

    What is said of a case as a whole is the word of its first row, as in `rules.imported`.
    """
    said = {column: (getattr(row.stage, n), getattr(stage, n)) for column, n in OF_STAGE.items()}
    said["extended_to"] = _extended_to(row, stage.number), _extended_to(known, stage.number)
    if stage is known.stages[0]:
        said |= {column: (getattr(row, n), getattr(known, n)) for column, n in OF_CASE.items()}
    return next((name for name, (new, old) in said.items() if new not in (None, "", old)), "")


def _extended_to(case: CaseFacts, stage: int) -> date | None:
    deadline = case.deadline(stage, Clock.RESPOND if stage else Clock.REQUEST)
    return deadline.extended_to if deadline else None


def _add_stage(known: Case, before: CaseFacts, made: CaseFacts, at: datetime) -> None:
    ended = {
        "number": before.stage.number,
        "ended_on": plain(before.stage.ended_on or made.stage.received_on),
    }
    patch = {
        "case": {"state": made.state.value},
        "stages": [ended, plain(made.stage)],
        "deadlines": plain(made.deadlines),
    }
    store.apply(
        Decision((NewEvent("imported", patch),)),
        landlord=known.landlord,
        row=known,
        before=before,
        actor=IMPORT,
        at=at,
    )
