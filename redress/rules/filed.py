"""Files that come with an action: what is known of each, and how it stands on the record."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from redress.rules.facts import CaseFacts, DocumentFacts

PLACE = "file:"  # begins the place of a document whose file Redress keeps
LONGEST_NAME = 255  # characters of a document's name


class Scan(StrEnum):
    """What is known of viruses in a file. Only `CLEAN` and `NOT_SCANNED` are handed out."""

    NOT_SCANNED = "not_scanned"  # no scanner is set up
    PENDING = "pending"
    CLEAN = "clean"
    INFECTED = "infected"


@dataclass(frozen=True, kw_only=True)
class FiledFile:
    """A file that lies on the shelf, before a case names it.

    `place` is its random name, `name` what it is called with the ending that its content has.
    `sha256` and `size` (bytes) are those of what is kept; the `original_…` ones of what was sent,
    which differ where a photo was made anew.
    """

    place: str
    name: str
    content_type: str
    size: int
    sha256: str
    original_name: str
    original_type: str
    original_size: int
    original_sha256: str
    has_small: bool = False
    scan: Scan = Scan.NOT_SCANNED


def documents_of(
    case: CaseFacts | None, files: Sequence[FiledFile], received_on: date, name: str = ""
) -> list[DocumentFacts]:
    """The next documents of the case (None where it is being made), one a file. `name` says what
    they are; where it is empty, each is called as its file is."""
    first = len(case.documents) + 1 if case else 1
    return [
        DocumentFacts(number, _called(file, name, len(files)), received_on, PLACE + file.place)
        for number, file in enumerate(files, first)
    ]


def _called(file: FiledFile, name: str, how_many: int) -> str:
    if not name:
        return file.name
    return name if how_many == 1 else f"{name} ({file.name})"[:LONGEST_NAME]


def noted(files: Sequence[FiledFile]) -> dict[str, Any]:
    """What an event remembers of its files, so that a changed or missing one shows (Code 5.12)."""
    names = ("place", "sha256", "size", "content_type", "original_sha256")
    return {"files": [{name: getattr(file, name) for name in names} for file in files]}
