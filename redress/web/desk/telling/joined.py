"""What the record says of issues and cases that belong together or apart."""

from redress.rules.facts import Tie
from redress.rules.words import TIE
from redress.web.desk.telling.shared import Content, Line, Names, Told, day, summaries


def _joined(content: Content, names: Names) -> list[Line]:
    return [("Issue", summaries(content)), *_raised_why(content)]


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
    return [("Raised", day(note["raised_on"])), ("Why", note["why"])]


JOINED: Told = {
    "issue_joined": ("Issue added", _joined),
    "issue_split": ("Issue split off as a new complaint", _split),
    "linked": ("Linked", _linked),
    "unlinked": ("Link taken away", _linked),
    "issues_split": ("Issues split off as a new complaint", _issues_split),
    "merged": ("Merged into another complaint", _merged),
    "merged_in": ("Another complaint merged into this one", _merged_in),
}
