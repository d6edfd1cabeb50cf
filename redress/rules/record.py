"""The record: what happened to a case, as events, and the one way events become facts.

An event carries a patch: the values that it set. `evolve` lays one patch on the facts, so folding
the events of a case from the first gives the case as it stands; `redress verify` does just that
and compares. The writer saves what `evolve` gives and nothing else.

Each event's digest covers the one before it, so that a changed, missing or moved event shows.
"""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from pydantic_core import to_jsonable_python

from redress.rules.facts import CaseFacts

Patch = dict[str, Any]  # plain JSON values
KEYS = {
    "stages": ("number",),
    "issues": ("number",),
    "deadlines": ("stage", "clock"),
    "actions": ("number",),
    "documents": ("number",),
    "hand_overs": ("number",),
    "comments": ("number",),
    "submissions": ("number",),
    "offers": ("number",),
    "incoming": ("number",),
    "representatives": ("number",),
    "signatories": ("number",),
}
FIRST_DIGEST = "0" * 64
_case = TypeAdapter(CaseFacts)


@dataclass(frozen=True)
class NewEvent:
    """Something that happened: its name, what it set, and what to remember of it besides.

    `patch` is {"case": {field: value}, "stages" | "issues" | "deadlines" | "actions": [{…}]};
    list entries are found by their number (deadlines: stage and clock) and added if new. What is
    taken back goes: "gone" is {"actions": [[number]], "deadlines": [[stage, clock]], …}.
    """

    name: str
    patch: Patch = field(default_factory=dict)
    note: dict[str, Any] = field(default_factory=dict)


def plain(value: Any) -> Any:
    """Facts, dates, choices and lists of them as plain JSON values."""
    return to_jsonable_python(value)


def evolve(case: CaseFacts | None, patch: Patch) -> CaseFacts:
    """The case after an event. `case` is None before the first, whose patch must be complete.

    Raises pydantic.ValidationError where the patch does not make a whole case.
    """
    facts = plain(case) if case else {name: [] for name in KEYS}
    facts.update(patch.get("case", {}))
    gone = patch.get("gone", {})
    for name, keys in KEYS.items():
        facts[name] = [e for e in facts[name] if [e[key] for key in keys] not in gone.get(name, [])]
        for entry in patch.get(name, []):
            _lay(facts[name], entry, keys)
    return _case.validate_python(facts)


def back(now: CaseFacts, before: CaseFacts) -> Patch:
    """The patch that makes the case what it was: `evolve(now, back(now, before)) == before`.

    Raises ValueError where a part of before is there no more: its place in the list is lost.
    """
    new, old = plain(now), plain(before)
    patch: Patch = {"case": {}, "gone": {}}
    for name, value in old.items():
        if name not in KEYS and new[name] != value:
            patch["case"][name] = value
    for name, keys in KEYS.items():
        were = {_key(entry, keys): entry for entry in old[name]}
        are = {_key(entry, keys): entry for entry in new[name]}
        if were.keys() - are.keys():
            raise ValueError(f"{name} were taken away and cannot be put back")
        patch[name] = [entry for key, entry in were.items() if are[key] != entry]
        patch["gone"][name] = [list(key) for key in are.keys() - were.keys()]
    return patch


def _key(entry: dict[str, Any], keys: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(entry[key] for key in keys)


def _lay(entries: list[dict[str, Any]], entry: dict[str, Any], keys: tuple[str, ...]) -> None:
    for known in entries:
        if all(known[key] == entry[key] for key in keys):
            known.update(entry)
            return
    entries.append(dict(entry))


def canonical(content: dict[str, Any]) -> str:
    """The one way of writing an event's content, so that its digest can be made again."""
    return json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def digest_of(text: str) -> str:
    """SHA-256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def chain(
    previous: str,
    *,
    case: str,
    sequence: int,
    name: str,
    at: datetime,
    by_id: int | None,
    by: str,
    content: str,
) -> str:
    """The digest of an event, given the digest of the event before it and of its own content.

    `by_id` and `by` are the number and the name of whoever did it, for two may share a name.
    `content` is the digest of the content, not the content: a text erased at the end of its
    retention leaves a chain that still verifies.
    """
    instant = int(at.timestamp() * 1_000_000)
    link = [previous, case, sequence, name, instant, by_id, by, content]
    return digest_of(canonical({"e": link}))
