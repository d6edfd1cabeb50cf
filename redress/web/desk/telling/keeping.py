"""How long a case is kept: legal holds, and its erasure."""

from redress.web.desk.telling.shared import Content, Line, Names, Told, day


def _held(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    until = day(note["until"]) if note["until"] else "It is lifted"
    return [("Why", note["reason"]), ("Until", until)]


def _released(content: Content, names: Names) -> list[Line]:
    return [("Why", content["note"]["why"]), ("It was held for", content["note"]["reason"])]


def _erased(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    return [
        ("Schedule", f"{note['line']}, closed {day(note['closed_on'])}, due {day(note['due_on'])}"),
        ("Rests on", note["source"]),
        ("Proposed by", note["proposer"]),
        ("Approved by", f"{note['approver']}, {day(note['approved_on'])}"),
    ]


KEEPING: Told = {
    "hold_placed": ("Legal hold placed", _held),
    "hold_released": ("Legal hold lifted", _released),
    "erased": ("Erased at the end of its retention", _erased),
}
