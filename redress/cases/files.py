"""Files of cases: putting away what was uploaded, and doing an action with what could be kept.

    kept = keep(row, uploads)               # on the shelf; nothing in the database yet
    given = NoteDocument(…, files=kept.accepted)
    perform(…)                              # the writer makes their rows with the event

What is on the shelf and in no row, because the action was refused or the machine stopped, is taken
away at once by `drop`, or by the sweep a day later.
"""

import errno
import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Protocol

from django.conf import settings

from redress.cases.access import get_case
from redress.cases.models import Case, StoredFile
from redress.cases.perform import Done, perform
from redress.cases.stored import shelf
from redress.people.models import Landlord
from redress.rules.access import Actor, Verb
from redress.rules.decision import Reason, Refused
from redress.rules.filed import PLACE, FiledFile, Scan
from redress.uploads.kinds import Kind, judge
from redress.uploads.names import as_sent, cleaned
from redress.uploads.photos import remade
from redress.uploads.shelf import Written, digest_of_file
from redress.uploads.turned_away import TurnedAway

FIELD = "attached"  # of a form: where a file that is turned away is mended
FULL = (errno.ENOSPC, errno.EDQUOT)
log = logging.getLogger(__name__)


class Upload(Protocol):
    """A file as a form brings it (Django's UploadedFile)."""

    name: str | None
    size: int | None
    content_type: str | None

    def chunks(self) -> Iterator[bytes]: ...


@dataclass(frozen=True)
class Kept:
    """What came of some uploads: the files on the shelf, and a reason for each that is not."""

    accepted: tuple[FiledFile, ...] = ()
    refused: tuple[Reason, ...] = ()


def keep(row: Case | None, uploads: Iterable[Upload]) -> Kept:
    """Put uploads on the shelf, each by itself: one that is turned away costs the others nothing.

    `row` is the case they are for, None before there is one: a case has room for so much, and a
    file that it has already is not kept again.
    """
    return _keep(uploads, *_known(row))


def keep_beside(there: Sequence[FiledFile], uploads: Iterable[Upload]) -> Kept:
    """Put uploads on the shelf beside the files that are `there` already, for a case to come. One
    form takes no more than `MOST_FILES` in all."""
    known = {file.original_sha256 for file in there}
    room = settings.MOST_CASE_BYTES - sum(file.size for file in there)
    return _keep(uploads, known, room, first=len(there) + 1)


def _keep(uploads: Iterable[Upload], known: set[str], room: int, first: int = 1) -> Kept:
    accepted: list[FiledFile] = []
    refused: list[Reason] = []
    for number, upload in enumerate(uploads, first):
        try:
            if number > settings.MOST_FILES:
                raise TurnedAway("file_too_many")
            filed = _filed(upload, room, known)
        except TurnedAway as reason:
            refused.append(Reason(reason.code, "", FIELD, about=as_sent(upload.name or "")))
            continue
        known.add(filed.original_sha256)
        room -= filed.size
        accepted.append(filed)
    return Kept(tuple(accepted), tuple(refused))


def drop(files: Iterable[FiledFile]) -> None:
    """Take files off the shelf again, because nothing came of the action they were for."""
    for file in files:
        shelf().remove(file.place)


def perform_with(
    actor: Actor,
    landlord: Landlord,
    reference: str,
    verb: Verb,
    given: Any,
    *,
    uploads: Sequence[Upload],
    at: datetime,
    do: Callable[..., Done | Refused] = perform,
    all_or_none: bool = False,
    **more: Any,
) -> Done | Refused:
    """Do one thing to a case with the files that can be kept; `given` has a field `files`.

    `Done.turned_away` has a reason for each file that is not kept. Refused, with all reasons and
    nothing kept, where no file can be (with `all_or_none`, where one cannot be) or the action
    itself is refused. Raises `NoAccess`.
    """
    kept = keep(get_case(actor, landlord, reference, verb=verb), uploads)
    if kept.refused and (all_or_none or not kept.accepted):
        drop(kept.accepted)
        return Refused(kept.refused)
    given = replace(given, files=kept.accepted)
    try:
        answer = do(actor, landlord, reference, verb, given, at=at, **more)
    except BaseException:
        drop(kept.accepted)
        raise
    if isinstance(answer, Refused):
        drop(kept.accepted)
        return Refused((*answer.reasons, *kept.refused))
    return replace(answer, turned_away=kept.refused)


def _known(row: Case | None) -> tuple[set[str], int]:
    """The digests of what the case has, and how many bytes it still has room for."""
    if row is None:
        return set(), settings.MOST_CASE_BYTES
    there = list(StoredFile.objects.filter(case=row))
    places = set(row.documents.values_list("kept_at", flat=True))  # less than all after an undo
    known = {file.original_sha256 for file in there if PLACE + file.place in places}
    return known, settings.MOST_CASE_BYTES - sum(file.size for file in there)


def _filed(upload: Upload, room: int, known: set[str]) -> FiledFile:
    """One file on the shelf. Raises `TurnedAway` and leaves nothing behind."""
    if (upload.size or 0) > settings.MOST_FILE_BYTES:
        raise TurnedAway("file_too_large")
    if (upload.size or 0) > room:
        raise TurnedAway("file_case_full")
    try:
        written = shelf().write(upload.chunks())
    except OSError as error:
        if error.errno not in FULL:
            raise
        log.error("no room for files: %s", error)
        raise TurnedAway("file_no_room") from error
    try:
        if written.sha256 in known:
            raise TurnedAway("file_again")
        kind = judge(written.path, upload.name or "")
        return _put(upload, written, kind)
    finally:
        written.path.unlink(missing_ok=True)


def _put(upload: Upload, written: Written, kind: Kind) -> FiledFile:
    path, small = written.path, None
    if kind.photo:
        made = remade(written.path)
        path, small, kind = made.photo, made.small, made.kind
    size, sha256 = path.stat().st_size, digest_of_file(path)
    return FiledFile(
        place=shelf().put(path, small),
        name=cleaned(upload.name or "", kind.ending),
        content_type=kind.content_type,
        size=size,
        sha256=sha256,
        original_name=as_sent(upload.name or ""),
        original_type=(upload.content_type or "")[:100],
        original_size=written.size,
        original_sha256=written.sha256,
        has_small=small is not None,
        scan=Scan.PENDING if settings.CLAMD else Scan.NOT_SCANNED,
    )
