"""Importing the cases of an old system from a CSV file: all of it or nothing.

`cases.staging` reads and checks the file; here whole cases are written in batches, inside one
transaction, and compared with what is there. Memory does not grow with the file.
"""

import sqlite3
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from django.db import transaction
from django.utils.timezone import localdate

from redress.cases import store
from redress.cases.facts import facts_of
from redress.cases.models import Case
from redress.cases.staging import Imported, Progress, Rows, by_case, staged
from redress.people.models import Landlord
from redress.rules.access import Actor
from redress.rules.decision import Decision
from redress.rules.facts import CaseFacts, Clock, StageFacts
from redress.rules.imported import case_of
from redress.rules.record import KEYS, NewEvent, plain

BATCH = 1_000
IMPORT = Actor(id=None, name="Import")
OF_STAGE = {  # columns of a row, and the facts they become
    "received": "received_on",
    "acknowledged": "acknowledged_on",
    "due": "held_due",
    "responded": "responded_on",
    "outcome": "outcome",
    "tenure": "tenure",
    "service_area": "service",
    "category": "category",
    "channel": "channel",
    "petition": "petition",
}


def import_cases(
    path: Path,
    landlord: Landlord,
    *,
    at: datetime,
    dry_run: bool = False,
    progress: Progress = lambda what, done, total: None,
) -> Imported:
    """Import a UTF-8 CSV with the columns of `rules.case_rows`, one row a stage of a case.

    A row that is there already is counted and left alone, so the same file twice adds nothing; a
    row that differs from what is there is a fault. With faults, or `dry_run`, nothing is written.
    `progress` is told what is being done, and how much of how much. Raises OSError for a file that
    cannot be read.
    """
    done = Imported()
    with staged(path, localdate(at), done, progress) as staging, transaction.atomic():
        _write_all(staging, landlord, at, done, progress)
        if done.faults or dry_run:
            transaction.set_rollback(True)
    return done


def _write_all(
    staging: sqlite3.Connection,
    landlord: Landlord,
    at: datetime,
    done: Imported,
    progress: Progress,
) -> None:
    """Write the staged cases in batches; a fault found here is one between rows."""
    batch: list[Rows] = []
    written = 0
    for rows in by_case(staging):
        batch.append(rows)
        written += len(rows)
        if len(batch) == BATCH:
            _write(batch, landlord, at, done)
            batch = []
            progress("Writing (rows)", written, done.rows)
    _write(batch, landlord, at, done)
    progress("Writing (rows)", written, done.rows)


def _write(batch: list[Rows], landlord: Landlord, at: datetime, done: Imported) -> None:
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


def _row_faults(rows: Rows, done: Imported) -> Iterator[bool]:
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


def _extend(known: Case, rows: Rows, at: datetime, done: Imported) -> None:
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
    """The first column in which a row contradicts what is there, or "": it may know less."""
    said = {column: (getattr(row.stage, n), getattr(stage, n)) for column, n in OF_STAGE.items()}
    said["extended_to"] = _extended_to(row, stage.number), _extended_to(known, stage.number)
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
