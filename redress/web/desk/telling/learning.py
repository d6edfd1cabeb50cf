"""What the record says of lessons, and of feedback on a response."""

from redress.rules.causes import MODEL, cause_in_words
from redress.web.desk.telling.shared import Content, Line, Names, Told


def _lesson(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    return [
        ("Issue", note["issue"]),
        ("Root cause", cause_in_words(MODEL, note["cause"])),
        ("What went wrong", note["went_wrong"]),
        ("What we learned", note["lesson"]),
        ("More must change", "Yes" if note["wider"] else "No"),
        ("", "It stands in place of what was recorded before" if note["changed"] else ""),
    ]


def _fed_back(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    return [("On the response of stage", str(note["stage"])), ("Feedback", note["words"])]


LEARNING: Told = {
    "lesson_recorded": ("What was learned", _lesson),
    "fed_back": ("Feedback on a response", _fed_back),
}
