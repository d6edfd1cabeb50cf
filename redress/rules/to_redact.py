"""What a person should look at before the papers of a case go to somebody else, and why.

Hints, never a decision: a machine finds words and shapes, not what may be said. Nothing is taken
out by it, and what it does not find may still have to be taken out.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from redress.rules.redaction import HEALTH, Private
from redress.rules.signatories import plain_words
from redress.rules.unnamed import EMAILS, PHONES, POSTCODES


class Why(StrEnum):
    """Why a passage is to be looked at."""

    LEGAL = "legal"
    INTERNAL = "internal"
    PERSON = "person"
    REACH = "reach"
    HEALTH = "health"


WHY: dict[Why, str] = {
    Why.LEGAL: "may be legal advice, which need not be disclosed",
    Why.INTERNAL: "written among colleagues",
    Why.PERSON: "names or speaks of somebody else than the resident",
    Why.REACH: "an address or a number that is not the resident’s",
    Why.HEALTH: "may tell of somebody’s health",
}
LEGAL = re.compile(
    r"\b(legal (advice|services|team|department|privilege)|solicitors?|barristers?|counsel"
    r"|privileged|litigation|without prejudice)\b",
    re.IGNORECASE,
)
OTHERS = re.compile(
    r"\b(neighbou?rs?|next door|upstairs|downstairs|witness(es)?|lodger|flat \d+"
    r"|(his|her|their|my) (son|daughter|child|wife|husband|partner|mother|father|brother|sister))"
    r"\b",
    re.IGNORECASE,
)
REACHES = (EMAILS, PHONES, POSTCODES)


@dataclass(frozen=True)
class Passage:
    """A text of the record and where it stands. `internal` was written among colleagues. `issued`
    are our own letters, with the ways to reach us and the Ombudsman in them."""

    where: str
    text: str
    internal: bool = False
    issued: bool = False


@dataclass(frozen=True)
class Hint:
    """Where to look, and why."""

    where: str
    why: tuple[Why, ...]


def hints(passages: Iterable[Passage], own: Private, others: Private) -> tuple[Hint, ...]:
    """The passages that somebody should look at, in their order (UK GDPR art. 5, 15(4)).

    `own` is what belongs to the resident, `others` to everybody else whom the record names: a word
    of a name that both share points to nobody else.
    """
    shared = {word for name in own.names for word in plain_words(name)}
    names = (" ".join(w for w in plain_words(name) if w not in shared) for name in others.names)
    apart = replace(others, names=tuple(filter(None, names)))
    found = ((each.where, _why(each, own, apart)) for each in passages)
    return tuple(Hint(where, why) for where, why in found if why)


def _why(passage: Passage, own: Private, others: Private) -> tuple[Why, ...]:
    text = passage.text
    said = {
        Why.LEGAL: bool(LEGAL.search(text)),
        Why.INTERNAL: passage.internal,
        Why.PERSON: bool(OTHERS.search(text)) or others.is_in(text),
        Why.REACH: not passage.issued and _reaches(text, own),
        Why.HEALTH: bool(HEALTH.search(text)),
    }
    return tuple(why for why, is_so in said.items() if is_so)


def _reaches(text: str, own: Private) -> bool:
    return any(not own.is_in(one[0]) for shape in REACHES for one in shape.finditer(text))
