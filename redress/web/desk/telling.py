"""What each event of the record says: its title, and lines that read its content."""

from collections.abc import Callable
from datetime import date
from typing import Any

from pydantic import TypeAdapter

from redress.rules.access import Role
from redress.rules.actions.respond import overall
from redress.rules.chasing import Chaser
from redress.rules.facts import Choice, Clock, Consent, DeadlineFacts, Finding, Kind, Priority, Tie
from redress.rules.filed import PLACE
from redress.rules.words import CHOICE, CLOCK, CONSENT, FINDING, KIND, PRIORITY, TIE, short_date
from redress.web.desk.verbs import ROLE
from redress.web.risks import risk_words

Content = dict[str, Any]
Line = tuple[str, str]  # what it is ("New date"), and what it says
Names = dict[int, str]
ASKED = "Asked whether to complain"
MARKS = {
    "early_resolution": "to be put right at once",
    "about_staff": "about staff",
    "group_complaint": "from several residents",
}
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
        *intake_lines(case.get("intake", {})),
        *(told_line(told) for told in content["patch"].get("hand_overs", ())),
        *_dates(content),
    ]


def intake_lines(intake: Content) -> list[Line]:
    """How the contact reached whoever wrote it down."""
    speaker = intake.get("representative") or {}
    who = [speaker.get("name", ""), speaker.get("relation", "")]
    consent = CONSENT[Consent(speaker["consent"])] if speaker else ""
    return [
        ("Passed on by", intake.get("handed_by", "")),
        ("Moved to", intake.get("moved_to", "").replace("_", " ")),
        ("Speaks for the resident", ", ".join(filter(None, who))),
        ("The resident agrees to that", consent),
        (ASKED, CHOICE[Choice(intake["choice"])] if intake.get("choice") else ""),
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
    return [*_sorted(content["patch"]["case"]), ("Issues added", _summaries(content))]


def _classified(content: Content, names: Names) -> list[Line]:
    before, now = dict(_sorted(content["note"]["before"])), _sorted(content["patch"]["case"])
    return [
        (label, f"{said or 'none'}, was {before[label] or 'none'}" if said != before[label] else "")
        for label, said in now
    ]


def _sorted(case: Content) -> list[Line]:
    """How a case is sorted; an event of an older Redress has service and category alone."""
    marks = [words for name, words in MARKS.items() if case.get(name)]
    priority = case.get("priority", Priority.NORMAL)
    return [
        ("Service", case["service"]),
        ("Category", case["category"]),
        ("Others give their part", ", ".join(case.get("contributing", ()))),
        ("Contractor", case.get("contractor", "")),
        ("Priority", "" if priority == Priority.NORMAL else PRIORITY[Priority(priority)]),
        ("Marked", ", ".join(marks)),
    ]


def _handed_over(content: Content, names: Names) -> list[Line]:
    return [told_line(told) for told in content["patch"]["hand_overs"]]


def told_line(told: Content) -> Line:
    """A hand-over in one line."""
    at = f" at {told['told_at']}" if told["told_at"] else ""
    on = _day(told["told_on"])
    return (f"{risk_words(told['risk'])}: told", f"{told['to']}, {told['how']}, {on}{at}")


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


def _chased(content: Content, names: Names) -> list[Line]:
    return [("Saying", content["note"]["note"])]


def _tagged(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    return [("Put on", ", ".join(note["added"])), ("Taken off", ", ".join(note["removed"]))]


def _called(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    reached = {True: "Yes", False: "No", None: ""}[note["reached"]]
    intake = content["patch"].get("case", {}).get("intake", {})
    return [
        ("On", _day(note["on"])),
        ("Resident reached", reached),
        ("Note", note["note"]),
        *(line for line in intake_lines(intake) if line[0] == ASKED),
    ]


def _document(content: Content, names: Names) -> list[Line]:
    new = content["patch"]["documents"]
    kept_at = "" if new[0]["kept_at"].startswith(PLACE) else new[0]["kept_at"]
    return [
        ("Document", "; ".join(document["name"] for document in new)),
        ("Came", _day(new[0]["received_on"])),
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


def _comments_asked(content: Content, names: Names) -> list[Line]:
    new = content["patch"]["comments"]
    return [
        ("Asked", "; ".join(_of(each["name"], each["organisation"]) for each in new)),
        ("By", _day(new[0]["due_on"])),
        ("Question", new[0]["question"]),
    ]


def _comments_given(content: Content, names: Names) -> list[Line]:
    told = content["patch"]["comments"][0]
    files = "; ".join(each["name"] for each in content["patch"].get("documents", ()))
    return [
        ("From", _of(told["answered_by"], told["organisation"])),
        ("Answer", told["answer"]),
        ("Ask instead", told["ask_instead"]),
        ("Files", files),
    ]


def _comments_chased(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    return [("To", note["to"]), ("What", CHASER[Chaser(note["chaser"])])]


def _comments_withdrawn(content: Content, names: Names) -> list[Line]:
    return [("From", content["note"]["to"]), ("Why", content["note"]["why"])]


def _of(name: str, organisation: str) -> str:
    return f"{name} ({organisation})" if organisation else name


CHASER = {
    Chaser.HALF_TIME: "Reminder at half time",
    Chaser.DUE: "Reminder on the due day",
    Chaser.LATE: "Reminder that it is late",
    Chaser.ESCALATE: "To their manager: it is late",
    Chaser.BY_HAND: "Reminder",
}


def _joined(content: Content, names: Names) -> list[Line]:
    return [("Issue", _summaries(content)), *_raised_why(content)]


def _split(content: Content, names: Names) -> list[Line]:
    return [("Issue", content["note"]["issue"]), *_raised_why(content)]


def _linked(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    return [("With", note["other"]), ("How", TIE[Tie(note["tie"])]), ("Why", note["about"])]


def _issues_split(content: Content, names: Names) -> list[Line]:
    return [("Issues", "; ".join(content["note"]["issues"])), ("Why", content["note"]["why"])]


def _merged(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    told = ("The resident was told", note["told"])
    return [("Into", note["other"]), ("Why", note["why"]), told]


def _merged_in(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    return [("The case", note["other"]), ("Issues", "; ".join(note["issues"]))]


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


def _clarification(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    return [("Asked", " ".join(note["questions"])), ("Answer wanted by", _day(note["answer_by"]))]


def _updated(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    agreed = {True: "Yes", False: "No", None: "Not asked"}[note["agreed"]]
    return [
        ("What has happened", note["what_happened"]),
        ("What comes next", note["what_next"]),
        ("We write again by", _day(note["write_by"])),
        ("Agreed with the resident", agreed),
    ]


def _shared(content: Content, names: Names) -> list[Line]:
    return [("Findings", content["note"]["findings"]), *_dates(content)]


def _commented(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    return [("Came", _day(note["came_on"])), ("What the resident says", note["comment"])]


def _signposted(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    passed = "Yes" if note["passed_on"] else "No"
    return [
        ("About", note["matter"]),
        ("Who can help", _contacts(note)),
        ("Passed on by us", passed),
    ]


def _contacts(note: Content) -> str:
    return ", ".join(name.replace("-", " ") for name in note.get("turn_to", ()))


def _submitted(content: Content, names: Names) -> list[Line]:
    new = content["patch"]["submissions"][-1]
    roles = [ROLE[Role(role)] for role in content["note"]["roles"]]
    outcome = overall([Finding(each["finding"]) for each in new["response"]["findings"]])
    return [
        ("Outcome", FINDING[outcome].capitalize()),
        ("To be signed by", " or ".join(roles) or "anyone who may decide"),
        ("Because of", new["clause"]),
    ]


def _sent_back(content: Content, names: Names) -> list[Line]:
    return [("What should change", content["patch"]["submissions"][0]["comment"])]


def _responded(content: Content, names: Names) -> list[Line]:
    patch = content["patch"]
    stage = patch["stages"][0]
    outcome = FINDING[Finding(stage["outcome"])].capitalize() if stage["outcome"] else ""
    return [
        ("Outcome", outcome),
        ("Put right", "; ".join(content["note"]["remedies"])),
        ("Why without the resident’s comment", content["note"].get("no_comment_reason", "")),
        ("Promised", "; ".join(f"{a['what']} ({a['owner']})" for a in patch["actions"])),
        ("Drafted by", _name(stage["drafted_by"], names)),
        ("Approved by", _name(stage["approved_by"], names)),
        ("Signed for", content["note"].get("signed_for", {}).get("name", "")),
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
        ("Claim filed at court", _day(note["filed"]) if "filed" in note else ""),
        ("Shown by", note.get("shown_by", "")),
        ("Discretion", note["discretion"]),
        ("Who can help", _contacts(note)),
        ("Approved by", _name(note["approved_by"], names)),
    ]


def _promised(content: Content, names: Names) -> list[Line]:
    new = content["patch"]["actions"][0]
    agreed = {True: "Yes", False: "No", None: "" if new["internal"] else "Not asked"}
    return [
        ("What", new["what"]),
        ("Who", new["owner"]),
        ("By", _day(new["due_on"])),
        ("Resident agreed", agreed[new["agreed"]]),
    ]


def _moved(content: Content, names: Names) -> list[Line]:
    note, now = content["note"], content["patch"]["actions"][0]["due_on"]
    return [
        ("What", note["what"]),
        ("By", f"{_day(now)}, was {_day(note['was'])}"),
        ("Why", note["why"]),
    ]


def _updates_agreed(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    every = f"{note['every']} working day{'s' if note['every'] > 1 else ''}"
    return [("Every", every), ("How", note["how"]), *_dates(content)]


def _reminded(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    return [("About", note["about"]), ("To", note["to"])]


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


def _undone(content: Content, names: Names) -> list[Line]:
    return [("What", ", ".join(TOLD[name][0] for name in reversed(content["note"]["undone"])))]


Tell = Callable[[Content, Names], list[Line]]
TOLD: dict[str, tuple[str, Tell]] = {
    "received": ("Received", _received),
    "imported": ("Brought in from the old system", _imported),
    "complaint_raised": ("Complaint raised", _raised),
    "request_answered": ("Request answered", nothing),
    "logged": ("Logged", _logged),
    "classified": ("Sorted", _classified),
    "chased": ("Handler reminded", _chased),
    "tagged": ("Tags changed", _tagged),
    "handed_over": ("Risk handed over", _handed_over),
    "acknowledged": ("Acknowledged", _acknowledged),
    "allocated": ("Given to a handler", _allocated),
    "call_recorded": ("Call, visit or note", _called),
    "document_noted": ("Document put on record", _document),
    "virus_found": ("Virus found in a document", _virus),
    "conflict_declared": ("Conflict of interest declared", _declared),
    "no_conflict_declared": ("Declared that there is no conflict of interest", _declared),
    "restricted": ("Restricted to named people", _restricted),
    "restriction_lifted": ("Restriction lifted", _restricted),
    "opened_restricted": ("Opened by somebody who was not named", _reopened),
    "comments_asked": ("Comments asked for", _comments_asked),
    "comments_given": ("Comments received", _comments_given),
    "comments_chased": ("Comments chased", _comments_chased),
    "comments_withdrawn": ("Request for comments withdrawn", _comments_withdrawn),
    "issue_joined": ("Issue added", _joined),
    "issue_split": ("Issue split off as a new complaint", _split),
    "linked": ("Linked", _linked),
    "unlinked": ("Link taken away", _linked),
    "issues_split": ("Issues split off as a new complaint", _issues_split),
    "merged": ("Merged into another complaint", _merged),
    "merged_in": ("Another complaint merged into this one", _merged_in),
    "clarification_asked": ("Clarification asked for", _clarification),
    "updated": ("Update sent", _updated),
    "findings_shared": ("Findings shared for comment", _shared),
    "findings_commented": ("Comment on the findings", _commented),
    "signposted": ("Pointed to somebody else", _signposted),
    "extended": ("Response date extended", _extended),
    "submitted": ("Sent for signature", _submitted),
    "sent_back": ("Response sent back", _sent_back),
    "responded": ("Response issued", _responded),
    "escalated": ("Stage 2 asked for", _escalated),
    "refused": ("Refused", _refused),
    "escalation_refused": ("Stage 2 refused", _refused),
    "promised": ("Promised", _promised),
    "task_set": ("Task set", _promised),
    "action_moved": ("Promise or task put off", _moved),
    "updates_agreed": ("Updates agreed with the resident", _updates_agreed),
    "reminded": ("Reminder sent", _reminded),
    "action_completed": ("Action done", _completed),
    "received_date_corrected": ("Received date corrected", _corrected),
    "withdrawn": ("Withdrawn", _withdrawn),
    "closed": ("Closed", _closed),
    "undone": ("Taken back before anything was sent", _undone),
    "reopened": ("Opened again", _reopened),
}


def _day(text: str) -> str:
    return short_date(date.fromisoformat(text))


def _name(person: int | None, names: Names) -> str:
    return names.get(person, f"Person {person}") if person else ""


def _summaries(content: Content) -> str:
    new = [issue for issue in content["patch"]["issues"] if "summary" in issue]
    return "; ".join(issue["summary"] for issue in new)


def _dates(content: Content) -> list[Line]:
    """The dates that an event set: those still to be met, as the resident was given them."""
    set_here = _deadlines.validate_python(content["patch"].get("deadlines", []))
    return [
        (CLOCK[deadline.clock], short_date(deadline.due_on))
        for deadline in set_here
        if deadline.due_on and deadline.met_on is None
    ]
