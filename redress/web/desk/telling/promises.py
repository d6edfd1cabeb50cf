"""What the record says of promises, tasks and updates."""

from redress.web.desk.telling.shared import Content, Line, Names, Told, dates, day


def _promised(content: Content, names: Names) -> list[Line]:
    new = content["patch"]["actions"][0]
    agreed = {True: "Yes", False: "No", None: "" if new["internal"] else "Not asked"}
    return [
        ("What", new["what"]),
        ("Who", new["owner"]),
        ("By", day(new["due_on"])),
        ("Resident agreed", agreed[new["agreed"]]),
    ]


def _moved(content: Content, names: Names) -> list[Line]:
    note, now = content["note"], content["patch"]["actions"][0]["due_on"]
    return [
        ("What", note["what"]),
        ("By", f"{day(now)}, was {day(note['was'])}"),
        ("Why", note["why"]),
    ]


def _updates_agreed(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    every = f"{note['every']} working day{'s' if note['every'] > 1 else ''}"
    return [("Every", every), ("How", note["how"]), *dates(content)]


def _reminded(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    return [("About", note["about"]), ("To", note["to"])]


def _completed(content: Content, names: Names) -> list[Line]:
    done = content["patch"]["actions"][0]
    return [
        ("Action", f"Number {done['number']}"),
        ("Done", day(done["done_on"])),
        ("Shown by", done["proof"]),
    ]


PROMISES: Told = {
    "promised": ("Promised", _promised),
    "task_set": ("Task set", _promised),
    "action_moved": ("Promise or task put off", _moved),
    "updates_agreed": ("Updates agreed with the resident", _updates_agreed),
    "reminded": ("Reminder sent", _reminded),
    "action_completed": ("Action done", _completed),
}
