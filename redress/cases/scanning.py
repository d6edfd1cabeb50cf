"""Files that the virus scanner has still to look at, and what follows from its answer.

A file with a virus stays on the shelf, for its digest is part of the record, and is handed out to
nobody. The case says so, and its handler is told.
"""

import logging
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import F

from redress.cases import store
from redress.cases.facts import facts_of
from redress.cases.models import Case, StoredFile
from redress.cases.stored import path_of
from redress.rules.access import Actor
from redress.rules.decision import Decision, NewMessage
from redress.rules.filed import PLACE, Scan
from redress.rules.record import NewEvent
from redress.uploads.clamd import NoAnswer, found_in

WAITING = (Scan.PENDING.value, Scan.NOT_SCANNED.value)  # the latter from before there was one
MANY = 200  # files a round
GIVE_UP = 3  # no answers in a row: the scanner is down
log = logging.getLogger(__name__)


def scan_waiting(now: datetime) -> int:
    """Asks the scanner about every file that waits, those asked about longest ago first; gives how
    many are settled. Does nothing where no scanner is set up. Raises `NoAnswer` at the end, when
    the scanner was silent about any."""
    if not settings.CLAMD:
        return 0
    waiting = StoredFile.objects.filter(scan__in=WAITING)
    settled, silent = 0, 0
    problem: NoAnswer | None = None
    for file in waiting.order_by(F("asked_at").asc(nulls_first=True), "id")[:MANY]:
        try:
            found = found_in(path_of(file), settings.CLAMD)
        except NoAnswer as error:
            problem, silent = error, silent + 1
            StoredFile.objects.filter(pk=file.pk).update(asked_at=now)
            if silent == GIVE_UP:
                break
            continue
        silent = 0
        settled += settle(file, found, now)
    if problem:
        raise problem
    return settled


def settle(file: StoredFile, found: str, now: datetime) -> bool:
    """Writes what the scanner said of a file: nothing found, or the name of a virus, which goes on
    the record of the case. False where another worker was quicker."""
    scan = Scan.INFECTED if found else Scan.CLEAN
    with transaction.atomic():
        row = _held(file) if found else None
        changed = StoredFile.objects.filter(pk=file.pk, scan__in=WAITING).update(
            scan=scan.value, found=found[:200], asked_at=now
        )
        if changed and row is not None:
            _tell(row, file, found, now)
    return bool(changed)


def _held(file: StoredFile) -> Case:
    rows = Case.objects.select_related("landlord", "handler", "resident__home")
    return rows.select_for_update(of=("self",)).get(pk=file.case_id)


def _tell(row: Case, file: StoredFile, found: str, now: datetime) -> None:
    log.error("a virus in a document of %s: %s", row.reference, found)
    before = facts_of(row)
    names = [one.name for one in before.documents if one.kept_at == PLACE + file.place]
    event = NewEvent("virus_found", note={"document": ", ".join(names), "found": found})
    decision = Decision((event,), messages=_message(row))
    nobody = Actor(None, "")
    store.apply(decision, landlord=row.landlord, row=row, before=before, actor=nobody, at=now)


def _message(row: Case) -> tuple[NewMessage, ...]:
    """To the handler. What the document is called stays on the case."""
    if row.handler is None:
        return ()
    return (
        NewMessage(
            kind="virus_found",
            to_name=row.handler.name,
            to_email=row.handler.email,
            subject=f"A virus was found in a document of {row.reference}",
            text="Nobody can open the document. Ask whoever sent it for a clean copy.",
            path=f"desk/case/{row.reference}",
        ),
    )
