"""What the record says of letters on the way to the response."""

from redress.web.desk.telling.shared import Content, Line, Names, Told, contacts, dates, day, name


def _acknowledged(content: Content, names: Names) -> list[Line]:
    stage = content["patch"]["stages"][0]
    return [
        ("What we understand", stage["definition"]),
        ("Outcome the resident wants", stage["outcome_sought"]),
        ("Not ours", stage["not_responsible"]),
        *dates(content),
    ]


def _extended(content: Content, names: Names) -> list[Line]:
    told = content["patch"]["stages"][0]["extensions"][-1]
    agreed = {True: "Yes", False: "No", None: "Not asked"}[told["agreed"]]
    return [
        ("New date", day(told["new_date"])),
        ("Reason", told["reason"]),
        ("Resident agreed", agreed),
        ("Good reason for going further", told["good_reason"]),
        ("Approved by", name(told["approved_by"], names)),
    ]


def _clarification(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    return [("Asked", " ".join(note["questions"])), ("Answer wanted by", day(note["answer_by"]))]


def _updated(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    agreed = {True: "Yes", False: "No", None: "Not asked"}[note["agreed"]]
    return [
        ("What has happened", note["what_happened"]),
        ("What comes next", note["what_next"]),
        ("We write again by", day(note["write_by"])),
        ("Agreed with the resident", agreed),
    ]


def _shared(content: Content, names: Names) -> list[Line]:
    return [("Findings", content["note"]["findings"]), *dates(content)]


def _commented(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    return [("Came", day(note["came_on"])), ("What the resident says", note["comment"])]


def _signposted(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    passed = "Yes" if note["passed_on"] else "No"
    return [
        ("About", note["matter"]),
        ("Who can help", contacts(note)),
        ("Passed on by us", passed),
    ]


LETTERS: Told = {
    "acknowledged": ("Acknowledged", _acknowledged),
    "clarification_asked": ("Clarification asked for", _clarification),
    "updated": ("Update sent", _updated),
    "findings_shared": ("Findings shared for comment", _shared),
    "findings_commented": ("Comment on the findings", _commented),
    "signposted": ("Pointed to somebody else", _signposted),
    "extended": ("Response date extended", _extended),
}
