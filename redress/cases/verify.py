"""Checking the record: every chain and letter, and that events give the case as it stands."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model

from redress.cases import store, viewed, words
from redress.cases.letters import fingerprint
from redress.cases.models import Case, Event, Letter, StoredFile
from redress.cases.stored import path_of
from redress.people.models import Landlord
from redress.rules.facts import CaseFacts
from redress.rules.record import FIRST_DIGEST, KEYS, chain, digest_of, evolve
from redress.uploads.shelf import digest_of_file

BATCH = 500
PARTS = ("events", "letters", "files", "people", "searchword_set", *KEYS)


@dataclass
class Checked:
    """How much was checked, and what does not fit: a sentence for each row."""

    cases: int = 0
    events: int = 0
    letters: int = 0
    files: int = 0
    erased: int = 0  # cases whose words are gone
    faults: list[str] = field(default_factory=list)


def verify(progress: Callable[[int], None] = lambda done: None) -> Checked:
    """Check every case of every landlord. Memory does not grow with their number."""
    checked = Checked()
    rows = (
        Case.objects.select_related("landlord", "resident__home")
        .prefetch_related(*PARTS)
        .order_by("pk")
    )
    last = 0
    while batch := list(rows.filter(pk__gt=last)[:BATCH]):
        last = batch[-1].pk
        for row in batch:
            events, letters = list(row.events.all()), list(row.letters.all())
            checked.faults.extend(faults_of(row, events, letters))
            checked.cases += 1
            checked.events += len(events)
            checked.letters += len(letters)
            checked.files += len(row.files.all())
            checked.erased += row.erased_on is not None
        progress(checked.cases)
    for landlord in Landlord.objects.order_by("slug"):
        checked.faults.extend(_missing_cases(landlord))
        checked.faults.extend(viewed.faults(landlord))
    return checked


def _missing_cases(landlord: Landlord) -> Iterator[str]:
    """References that were given and belong to no case any more: they are given without a gap."""
    start = f"{landlord.reference_prefix}-"
    given = Case.objects.filter(landlord=landlord, reference__startswith=start)
    numbers = given.values_list("reference", flat=True).iterator(chunk_size=10_000)
    there = {tail for reference in numbers if (tail := reference.removeprefix(start)).isdigit()}
    for number in range(1, landlord.next_number):
        if f"{number:06}" not in there:
            yield f"{start}{number:06}: the whole case is gone"


def faults_of(row: Case, events: Iterable[Event], letters: Iterable[Letter]) -> Iterator[str]:
    """What does not fit in one case: the chain, the letters, the rows beside the replay."""
    events = list(events)
    broken = list(_chain_faults(row, events))
    yield from broken
    if broken:
        return  # what a broken record replays to says nothing
    if row.erased_on is not None:
        yield from _erased_faults(row, events, letters)
        return
    contents = [json.loads(event.content) for event in events if event.content is not None]
    whole = len(contents) == len(events)  # emptied by hand: it cannot be replayed
    yield from _letter_faults(row, contents, letters, whole)
    yield from _file_faults(row, contents, whole)
    if whole:
        yield from _replay_faults(row, contents)


def _erased_faults(row: Case, events: list[Event], letters: Iterable[Letter]) -> Iterator[str]:
    """An erased case: its digests stand in the chain, its words are gone, and its rows are what the
    event of its erasure says, and no more."""
    *before, last = events
    if last.name != "erased" or last.content is None:
        yield f"{row.reference}: its last event does not say that it was erased"
        return
    for event in before:
        if event.content is not None:
            where = f"{row.reference}: event {event.sequence} ({event.name})"
            yield f"{where}: its content is still there"
    for letter in letters:
        if letter.subject or letter.text or letter.blocks:
            yield f"{row.reference}: letter {letter.number} still has its words"
    for file in row.files.all():
        yield f"{row.reference}: file {file.place} is still there"
    yield from _replay_faults(row, [json.loads(last.content)])


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
            by_id=event.by_id,
            by=event.by_name,
            content=event.content_digest,
        )
        if made != event.digest:
            yield f"{where}: it does not fit the chain"
        previous = event.digest
    if len(events) != row.event_count or previous != row.head_digest:
        yield f"{row.reference}: the chain of {len(events)} events does not end where the case says"


def _letter_faults(
    row: Case, contents: list[dict[str, Any]], letters: Iterable[Letter], whole: bool
) -> Iterator[str]:
    known = {letter.number: letter for letter in letters}
    for letter in known.values():
        if fingerprint(letter) != letter.digest:
            yield f"{row.reference}: letter {letter.number} is not as it was issued"
    issued = {each["number"]: each for content in contents for each in content.get("letters", [])}
    for number, each in issued.items():
        found = known.pop(number, None)
        if found is None:
            yield f"{row.reference}: letter {number} is missing"
        elif (found.digest, found.kind) != (each["digest"], each["kind"]):
            yield f"{row.reference}: letter {number} is not the one its event issued"
    if whole:
        for number in known:
            yield f"{row.reference}: letter {number} stands in no event"


def _file_faults(row: Case, contents: list[dict[str, Any]], whole: bool) -> Iterator[str]:
    """Files that are not as their events have them: in their rows, and on the shelf itself."""
    known = {file.place: file for file in row.files.all()}
    for file in known.values():
        if fault := _on_the_shelf(file):
            yield f"{row.reference}: file {file.place} {fault}"
    named = {each["place"]: each for content in contents for each in _files_in(content)}
    for place, each in named.items():
        found = known.pop(place, None)
        if found is None:
            yield f"{row.reference}: file {place} has no row"
        elif found.sha256 != each["sha256"]:
            yield f"{row.reference}: file {place} is not the one its event names"
    if whole:
        for place in known:
            yield f"{row.reference}: file {place} stands in no event"


def _files_in(content: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = content.get("note", {}).get("files", [])
    return found


def _on_the_shelf(file: StoredFile) -> str:
    """What is wrong with a file where it lies; empty for nothing."""
    path = path_of(file)
    if not path.exists():
        return "is missing"
    return "" if digest_of_file(path) == file.sha256 else "was changed"


def _replay_faults(row: Case, contents: list[dict[str, Any]]) -> Iterator[str]:
    """Every row of the case beside what folding its events gives, named where it differs."""
    case: CaseFacts | None = None
    for content in contents:
        case = evolve(case, content["patch"])
    if case is None:
        return
    if row.landlord.slug != case.landlord:
        yield f"{row.reference}: landlord is not what its events say"
    yield from _row_faults(f"{row.reference}", row, store.case_values(case))
    if {each.user_id: each.may_see for each in row.people.all()} != store.people_of(case):
        yield f"{row.reference}: the people who may see it are not those its events say"
    yield from _word_faults(row, case)
    for name, keys in KEYS.items():
        rows = {
            tuple(getattr(each, key) for key in keys): each for each in getattr(row, name).all()
        }
        for facts in getattr(case, name):
            key = store.key_of(name, facts)
            where, found = _part(row, name, key), rows.pop(key, None)
            if found is None:
                yield f"{where} is missing"
            else:
                own = {"landlord_id": row.landlord_id}
                yield from _row_faults(where, found, store.part_values(case, facts) | own)
        for key in rows:
            yield f"{_part(row, name, key)} stands in no event"


def _word_faults(row: Case, case: CaseFacts) -> Iterator[str]:
    """The words by which the case is found beside those that it has now."""
    found = {each.word for each in row.searchword_set.all()}
    if found != words.of_case(case, row.resident, words.told_by(case)):
        yield f"{row.reference}: the words by which it is found are not its own"
    if row.resident_name != words.sort_name(row.resident):
        yield f"{row.reference}: it is sorted by a name that is not its resident's"


def _part(row: Case, name: str, key: tuple[Any, ...]) -> str:
    return f"{row.reference}: {name.removesuffix('s')} {' '.join(map(str, key))}"


def _row_faults(where: str, row: Model, values: dict[str, Any]) -> Iterator[str]:
    for column, value in values.items():
        if getattr(row, column) != value:
            yield f"{where}: {column} is not what its events say"
