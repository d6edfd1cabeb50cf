"""What the record says of the end of a case."""

from redress.web.desk.telling.shared import Content, Line, Names, Told, reason_given


def _withdrawn(content: Content, names: Names) -> list[Line]:
    return [("How", content["note"]["how"])]


def _closed(content: Content, names: Names) -> list[Line]:
    return [("Note", content["note"]["note"])]


ENDING: Told = {
    "withdrawn": ("Withdrawn", _withdrawn),
    "closed": ("Closed", _closed),
    "reopened": ("Opened again", reason_given),
}
