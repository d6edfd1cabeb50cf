"""The story of a case: each event as an entry that says who, when and what changed."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from redress.rules.decision import Reason
from redress.web.desk.refusals import WORDS, Said, in_words
from redress.web.desk.telling import TOLD, Line, Names, nothing

PEOPLE = ("drafted_by", "approved_by", "checked_by", "proposed_by")


class Event(Protocol):
    """What is read of an event of the record."""

    sequence: int
    name: str
    at: datetime
    by_name: str
    content: str | None


@dataclass(frozen=True)
class Entry:
    """One event in words. `letters` are the numbers of the letters it issued."""

    sequence: int
    title: str
    at: datetime
    by: str
    lines: tuple[Line, ...] = ()
    warnings: tuple[Said, ...] = ()
    letters: tuple[int, ...] = ()


def story(events: Iterable[Event], names: Names) -> list[Entry]:
    """The entries for events, in the order given. `names` are those of the people they mention."""
    return [entry(event, names) for event in events]


def entry(event: Event, names: Names) -> Entry:
    """One event in words. An event whose content has been erased keeps who, when and its name."""
    title, lines = TOLD.get(event.name, (event.name.replace("_", " ").capitalize(), nothing))
    by = event.by_name or "Redress"
    if event.content is None:
        gone = (("Content", "Erased at the end of its retention."),)
        return Entry(event.sequence, title, event.at, by, gone)
    content = json.loads(event.content)
    told = [(label, said) for label, said in lines(content, names) if said]
    warned = [_warned(Reason(**warning)) for warning in content.get("warnings", ())]
    letters = tuple(letter["number"] for letter in content.get("letters", ()))
    return Entry(event.sequence, title, event.at, by, tuple(told), tuple(warned), letters)


def _warned(reason: Reason) -> Said:
    """A warning on the record; one of an older Redress, whose words are gone, by its own name."""
    if reason.code in WORDS:
        return in_words([reason])[0]
    return Said(f"{reason.code.replace('_', ' ').capitalize()}.", "", reason.provision, "")


def people_in(events: Iterable[Event]) -> set[int]:
    """The numbers of the people whom events mention as approving or checking."""
    found: set[int] = set()
    for event in events:
        content = json.loads(event.content or "{}")
        places = [content.get("note", {}), *content.get("patch", {}).get("stages", ())]
        places += [each for place in places for each in place.get("extensions", ())]
        found |= {place[key] for place in places for key in PEOPLE if place.get(key)}
    return found
