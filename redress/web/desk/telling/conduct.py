"""What the record says of unacceptable behaviour, warnings and restrictions of contact."""

from redress.rules.facts_conduct import Limit, Whose
from redress.rules.words import LIMIT, WHOSE
from redress.web.desk.telling.shared import Content, Line, Names, Told, day


def _recorded(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    return [
        ("Kind", f"{note['says']} ({note['clause']})"),
        ("On", day(note["on"])),
        ("Whose", WHOSE[Whose(note["whose"])]),
        ("What happened", note["what"]),
        ("Who was affected", note["affected"]),
    ]


def _warned(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    return [
        ("What we ask", note["ask"]),
        ("Health and wellbeing considered", note["considered"]),
        ("Help offered", note["offered"]),
    ]


def _limits(note: dict[str, list[str]]) -> str:
    return ", ".join(LIMIT[Limit(word)] for word in note["limits"])


def _restriction(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    return [
        ("What is limited", _limits(note)),
        ("Exactly", note["details"]),
        ("Way that stays open", note["way_open"]),
        ("One contact", note["contact"]),
        ("Reasons", note["reasons"]),
        ("Why proportionate", note["proportionate"]),
        ("Equality Act 2010", note["equality"]),
        ("Considered by", note["equality_by"]),
        ("Changed because of it", note["equality_changed"]),
        ("Health and wellbeing considered", note["considered"]),
        ("Help offered", note["offered"]),
        ("Warned on", day(note["warned_on"]) if note["warned_on"] else ""),
        ("Not warned, because", note["unwarned"]),
        ("Next review", day(note["review_on"])),
        ("Ends on", day(note["ends_on"])),
        ("Appeal", note["appeal"]),
    ]


def _approved(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    return [
        ("What is limited", _limits(note)),
        ("Exactly", note["details"]),
        ("Proposed by", names.get(note["proposed_by"], "")),
        ("Approved by", names.get(note["approved_by"], "")),
        ("Comment", note["comment"]),
        ("Next review", day(note["review_on"])),
        ("Ends on", day(note["ends_on"])),
    ]


def _ended(content: Content, names: Names) -> list[Line]:
    return [("What was limited", content["note"]["details"]), ("Why", content["note"]["why"])]


def _reviewed(content: Content, names: Names) -> list[Line]:
    note = content["note"]
    return [
        ("What was found", note["found"]),
        ("After an appeal", "Yes" if note["appeal"] else ""),
        ("What is limited now", note["details"]),
        ("It was due on", day(note["due_on"])),
        ("Next review", day(note["review_on"])),
    ]


CONDUCT: Told = {
    "behaviour_recorded": ("Behaviour put on record", _recorded),
    "behaviour_warned": ("Warned about behaviour", _warned),
    "contact_restriction_proposed": ("Restriction of contact proposed", _restriction),
    "contact_restriction_turned_down": ("Restriction of contact turned down", _ended),
    "contact_restricted": ("Contact restricted", _approved),
    "contact_restriction_reviewed": ("Restriction of contact looked at again", _reviewed),
    "contact_restriction_ended": ("Restriction of contact ended", _ended),
}
