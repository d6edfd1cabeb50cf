"""Note documents: that they came, when, and where they are kept."""

from dataclasses import dataclass
from datetime import date

from redress.rules.decision import Checks, Context, Decision, Refused
from redress.rules.facts import CaseFacts, DocumentFacts
from redress.rules.filed import LONGEST_NAME, PLACE, FiledFile, documents_of, noted
from redress.rules.record import NewEvent, plain

LONGEST_PLACE = 500  # characters


@dataclass(frozen=True, kw_only=True)
class NoteDocument:
    """What it is ("Surveyor's report"), the day it came, and where it is: `files` that Redress
    keeps, each a document, or else `kept_at`, the folder or system where it can be found."""

    name: str
    received_on: date
    kept_at: str = ""
    files: tuple[FiledFile, ...] = ()


def decide(case: CaseFacts, given: NoteDocument, context: Context) -> Decision | Refused:
    """Put the documents on the record (Code 5.12: a full record, with all evidence).

    Refuses neither files nor a place, both at once, a place that only Redress gives, an empty name
    where there is no file to name it, an overlong name or place, and a date in the future. A
    document may be older than the case.
    """
    checks = Checks(context.policy(case))
    name, kept_at = given.name.strip(), given.kept_at.strip()
    named = (bool(name) or bool(given.files)) and len(name) <= LONGEST_NAME
    checks.must(named, "document_name_missing", "Code 5.12", "name")
    if given.files:
        checks.must(not kept_at, "document_two_places", "Code 5.12", "kept_at")
    else:
        placed = 0 < len(kept_at) <= LONGEST_PLACE and not kept_at.startswith(PLACE)
        checks.must(placed, "document_place_missing", "Code 5.12", "kept_at")
    past = given.received_on <= context.today
    checks.must(past, "date_out_of_range", "Code 5.12", "received_on")
    if checks.refused:
        return Refused(tuple(checks.refused))
    new = documents_of(case, given.files, given.received_on, name)
    if not new:
        new = [DocumentFacts(len(case.documents) + 1, name, given.received_on, kept_at)]
    note = noted(given.files) if given.files else {}
    event = NewEvent("document_noted", {"documents": [plain(one) for one in new]}, note)
    return Decision((event,), files=given.files)
