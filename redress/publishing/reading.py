"""Reading editions: what is published, what is being made, and a file of either."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.timezone import localdate

from redress.people.models import Landlord
from redress.publishing.models import AnnualSubmission, Edition, EditionFile
from redress.rules.figures_year import Year
from redress.rules.publishing import Stage
from redress.rules.submission import Pack, pack
from redress.rules.words import long_date


@dataclass(frozen=True)
class Listed:
    """A published edition as the list of them shows it."""

    label: str
    year: str
    words: str
    published: str
    correction: str


def stage_of(row: Edition) -> Stage:
    """How far an edition has come."""
    return Stage(row.drafted_by_id, row.approved_at is not None, row.published_at is not None)


def digest_of(digests: Mapping[str, str]) -> str:
    """The digest of many files: of their paths and their own digests, in the order of the paths."""
    digest = hashlib.sha256()
    for path in sorted(digests):
        digest.update(f"{path}\0{digests[path]}\n".encode())
    return digest.hexdigest()


def editions(landlord: Landlord) -> list[Edition]:
    """Every edition, drafts too, the latest year first, with who did what."""
    rows = Edition.objects.filter(landlord=landlord).order_by("-year", "-number")
    return list(rows.select_related("drafted_by", "approved_by", "published_by"))


def published(landlord: Landlord) -> list[Edition]:
    """The published editions, the latest year first."""
    rows = Edition.objects.filter(landlord=landlord, published_at__isnull=False)
    return list(rows.order_by("-year", "-number"))


def listed(rows: list[Edition]) -> list[Listed]:
    """Published editions as their list shows them."""
    return [
        Listed(
            row.label,
            row.year,
            row.year if row.number == 1 else f"{row.year}, edition {row.number}",
            long_date(localdate(row.published_at)),
            row.correction,
        )
        for row in rows
    ]


def edition_of(landlord: Landlord, label: str, *, drafts: bool = False) -> Edition | None:
    """The edition with this part of the address; drafts only where they are asked for."""
    year, number = label[:7], label[8:] if label[7:8] == "-" else "1"
    if (label[7:] and not label[7:].startswith("-")) or not (
        number.isdecimal() and len(number) < 5
    ):
        return None
    rows = Edition.objects.filter(landlord=landlord, year=year, number=int(number))
    found = (rows if drafts else rows.exclude(published_at=None)).first()
    return found if found and found.label == label else None


def file_of(edition: Edition, path: str) -> EditionFile | None:
    """A file of an edition by its path."""
    return edition.files.filter(path=path).first()


def submission_of(landlord: Landlord, year: Year) -> tuple[Pack, Edition | None]:
    """What goes to the Ombudsman for a year, with the published edition that it is in.

    A page is there where the edition has what it is about, and not only says that it is missing.
    """
    rows = Edition.objects.filter(landlord=landlord, year=year.label, published_at__isnull=False)
    last = rows.order_by("-number").first()
    if last is None:
        return pack(year, landlord.homes, frozenset(), None, again=False), None
    paths = set(last.files.values_list("path", flat=True))
    there = {"policy"} | {"response" for _ in (last.response,) if last.response}
    there |= {"self_assessment"} if "self-assessment.json" in paths else set()
    there |= {"report"} if "report.pdf" in paths else set()
    sent = AnnualSubmission.objects.filter(landlord=landlord, edition__year=year.label).last()
    sent_on: date | None = sent.sent_on if sent else None
    again = sent is not None and sent.edition_id != last.pk
    return pack(year, landlord.homes, frozenset(there), sent_on, again), last
