"""What the record says of taking in and sorting."""

from redress.rules.facts import Clock, Kind, Priority
from redress.rules.words import CLOCK, KIND, PRIORITY
from redress.web.desk.telling.shared import (
    Content,
    Line,
    Names,
    Told,
    dates,
    day,
    intake_lines,
    nothing,
    summaries,
)
from redress.web.risks import risk_words

MARKS = {
    "early_resolution": "to be put right at once",
    "about_staff": "about staff",
    "group_complaint": "from several residents",
}


def _received(content: Content, names: Names) -> list[Line]:
    case, note = content["patch"]["case"], content["note"]
    return [
        ("What", KIND[Kind(case["kind"])]),
        ("Received", day(case["received_on"])),
        ("Came in by", case["channel"].replace("_", " ")),
        ("Split from", note.get("split_from", "")),
        ("Issues", summaries(content)),
        *intake_lines(case.get("intake", {})),
        *(told_line(told) for told in content["patch"].get("hand_overs", ())),
        *dates(content),
    ]


def _imported(content: Content, names: Names) -> list[Line]:
    case = content["patch"].get("case", {})
    return [
        ("What", KIND[Kind(case["kind"])] if "kind" in case else ""),
        ("Received", day(case["received_on"]) if "received_on" in case else ""),
        *dates(content),
    ]


def _raised(content: Content, names: Names) -> list[Line]:
    return [("What the resident said", content["note"]["said"]), *dates(content)]


def _logged(content: Content, names: Names) -> list[Line]:
    return [*_sorted(content["patch"]["case"]), ("Issues added", summaries(content))]


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
    on = day(told["told_on"])
    return (f"{risk_words(told['risk'])}: told", f"{told['to']}, {told['how']}, {on}{at}")


def _redated(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    moved = [
        (f"{CLOCK[Clock(each['clock'])]}, {WHOSE[each['whose']]}", _now_and_then(each))
        for each in note["redated"]
    ]
    return [("Why", note["reason"]), *moved]


WHOSE = {"promise": "our promise", "code": "the Code limit", "code_literal": "the Code, literally"}


def _now_and_then(each: dict[str, str]) -> str:
    return f"{day(each['is'])}, was {day(each['was'])}"


def _corrected(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    now = content["patch"]["stages"][0]["received_on"]
    moved = [
        (f"{CLOCK[Clock(each['clock'])]}", f"{day(each['is'])}, was {day(each['was'])}")
        for each in note["redated"]
    ]
    return [("Received", f"{day(now)}, was {day(note['was'])}"), ("Why", note["reason"]), *moved]


TAKING_IN: Told = {
    "received": ("Received", _received),
    "imported": ("Brought in from the old system", _imported),
    "complaint_raised": ("Complaint raised", _raised),
    "request_answered": ("Request answered", nothing),
    "logged": ("Logged", _logged),
    "classified": ("Sorted", _classified),
    "handed_over": ("Risk handed over", _handed_over),
    "redated": ("Dates worked out again", _redated),
    "received_date_corrected": ("Received date corrected", _corrected),
}
