"""Note a document: that it came, when, and where it is kept."""

from dataclasses import dataclass
from datetime import date

from redress.rules.decision import Checks, Context, Decision, Refused
from redress.rules.facts import CaseFacts, DocumentFacts
from redress.rules.record import NewEvent, plain

LONGEST_NAME, LONGEST_PLACE = 255, 500  # characters


@dataclass(frozen=True, kw_only=True)
class NoteDocument:
    """What it is ("Surveyor's report"), the day it came, and where it can be found."""

    name: str
    received_on: date
    kept_at: str


def decide(case: CaseFacts, given: NoteDocument, context: Context) -> Decision | Refused:
    """Put the document on the record (Code 5.12: a full record, with all evidence).

    Refuses an empty or overlong name or place, and a date in the future. A document may be older
    than the case.
    """
    checks = Checks(context.policy(case))
    name, kept_at = given.name.strip(), given.kept_at.strip()
    named = 0 < len(name) <= LONGEST_NAME
    checks.must(named, "document_name_missing", "Code 5.12", "name")
    placed = 0 < len(kept_at) <= LONGEST_PLACE
    checks.must(placed, "document_place_missing", "Code 5.12", "kept_at")
    past = given.received_on <= context.today
    checks.must(past, "date_out_of_range", "Code 5.12", "received_on")
    if checks.refused:
        return Refused(tuple(checks.refused))
    new = DocumentFacts(len(case.documents) + 1, name, given.received_on, kept_at)
    return Decision((NewEvent("document_noted", {"documents": [plain(new)]}),))
