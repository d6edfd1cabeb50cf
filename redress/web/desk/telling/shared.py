"""What all areas share: a line of the record, and dates and names in words."""

from collections.abc import Callable
from datetime import date
from typing import Any

from pydantic import TypeAdapter

from redress.rules.facts import Choice, Consent, DeadlineFacts
from redress.rules.words import CHOICE, CLOCK, CONSENT, short_date

Content = dict[str, Any]
Line = tuple[str, str]  # what it is ("New date"), and what it says
Names = dict[int, str]
ASKED = "Asked whether to complain"
_deadlines = TypeAdapter(list[DeadlineFacts])
Tell = Callable[[Content, Names], list[Line]]
Told = dict[str, tuple[str, Tell]]  # an event's title, and what reads it


def nothing(content: Content, names: Names) -> list[Line]:
    """For an event whose name says it all."""
    return []


def intake_lines(intake: Content) -> list[Line]:
    """How the contact reached whoever wrote it down."""
    speaker = intake.get("representative") or {}
    who = [speaker.get("name", ""), speaker.get("relation", "")]
    consent = CONSENT[Consent(speaker["consent"])] if speaker else ""
    return [
        ("Passed on by", intake.get("handed_by", "")),
        ("Moved to", intake.get("moved_to", "").replace("_", " ")),
        ("Speaks for the resident", ", ".join(filter(None, who))),
        ("The resident agrees to that", consent),
        (ASKED, CHOICE[Choice(intake["choice"])] if intake.get("choice") else ""),
    ]


def contacts(note: Content) -> str:
    return ", ".join(name.replace("-", " ") for name in note.get("turn_to", ()))


def reason_given(content: Content, names: Names) -> list[Line]:
    return [("Why", content["note"]["reason"])]


def day(text: str) -> str:
    return short_date(date.fromisoformat(text))


def name(person: int | None, names: Names) -> str:
    return names.get(person, f"Person {person}") if person else ""


def summaries(content: Content) -> str:
    new = [issue for issue in content["patch"]["issues"] if "summary" in issue]
    return "; ".join(issue["summary"] for issue in new)


def dates(content: Content) -> list[Line]:
    """The dates that an event set: those still to be met, as the resident was given them."""
    set_here = _deadlines.validate_python(content["patch"].get("deadlines", []))
    return [
        (CLOCK[deadline.clock], short_date(deadline.due_on))
        for deadline in set_here
        if deadline.due_on and deadline.met_on is None
    ]
