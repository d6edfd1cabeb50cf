"""What stays of a case once it is erased: its figures, and none of its words.

Numbers, dates, choices and marks stay, so that every report counts the case as before. Every text
becomes one word, `GONE`, where there was one: that there was a reason still counts (Code 6.7), what
it was is gone. Texts that are no words of anybody, such as a reference or a service, are named in
`STAYS`; a field that is added later goes unless it is named there.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from enum import Enum
from typing import Any

from redress.rules.facts import CaseFacts, Due, Skipped, Tie
from redress.rules.facts_conduct import ConductFacts

GONE = "Erased"
# Texts that stay, by the facts they stand in.
STAYS = {
    "CaseFacts": {
        *("reference", "landlord", "channel", "service", "category", "contributing"),
        *("contractor", "risks"),
    },
    "StageFacts": {"policy", "code", "service", "category", "channel", "refused_ground"},
    "IssueFacts": {"excluded_ground", "service", "cause"},
    "LinkFacts": {"reference"},
    "HandOverFacts": {"risk", "told_at"},
    "EvidenceFacts": {"kind"},
    "BehaviourFacts": {"kind", "clause"},
    "IncomingFacts": {"channel"},
    "SubmissionFacts": {"signer", "clause"},
    "IntakeFacts": {"hand_over_promised"},
}
# Of an event: which entries of its note stay, and of which only that there was one.
NOTE_STAYS = ("ground", "agreed")
NOTE_THERE = ("reasons", "discretion", "approved_by")


@dataclass(frozen=True)
class ErasedFor:
    """Why a case was erased: the line of the schedule and its source, the day of closing and the
    day it was due, who proposed it and who approved it on which day."""

    line: str
    source: str
    closed_on: date
    due_on: date
    proposer: str
    approver: str
    approved_on: date


def what_stays(case: CaseFacts, on: date, ward_home: int | None) -> CaseFacts:
    """The case as its figures need it, erased on a day. `ward_home` is the number of a home of
    which no more than the ward is known (UK GDPR art. 5(1)(e), 89(1)).

    Who complained, where they live, who spoke for them, what was tagged and what ties the case to
    a matter outside are gone; so is what behaviour was written down, but not that there was a
    restriction, and that it was looked at in time (Code 5.14).
    """
    left: CaseFacts = _without_words(case)
    ties = tuple(tie for tie in left.links if tie.tie is not Tie.OUTSIDE)
    speakers = tuple(replace(each, member=None) for each in left.representatives)
    return replace(
        left,
        resident=None,
        home=ward_home,
        tags=(),
        reminded=(),
        named=(),
        conflicted=(),
        unconflicted=(),
        restricted=False,
        links=ties,
        representatives=speakers,
        conduct=ConductFacts(restrictions=left.conduct.restrictions),
        erased_on=on,
    )


def _without_words(value: Any) -> Any:
    """The same facts with every text that does not stay put out of it."""
    if isinstance(value, (Due, Skipped)):
        return value  # a date with its working: no word of anybody
    stays = STAYS.get(type(value).__name__, set())
    kept = {
        each.name: _left(getattr(value, each.name))
        for each in fields(value)
        if each.name not in stays
    }
    return replace(value, **kept)


def _left(value: Any) -> Any:
    if isinstance(value, Enum) or value is None:
        return value
    if isinstance(value, str):
        return GONE if value else ""
    if isinstance(value, dict):
        return {}
    if isinstance(value, tuple):
        return tuple(_left(each) for each in value)
    return _without_words(value) if is_dataclass(value) else value


def left_of_event(content: Mapping[str, Any]) -> dict[str, Any]:
    """What the measures of a self-assessment still need of an event: of its note and warnings."""
    note = content.get("note", {})
    stays = {name: note[name] for name in NOTE_STAYS if isinstance(note.get(name), (bool, str))}
    there = {name: GONE for name in NOTE_THERE if note.get(name)}
    warned = [{"code": each["code"]} for each in content.get("warnings", ())]
    return {"note": stays | there, "warnings": warned}


def texts_of(facts: Any) -> Iterable[str]:
    """Every text in some facts, however deep: for holding against what must be gone."""
    if isinstance(facts, str) and not isinstance(facts, Enum):
        yield facts
    elif isinstance(facts, Mapping):
        for each in facts.values():
            yield from texts_of(each)
    elif isinstance(facts, (tuple, list)):
        for each in facts:
            yield from texts_of(each)
    elif is_dataclass(facts) and not isinstance(facts, type):
        for each in fields(facts):
            yield from texts_of(getattr(facts, each.name))
