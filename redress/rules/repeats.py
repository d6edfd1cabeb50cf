"""Has this been told before? A hint from the words that two texts have in common, never a decision.

Each text is a bag of words, weighed by how rare they are among the texts compared (tf-idf); two
texts are alike by the cosine of the angle between their bags. Only the cases of the same resident,
home or block are compared, which is the question that matters.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log, sqrt

ALIKE = 0.15  # below this, two texts have no more in common than any two complaints
FEWEST = 2  # words in common that make a hint
SHOWN_WORDS = 6
WORD = re.compile(r"[^\W\d_]{3,}")
EVERYDAY = (
    "about after again all also and any are back because been but call called can come comes came "
    "complain complaint could day did does done each ever for from get give gone got had has have "
    "her him his how into its just like long made make more much need never new nobody not now off "
    "once one only our out over please rang said same see sent she should since some someone still "
    "tell than that the their them then there they this three time times told two very want wants "
    "was week weeks well went were what when where which while who why will with without would yes "
    "yet you your"
)
COMMON = frozenset(EVERYDAY.split())
ENDINGS = ("ings", "ing", "ies", "ed", "es", "s", "y")


@dataclass(frozen=True)
class Likeness:
    """How alike an older text is, from 0 to 1, and the words that say so, the weightiest first."""

    score: float
    words: tuple[str, ...]


def alike(text: str, older: Mapping[str, str]) -> dict[str, Likeness]:
    """Which of the older texts are like this one, by their keys, the most alike first.

    Words in everyday use and of fewer than three letters do not count; "leaks" and "leaking" are
    one word. Two texts need two words in common.
    """
    mine, theirs = _bag(text), {key: _bag(said) for key, said in older.items()}
    weight = _weights([mine, *theirs.values()])
    as_said = {_stem(word): word for word in reversed(WORD.findall(text.casefold()))}
    found = {key: _likeness(mine, bag, weight, as_said) for key, bag in theirs.items()}
    ordered = sorted(found.items(), key=lambda item: -item[1].score)
    return {key: each for key, each in ordered if each.score >= ALIKE and len(each.words) >= FEWEST}


def _bag(text: str) -> Counter[str]:
    found = WORD.findall(text.casefold())
    return Counter(_stem(word) for word in found if word not in COMMON)


def _stem(word: str) -> str:
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word


def _weights(bags: Iterable[Counter[str]]) -> dict[str, float]:
    """How much a word says: the more texts have it, the less."""
    every = list(bags)
    having = Counter(word for bag in every for word in bag)
    return {word: 1 + log((1 + len(every)) / (1 + n)) for word, n in having.items()}


def _likeness(
    mine: Counter[str],
    theirs: Counter[str],
    weight: Mapping[str, float],
    as_said: Mapping[str, str],
) -> Likeness:
    shared = sorted(mine.keys() & theirs.keys(), key=lambda word: (-weight[word], word))
    dot = sum(mine[word] * theirs[word] * weight[word] ** 2 for word in shared)
    size = _size(mine, weight) * _size(theirs, weight)
    return Likeness(
        dot / size if size else 0.0, tuple(as_said[word] for word in shared[:SHOWN_WORDS])
    )


def _size(bag: Counter[str], weight: Mapping[str, float]) -> float:
    return sqrt(sum((count * weight[word]) ** 2 for word, count in bag.items()))
