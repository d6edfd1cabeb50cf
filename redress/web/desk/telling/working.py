"""What the record says of working a case: who has it, calls, documents, who may see it."""

from redress.rules.evidence import lists
from redress.rules.facts import Awaited, Contact, MediationStep
from redress.rules.filed import PLACE
from redress.rules.words import AWAITED, CONTACT, MEDIATION
from redress.web.desk.telling.shared import (
    ASKED,
    Content,
    Line,
    Names,
    Told,
    day,
    intake_lines,
    reason_given,
)


def _allocated(content: Content, names: Names) -> list[Line]:
    return [("Handler", content["note"]["handler"])]


def _chased(content: Content, names: Names) -> list[Line]:
    return [("Saying", content["note"]["note"])]


def _tagged(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    return [("Put on", ", ".join(note["added"])), ("Taken off", ", ".join(note["removed"]))]


def _called(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    reached = {True: "Yes", False: "No", None: ""}[note["reached"]]
    intake = content["patch"].get("case", {}).get("intake", {})
    what = CONTACT[Contact(note["what"])] if "what" in note else ""  # an older Redress did not ask
    return [
        ("What", what),
        ("On", day(note["on"])),
        ("Resident reached", reached),
        ("With the resident", note.get("accompanied_by", "")),
        ("Note", note["note"]),
        ("Outcome", note.get("outcome", "")),
        *(line for line in intake_lines(intake) if line[0] == ASKED),
    ]


def _document(content: Content, names: Names) -> list[Line]:
    new = content["patch"]["documents"]
    kept_at = "" if new[0]["kept_at"].startswith(PLACE) else new[0]["kept_at"]
    return [
        ("Document", "; ".join(document["name"] for document in new)),
        ("Came", day(new[0]["received_on"])),
        ("Kept at", kept_at),
    ]


def _virus(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    return [("Document", note["document"]), ("Virus", note["found"]), ("So", "Nobody can open it")]


def _declared(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    return [("Who", note["person"]), ("What it is", note["about"])]


def _restricted(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    return [("Who may see it", ", ".join(note["people"])), ("Why", note["reason"])]


def _waits(content: Content, names: Names) -> list[Line]:
    mark = content["patch"]["case"]
    return [
        ("For", AWAITED[Awaited(mark["awaits"])]),
        ("Since", day(mark["awaits_since"])),
        ("Why", mark["awaits_why"]),
    ]


CAME = {
    "over": "The case was answered, or ended",
    "heard": "They were heard from",
    "told": "The comments asked for have come",
    "by_hand": "",
}


def _mediation(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    return [
        ("What", MEDIATION[MediationStep(note["step"])]),
        ("On", day(note["on"])),
        ("With" if note["step"] == MediationStep.OFFERED else "By", note["who"]),
        ("Outcome", note["outcome"]),
    ]


def _ticked(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    return [
        ("Evidence", lists().kinds.get(note["kind"], note["kind"])),
        ("Document", str(note["document"] or "")),
        ("On record", day(note["contact_on"]) if note["contact_on"] else ""),
        ("Not needed because", note["not_needed"]),
    ]


def _came(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    return [
        ("It waited for", AWAITED[Awaited(note["awaited"])]),
        ("How it ended", CAME[note["how"]]),
        ("What came", note["what"]),
    ]


WORKING: Told = {
    "mediation": ("Mediation", _mediation),
    "evidence_ticked": ("Evidence ticked", _ticked),
    "waits": ("Marked as waiting", _waits),
    "awaited_came": ("No longer waiting", _came),
    "chased": ("Handler reminded", _chased),
    "tagged": ("Tags changed", _tagged),
    "allocated": ("Given to a handler", _allocated),
    "call_recorded": ("Call, visit, meeting or note", _called),
    "document_noted": ("Document put on record", _document),
    "virus_found": ("Virus found in a document", _virus),
    "conflict_declared": ("Conflict of interest declared", _declared),
    "no_conflict_declared": ("Declared that there is no conflict of interest", _declared),
    "restricted": ("Restricted to named people", _restricted),
    "restriction_lifted": ("Restriction lifted", _restricted),
    "opened_restricted": ("Opened by somebody who was not named", reason_given),
}
