"""What the record says of what a resident did while they followed their complaint."""

from redress.rules.facts_followed import Kept
from redress.rules.words import KEPT
from redress.web.desk.telling.shared import Content, Line, Names, Told, day


def _definition(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    said = "It is right" if note["agrees"] else "Something is wrong or missing"
    return [("What they say of it", said), ("In their words", note["words"])]


def _extension(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    return [
        ("New date", day(note["new_date"])),
        ("Resident agreed", "Yes" if note["agreed"] else "No"),
        ("In their words", note["words"]),
    ]


def _not_done(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    marked = note["was_done_on"]
    return [
        ("What", note["what"]),
        ("In their words", note["words"]),
        ("So", f"It was marked as done on {day(marked)}, and is owed again" if marked else ""),
        ("The case", "It was closed, and is open again" if _reopened(content) else ""),
    ]


def _reopened(content: Content) -> bool:
    return "state" in content["patch"].get("case", {})


def _rated(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    return [
        ("How we handled it", f"{note['handled']} of 5"),
        ("What we decided", _mark(note.get("outcome"))),
        ("How easy it was", _mark(note.get("easy"))),
        ("Promises kept", KEPT[Kept(note["kept"])]),
        ("In their words", note["words"]),
    ]


def _mark(mark: int | None) -> str:
    return "" if mark is None else f"{mark} of 5"


def _asked(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    return [
        ("A reminder", "Yes" if note["reminder"] else ""),
        ("They can answer until", day(note["answer_by"])),
    ]


def _code(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    return [("To", note["to"]), ("How we knew who it was", note["how"])]


FOLLOWED: Told = {
    "definition_answered": ("Answer about the complaint definition", _definition),
    "extension_answered": ("Answer about the new date", _extension),
    "not_done_said": ("The resident says that it was not done", _not_done),
    "rated": ("How the resident says it was handled", _rated),
    "satisfaction_asked": ("The resident was asked how it was handled", _asked),
    "code_read_out": ("Code read out, to follow the complaint", _code),
}
