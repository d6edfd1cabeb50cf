"""Checking the record: every chain and letter, and that events give the case as it stands."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields

from redress.cases.facts import facts_of
from redress.cases.models import Case, Event, Letter
from redress.rules.facts import CaseFacts
from redress.rules.record import FIRST_DIGEST, chain, digest_of, evolve

BATCH = 500
PARTS = ("events", "letters", "stages", "issues", "deadlines", "actions")


@dataclass
class Checked:
    """How much was checked, and what does not fit: a sentence for each row."""

    cases: int = 0
    events: int = 0
    letters: int = 0
    faults: list[str] = field(default_factory=list)


def verify(progress: Callable[[int], None] = lambda done: None) -> Checked:
    """Check every case of every landlord. Memory does not grow with their number."""
    checked = Checked()
    rows = Case.objects.select_related("landlord").prefetch_related(*PARTS).order_by("pk")
    last = 0
    while batch := list(rows.filter(pk__gt=last)[:BATCH]):
        last = batch[-1].pk
        for row in batch:
            events, letters = list(row.events.all()), list(row.letters.all())
            checked.faults.extend(faults_of(row, events, letters))
            checked.cases += 1
            checked.events += len(events)
            checked.letters += len(letters)
        progress(checked.cases)
    return checked


def faults_of(row: Case, events: Iterable[Event], letters: Iterable[Letter]) -> Iterator[str]:
    """What does not fit in one case: the chain, the replay, the letters."""
    events = list(events)
    broken = list(_chain_faults(row, events))
    yield from broken
    if broken:
        return  # what a broken record replays to says nothing
    contents = [json.loads(event.content) for event in events if event.content is not None]
    yield from _letter_faults(row, contents, letters)
    if len(contents) == len(events):  # an erased case cannot be replayed
        yield from _replay_faults(row, contents)


def _chain_faults(row: Case, events: list[Event]) -> Iterator[str]:
    previous = FIRST_DIGEST
    for sequence, event in enumerate(events, 1):
        where = f"{row.reference}: event {event.sequence} ({event.name})"
        if event.sequence != sequence:
            yield f"{where}: event {sequence} is missing"
            return
        if event.content is not None and digest_of(event.content) != event.content_digest:
            yield f"{where}: its content was changed"
        made = chain(
            previous,
            case=row.reference,
            sequence=sequence,
            name=event.name,
            at=event.at,
            by=event.by_name,
            content=event.content_digest,
        )
        if made != event.digest:
            yield f"{where}: it does not fit the chain"
        previous = event.digest
    if len(events) != row.event_count or previous != row.head_digest:
        yield f"{row.reference}: the chain of {len(events)} events does not end where the case says"


def _letter_faults(row: Case, contents: list[dict[str, object]], letters: object) -> Iterator[str]:
    known = {letter.number: letter for letter in letters}  # type: ignore[attr-defined]
    for content in contents:
        for issued in content.get("letters", []):  # type: ignore[attr-defined]
            letter = known.pop(issued["number"], None)
            if letter is None:
                yield f"{row.reference}: letter {issued['number']} is missing"
            elif issued["digest"] != digest_of(letter.subject + "\n" + letter.text):
                yield f"{row.reference}: letter {letter.number} is not as it was issued"
    for number in known:
        yield f"{row.reference}: letter {number} stands in no event"


def _replay_faults(row: Case, contents: list[dict[str, dict[str, object]]]) -> Iterator[str]:
    replayed: CaseFacts | None = None
    for content in contents:
        replayed = evolve(replayed, content["patch"])
    stored = facts_of(row)
    for part in fields(CaseFacts):
        if getattr(replayed, part.name, None) != getattr(stored, part.name):
            yield f"{row.reference}: {part.name} is not what its events say"
