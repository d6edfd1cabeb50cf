"""How a text reads, for whoever is writing it: its grade, its longest sentence, words to avoid.

A measure to look at, never a bar: the figures are those of `reading`. The page counts the same way
while somebody types (`web/static/redress/writing.js`), and a test holds the two together.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from math import floor

from redress.rules.reading import grade, sentences, without, words

ENOUGH = 10  # words; the grade of fewer says nothing
LONG = 25  # words in a sentence
MOST_GRADE = 8  # of what a landlord gives for its letters
OLDER = 12  # the reading age above which it is worth another look
# Nobody can choose a shorter one.
FIXED_NAMES = ("Housing Ombudsman", "www.housing-ombudsman.org.uk")
# Words for which plain English has a shorter one.
AVOID = {
    "accordingly": "so",
    "additional": "more",
    "additionally": "also",
    "advise": "tell",
    "advised": "told",
    "aforementioned": "this",
    "apologise for any inconvenience": "say sorry for what went wrong",
    "as per": "as in",
    "ascertain": "find out",
    "assist": "help",
    "assistance": "help",
    "attempt": "try",
    "attempted": "tried",
    "commence": "start",
    "commenced": "started",
    "endeavour": "try",
    "enquire": "ask",
    "ensure": "make sure",
    "facilitate": "help",
    "forthwith": "at once",
    "furthermore": "also",
    "however": "but",
    "in accordance": "in line",
    "in order to": "to",
    "inform": "tell",
    "informed": "told",
    "in relation to": "about",
    "maladministration": "what went wrong",
    "obtain": "get",
    "prior to": "before",
    "purchase": "buy",
    "pursuant": "under",
    "rectify": "put right",
    "rectified": "put right",
    "regarding": "about",
    "remedial works": "repairs",
    "residing": "living",
    "subsequently": "then",
    "terminate": "end",
    "therefore": "so",
    "upon": "on",
    "utilise": "use",
    "whilst": "while",
    "with regard to": "about",
    "with respect to": "about",
}


@dataclass(frozen=True)
class Measure:
    """`age` is the reading age, None for a text too short to tell; `longest` the words of the
    longest sentence; `avoid` each word found with a plainer one."""

    words: int
    age: int | None
    longest: int
    sentence: str
    avoid: tuple[tuple[str, str], ...]

    @property
    def is_hard(self) -> bool:
        """Whether it is worth another look: older than `OLDER`, or a sentence over `LONG`."""
        return (self.age or 0) > OLDER or self.longest > LONG


def measure(text: str, fixed_names: Iterable[str] = FIXED_NAMES) -> Measure:
    """How a text reads. The reading age is the grade plus five, in whole years, 5 at least."""
    spoken = without(text, fixed_names)
    counted = len(words(spoken))
    longest = max(sentences(spoken), key=lambda one: len(words(one)), default="")
    return Measure(
        words=counted,
        age=max(5, round_half_up(grade(spoken) + 5)) if counted >= ENOUGH else None,
        longest=len(words(longest)),
        sentence=longest,
        avoid=tuple((word, plain) for word, plain in AVOID.items() if _has(text, word)),
    )


def round_half_up(number: float) -> int:
    """The nearest whole number, as JavaScript rounds: 10.5 is 11."""
    return floor(number + 0.5)


def _has(text: str, word: str) -> bool:
    return re.search(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])", text, re.IGNORECASE) is not None


def too_hard(text: str) -> tuple[str, ...]:
    """What stands against a text that is to be used in many letters; each as a sentence."""
    spoken = without(text, FIXED_NAMES)
    longest = max(sentences(spoken), key=lambda one: len(words(one)), default="")
    return too_hard_at(grade(text, FIXED_NAMES), longest)


def too_hard_at(hard: float, longest: str) -> tuple[str, ...]:
    """The same for a grade and a longest sentence known already: 8 and 25 words are the most."""
    found = []
    if hard > MOST_GRADE:
        found.append(f"It reads at grade {hard:.1f}; {MOST_GRADE} is the most.")
    if (count := len(words(longest))) > LONG:
        found.append(f"A sentence has {count} words; {LONG} is the most: “{longest}”")
    return tuple(found)
