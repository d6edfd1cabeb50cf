"""The documents of a case, put into the pack or named with the reason why they are not."""

from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from redress.cases.mail_in import content_of
from redress.cases.models import StoredFile
from redress.cases.models.mail_item import MailItem
from redress.cases.stored import handed_out, path_of
from redress.evidence_pack.archive import Archive
from redress.evidence_pack.record import Record
from redress.rules.filed import PLACE, Scan
from redress.rules.mail_reading import read
from redress.uploads.kinds import KINDS

ELSEWHERE = "Redress keeps no file of it. It is kept at: {}"
LOST = "No file of it is known"
MISSING = "Its file is missing from where files are kept"
CHANGED = "In the pack as it lies there, but it is not the file that was kept: its digest differs"
SCANNED = {
    Scan.INFECTED: "A virus was found in it",
    Scan.PENDING: "It has not been scanned for viruses yet. Make the pack again once it has",
}
UNSAFE_MAIL = "Something came with it that was not kept, or was not found safe"


@dataclass(frozen=True)
class Filed:
    """A document or an e-mail. `path` is its place in the pack, empty where it is not in it; `why`
    what to know of that. `place` is what the record calls it by."""

    number: int
    name: str
    received_on: date
    place: str = ""
    path: str = ""
    why: str = ""


def put_documents(record: Record, archive: Archive) -> list[Filed]:
    """Every document of the case."""
    files = {PLACE + file.place: file for file in record.files}
    return [
        _put(
            Filed(each.number, each.name, each.received_on, each.kept_at),
            files.get(each.kept_at),
            archive,
            "documents",
        )
        for each in record.case.documents
    ]


def put_taken_back(record: Record, archive: Archive) -> list[Filed]:
    """The files of steps that were taken back: no document names them, and the record does."""
    named = {each.kept_at for each in record.case.documents}
    left = [file for file in record.files if PLACE + file.place not in named]
    return [
        _put(
            Filed(number, file.name, file.made_at.date(), PLACE + file.place),
            file,
            archive,
            "taken-back",
        )
        for number, file in enumerate(left, 1)
    ]


def _put(filed: Filed, file: StoredFile | None, archive: Archive, folder: str) -> Filed:
    if file is None:
        ours = filed.place.startswith(PLACE)
        return replace(filed, why=LOST if ours else ELSEWHERE.format(filed.place or "not noted"))
    if not handed_out(file):
        return replace(filed, why=SCANNED[Scan(file.scan)])
    path = f"{folder}/{filed.number:03}{KINDS[file.content_type].ending}"
    try:
        digest = archive.put_file(path, path_of(file))
    except FileNotFoundError:
        return replace(filed, why=MISSING)
    return replace(filed, path=path, why="" if digest == file.sha256 else CHANGED)


def put_mails(record: Record, archive: Archive) -> list[Filed]:
    """The e-mails as they came: each whose every part is kept and safe. What the others say is on
    the record all the same."""
    safe = {file.original_sha256 for file in record.files if handed_out(file)}
    return [_mail(n, item, archive, safe) for n, item in enumerate(record.mails, 1)]


def _mail(number: int, item: MailItem, archive: Archive, safe: set[str]) -> Filed:
    filed = Filed(number, item.subject or "No subject", item.received_on)
    try:
        content = content_of(item)
    except FileNotFoundError:
        return replace(filed, why=MISSING)
    mail = read(content)
    parts = {sha256(each.content).hexdigest() for each in mail.attached}
    if mail.problem or mail.left_out or not parts <= safe:
        return replace(filed, why=UNSAFE_MAIL)
    path = f"emails/{number:03}.eml"
    archive.put(path, content)
    return replace(filed, path=path)
