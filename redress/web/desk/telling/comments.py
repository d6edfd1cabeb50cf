"""What the record says of comments asked of others."""

from redress.rules.chasing import Chaser
from redress.web.desk.telling.shared import Content, Line, Names, Told, day

CHASER = {
    Chaser.HALF_TIME: "Reminder at half time",
    Chaser.DUE: "Reminder on the due day",
    Chaser.LATE: "Reminder that it is late",
    Chaser.ESCALATE: "To their manager: it is late",
    Chaser.BY_HAND: "Reminder",
}


def _comments_asked(content: Content, names: Names) -> list[Line]:
    new = content["patch"]["comments"]
    return [
        ("Asked", "; ".join(_of(each["name"], each["organisation"]) for each in new)),
        ("By", day(new[0]["due_on"])),
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


COMMENTS: Told = {
    "comments_asked": ("Comments asked for", _comments_asked),
    "comments_given": ("Comments received", _comments_given),
    "comments_chased": ("Comments chased", _comments_chased),
    "comments_withdrawn": ("Request for comments withdrawn", _comments_withdrawn),
}
