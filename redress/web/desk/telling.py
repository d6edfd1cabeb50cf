"""What each event of the record says: its title, and lines that read its content."""

from collections.abc import Callable
from datetime import date
from typing import Any

from pydantic import TypeAdapter

from redress.rules.facts import Clock, DeadlineFacts, Finding, Kind
from redress.rules.words import CLOCK, FINDING, KIND, short_date

Content = dict[str, Any]
Line = tuple[str, str]  # what it is ("New date"), and what it says
Names = dict[int, str]
_deadlines = TypeAdapter(list[DeadlineFacts])


def nothing(content: Content, names: Names) -> list[Line]:
    """For an event whose name says it all."""
    return []


def _received(content: Content, names: Names) -> list[Line]:
    case, note = content["patch"]["case"], content["note"]
    return [
        ("What", KIND[Kind(case["kind"])]),
        ("Received", _day(case["received_on"])),
        ("Came in by", case["channel"].replace("_", " ")),
        ("Split from", note.get("split_from", "")),
        ("Issues", _summaries(content)),
        *_dates(content),
    ]


def _imported(content: Content, names: Names) -> list[Line]:
    case = content["patch"].get("case", {})
    return [
        ("What", KIND[Kind(case["kind"])] if "kind" in case else ""),
        ("Received", _day(case["received_on"]) if "received_on" in case else ""),
        *_dates(content),
    ]


def _raised(content: Content, names: Names) -> list[Line]:
    return [("What the resident said", content["note"]["said"]), *_dates(content)]


def _logged(content: Content, names: Names) -> list[Line]:
    case = content["patch"]["case"]
    return [
        ("Service", case["service"]),
        ("Category", case["category"]),
        ("Issues added", _summaries(content)),
    ]


def _acknowledged(content: Content, names: Names) -> list[Line]:
    stage = content["patch"]["stages"][0]
    return [
        ("What we understand", stage["definition"]),
        ("Outcome the resident wants", stage["outcome_sought"]),
        ("Not ours", stage["not_responsible"]),
        *_dates(content),
    ]


def _allocated(content: Content, names: Names) -> list[Line]:
    return [("Handler", content["note"]["handler"])]


def _called(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    reached = "Yes" if note["reached"] else "No"
    return [("On", _day(note["on"])), ("Resident reached", reached), ("Note", note["note"])]


def _document(content: Content, names: Names) -> list[Line]:
    new = content["patch"]["documents"][0]
    return [
        ("Document", new["name"]),
        ("Came", _day(new["received_on"])),
        ("Kept at", new["kept_at"]),
    ]


def _declared(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    return [("Who", note["person"]), ("What it is", note["about"])]


def _restricted(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    return [("Who may see it", ", ".join(note["people"])), ("Why", note["reason"])]


def _joined(content: Content, names: Names) -> list[Line]:
    return [("Issue", _summaries(content)), *_raised_why(content)]


def _split(content: Content, names: Names) -> list[Line]:
    return [("Issue", content["note"]["issue"]), *_raised_why(content)]


def _raised_why(content: Content) -> list[Line]:
    note = content["note"]
    return [("Raised", _day(note["raised_on"])), ("Why", note["why"])]


def _extended(content: Content, names: Names) -> list[Line]:
    told = content["patch"]["stages"][0]["extensions"][-1]
    agreed = {True: "Yes", False: "No", None: "Not asked"}[told["agreed"]]
    return [
        ("New date", _day(told["new_date"])),
        ("Reason", told["reason"]),
        ("Resident agreed", agreed),
        ("Good reason for going further", told["good_reason"]),
        ("Approved by", _name(told["approved_by"], names)),
    ]


def _responded(content: Content, names: Names) -> list[Line]:
    patch = content["patch"]
    stage = patch["stages"][0]
    outcome = FINDING[Finding(stage["outcome"])].capitalize() if stage["outcome"] else ""
    return [
        ("Outcome", outcome),
        ("Put right", "; ".join(content["note"]["remedies"])),
        ("Promised", "; ".join(f"{a['what']} ({a['owner']})" for a in patch["actions"])),
        ("Drafted by", _name(stage["drafted_by"], names)),
        ("Approved by", _name(stage["approved_by"], names)),
        ("Checked by", _name(stage["checked_by"], names)),
        *_dates(content),
    ]


def _escalated(content: Content, names: Names) -> list[Line]:
    note, stage = content["note"], content["patch"]["stages"][0]
    return [
        ("Asked for", _day(stage["received_on"])),
        ("Came in by", note["channel"].replace("_", " ")),
        ("Reasons", note["reasons"]),
        ("Outcome the resident wants", stage["outcome_sought"]),
        *_dates(content),
    ]


def _refused(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    part = "" if note.get("whole", True) else "A part; the rest goes on"
    return [
        ("How much", part),
        ("Ground", note["ground"].replace("_", " ")),
        ("Reasons", note["reasons"]),
        ("Discretion", note["discretion"]),
        ("Approved by", _name(note["approved_by"], names)),
    ]


def _completed(content: Content, names: Names) -> list[Line]:
    done = content["patch"]["actions"][0]
    return [
        ("Action", f"Number {done['number']}"),
        ("Done", _day(done["done_on"])),
        ("Shown by", done["proof"]),
    ]


def _corrected(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    now = content["patch"]["stages"][0]["received_on"]
    moved = [
        (f"{CLOCK[Clock(each['clock'])]}", f"{_day(each['is'])}, was {_day(each['was'])}")
        for each in note["redated"]
    ]
    return [("Received", f"{_day(now)}, was {_day(note['was'])}"), ("Why", note["reason"]), *moved]


def _withdrawn(content: Content, names: Names) -> list[Line]:
    return [("How", content["note"]["how"])]


def _closed(content: Content, names: Names) -> list[Line]:
    return [("Note", content["note"]["note"])]


def _reopened(content: Content, names: Names) -> list[Line]:
    return [("Why", content["note"]["reason"])]


Tell = Callable[[Content, Names], list[Line]]
TOLD: dict[str, tuple[str, Tell]] = {
    "received": ("Received", _received),
    "imported": ("Brought in from the old system", _imported),
    "complaint_raised": ("Complaint raised", _raised),
    "request_answered": ("Request answered", nothing),
    "logged": ("Logged", _logged),
    "acknowledged": ("Acknowledged", _acknowledged),
    "allocated": ("Given to a handler", _allocated),
    "call_recorded": ("Call, visit or note", _called),
    "document_noted": ("Document put on record", _document),
    "conflict_declared": ("Conflict of interest declared", _declared),
    "no_conflict_declared": ("Declared that there is no conflict of interest", _declared),
    "restricted": ("Restricted to named people", _restricted),
    "restriction_lifted": ("Restriction lifted", _restricted),
    "opened_restricted": ("Opened by somebody who was not named", _reopened),
    "issue_joined": ("Issue added", _joined),
    "issue_split": ("Issue split off as a new complaint", _split),
    "extended": ("Response date extended", _extended),
    "responded": ("Response issued", _responded),
    "escalated": ("Stage 2 asked for", _escalated),
    "refused": ("Refused", _refused),
    "escalation_refused": ("Stage 2 refused", _refused),
    "action_completed": ("Action done", _completed),
    "received_date_corrected": ("Received date corrected", _corrected),
    "withdrawn": ("Withdrawn", _withdrawn),
    "closed": ("Closed", _closed),
    "reopened": ("Opened again", _reopened),
}


def _day(text: str) -> str:
    return short_date(date.fromisoformat(text))


def _name(person: int | None, names: Names) -> str:
    return names.get(person, f"Person {person}") if person else ""


def _summaries(content: Content) -> str:
    return "; ".join(issue["summary"] for issue in content["patch"]["issues"])


def _dates(content: Content) -> list[Line]:
    """The dates that an event set: those still to be met, as the resident was given them."""
    set_here = _deadlines.validate_python(content["patch"].get("deadlines", []))
    return [
        (CLOCK[deadline.clock], short_date(deadline.due_on))
        for deadline in set_here
        if deadline.due_on and deadline.met_on is None
    ]
