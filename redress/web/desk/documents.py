"""The documents of a case as its page lists them: what each is, from whom, and whether it opens."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from redress.cases.queries import CasePage
from redress.cases.stored import handed_out
from redress.rules.facts import DocumentFacts
from redress.rules.filed import Scan
from redress.uploads.kinds import KINDS
from redress.web import clock

SCANNED = {
    Scan.NOT_SCANNED: "Not scanned for viruses: no scanner is set up",
    Scan.PENDING: "Waiting for the virus scan. It opens when that is done",
    Scan.CLEAN: "No virus found",
}
MAY_PLACE = "As it was sent: it may say where it was made"


@dataclass(frozen=True)
class DocumentView:
    """One document. `what` is empty where Redress keeps no file for it; `notes` are what to know
    before opening it, `danger` why nobody may."""

    facts: DocumentFacts
    what: str = ""
    opens: bool = False
    small: bool = False
    by: str = ""
    kept_on: date | None = None
    notes: tuple[str, ...] = ()
    danger: str = ""


def document_views(page: CasePage) -> list[DocumentView]:
    """Every document of a case, the newest first."""
    return [_view(facts, page.files.get(facts.kept_at)) for facts in page.case.documents[::-1]]


def _view(facts: DocumentFacts, file: Any) -> DocumentView:
    if file is None:
        return DocumentView(facts)
    kept_on = clock.day(file.made_at)
    kind = KINDS[file.content_type]
    what = f"{kind.words}, {size_words(file.size)}"
    if file.scan == Scan.INFECTED:
        danger = f"A virus was found in it: {file.found}. Nobody can open it."
        return DocumentView(facts, what, by=file.made_by, kept_on=kept_on, danger=danger)
    opens = handed_out(file)
    notes = (SCANNED[Scan(file.scan)], *([MAY_PLACE] if kind.may_place else []))
    small = opens and file.has_small
    return DocumentView(facts, what, opens, small, file.made_by, kept_on, notes)


def size_words(size: int) -> str:
    """A number of bytes as people say it: "12 KB", "1.4 MB"."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} KB"
    return f"{size / 1_000_000:.1f} MB"
