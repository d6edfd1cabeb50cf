"""The files that cases have: where they lie, their rows, what may be handed out, what is swept.

`cases.files` puts files here; only the writer makes their rows.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

from redress.cases.models import Case, StoredFile, WebFile
from redress.rules.decision import Decision
from redress.rules.filed import PLACE, Scan
from redress.uploads.shelf import Shelf

HANDED_OUT = (Scan.CLEAN, Scan.NOT_SCANNED)
ORPHAN_AGE = timedelta(hours=24)


def shelf() -> Shelf:
    """Where files lie: the setting MEDIA_ROOT."""
    return Shelf(Path(settings.MEDIA_ROOT))


def files_of(row: Case) -> dict[str, StoredFile]:
    """The files of a case by the place that its documents name."""
    return {PLACE + file.place: file for file in StoredFile.objects.filter(case=row)}


def file_of(row: Case, number: int) -> StoredFile | None:
    """The file of a case's document by its number; None where Redress keeps no file for it."""
    document = row.documents.filter(number=number).first()
    if document is None or not document.kept_at.startswith(PLACE):
        return None
    place = document.kept_at.removeprefix(PLACE)
    return StoredFile.objects.filter(case=row, place=place).first()


def handed_out(file: StoredFile) -> bool:
    """Whether anyone may have it: it is clean, or no scanner is set up."""
    return file.scan in HANDED_OUT


def path_of(file: StoredFile) -> Path:
    """Where it lies."""
    return shelf().path(file.place)


def small_of(file: StoredFile) -> Path:
    """Where its small copy lies."""
    return shelf().small_path(file.place)


def rows(decision: Decision, row: Case, by: str, at: datetime) -> list[StoredFile]:
    """The rows of a decision's files, for the writer. The case is saved already."""
    return [
        StoredFile(landlord_id=row.landlord_id, case=row, made_at=at, made_by=by, **vars(file))
        for file in decision.files
    ]


def sweep(now: datetime) -> int:
    """Takes away what has lain about for a day and belongs neither to a case nor to a form that
    is being filled in; gives how many."""
    before, swept = now - ORPHAN_AGE, 0
    for path in shelf().left_over(before):
        path.unlink(missing_ok=True)
        swept += 1
    for name in _unknown(shelf().names(before)):
        shelf().remove(name)
        swept += 1
    return swept


def _unknown(names: Iterable[str], batch: int = 500) -> Iterator[str]:
    """Those of the names that no row has. Asks for some at a time."""
    waiting: set[str] = set()
    for name in names:
        waiting.add(name)
        if len(waiting) == batch:
            yield from _without_row(waiting)
            waiting = set()
    yield from _without_row(waiting)


def _without_row(names: set[str]) -> set[str]:
    there = StoredFile.objects.filter(place__in=names).values_list("place", flat=True)
    waiting = WebFile.objects.filter(place__in=names).values_list("place", flat=True)
    return names - set(there) - set(waiting)
