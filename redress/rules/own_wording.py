"""Looking at a landlord's own wording of a letter before it is used: the bounds that the packaged
wording keeps, and what it would look like with the facts of a sample."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from redress.rules.letter_samples import facts
from redress.rules.letters import Fact, RenderedLetter, fill
from redress.rules.passages import GAP
from redress.rules.plain_words import FIXED_NAMES, too_hard_at
from redress.rules.reading import SENTENCE_END, grade, sentences, without, words
from redress.rules.wording import PLACE, LetterError, Wording, places_at_odds

FIRST = 40  # words after the greeting, within which stands who, and by when
A_DATE = re.compile(
    r"\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December) \d{4}"
)


@dataclass(frozen=True)
class Look:
    """What a wording is like. `faults` are sentences; a wording with one is not used.

    `grade` is that of the whole letter with a sample's facts, `longest` the longest sentence of our
    own, `first` the first 40 words after the greeting. Without `letter` the places are at odds.
    """

    faults: tuple[str, ...]
    letter: RenderedLetter | None = None
    grade: float = 0.0
    longest: str = ""
    first: str = ""


def look(own: Wording, common: Wording, known: Mapping[str, Fact]) -> Look:
    """The wording against the common one of its kind. `known` are facts in place of a sample's,
    such as the landlord's name and the Ombudsman's details today.

    A fault is a place that is lost or unknown (with the provision that asks for it), braces that
    are no place, a list where one text must stand, a grade above 8, a sentence of ours above 25
    words, and no name, way to reach us and date in the first 40 words.
    """
    odd = [f"The wording {fault}." for fault in places_at_odds(own, common)] + _stray(own)
    if odd:
        return Look(tuple(odd))
    needed = {name: fact for name, fact in known.items() if name in common.meta.needs}
    said = {**facts(own.kind), **needed}
    try:
        letter = fill(own, said)
    except LetterError as error:
        return Look((f"{str(error)[:1].upper()}{str(error)[1:]}",))
    names = (*FIXED_NAMES, str(said["landlord_name"]))
    hard, longest, first = grade(letter.text, names), _longest(own), _first(letter)
    faults = (*too_hard_at(hard, longest), *_late(first, said))
    return Look(faults, letter, hard, longest, first)


def _stray(own: Wording) -> list[str]:
    lines = [own.subject, *(line for block in own.blocks for line in block.lines)]
    left = PLACE.sub("", "\n".join(lines))
    return [
        f"{{{inside}}} is not a place: it would be printed as it stands."
        for inside in dict.fromkeys(GAP.findall(left))
    ]


def _late(first: str, said: Mapping[str, Fact]) -> list[str]:
    """What the first words should say and do not."""
    there = {
        "who writes: {handler_name}": str(said["handler_name"]) in first,
        "how to reach us: {contact}": str(said["contact"]) in first,
        "a date": bool(A_DATE.search(first)),
    }
    lacking = [name for name, found in there.items() if not found]
    return [f"The first {FIRST} words do not say {name}." for name in lacking]


def _longest(own: Wording) -> str:
    """The longest sentence that is ours, with "today" in each place."""
    paragraphs = (block.text for block in own.blocks if block.kind == "paragraph")
    ours = [text for text in paragraphs if SENTENCE_END.search(f"{text} ")]
    text = without(PLACE.sub("today", "\n".join(ours)), FIXED_NAMES)
    return max(sentences(text), key=lambda one: len(words(one)), default="")


def _first(letter: RenderedLetter) -> str:
    """The first words after the greeting."""
    greeting = next(n for n, block in enumerate(letter.blocks) if block.text.startswith("Dear "))
    after = "\n\n".join(block.text for block in letter.blocks[greeting + 1 :])
    return " ".join(after.split()[:FIRST])
