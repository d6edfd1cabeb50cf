"""How hard a text is to read: sentences, words, syllables and the Flesch-Kincaid grade.

The grade is a school year in the United States; the reading age is about the grade plus five.
Syllables are counted by rule of spelling: right for nearly every word of a letter, and never far
out for a whole one, which is what the measure is for. Source: Kincaid and others, 1975.
"""

import re
from collections.abc import Iterable
from itertools import pairwise

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
SENTENCE_END = re.compile(r"[.!?][\"'’”)]*(?=\s)")
NOT_AN_END = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|e\.g|i\.e|[A-Z])\.$")

VOWELS = re.compile(r"[aeiouy]+")
# Vowels that are written and not spoken.
SILENT = re.compile(
    r"""
      (?<![aeiouy]) (?<![^aeiouyrl]l) e $  # "made", not "table"
    | (?<![aeiouysxzcg]) (?<![sc]h) (?<![^aeiouyrl]l) e (?=s$)  # "rules", not "houses"
    | (?<![aeiouytd]) (?<![^aeiouyrl]l) e (?=d$)  # "asked", not "wanted"
    | (?<=[aeiouy][^aeiouy]) e (?=(?:ments?|ful|fully|ly|less|ness)$)  # "safely", "statement"
    """,
    re.VERBOSE,
)
# Neighbouring vowels that are two syllables, and endings spoken without a vowel.
PARTED = re.compile(
    r"""
      (?<![tcs])ia | (?<![tscgxnl])io | iu | (?<![qg])ua | eo(?!p)  # "via", "period", "usual"
    | iet | (?<![tc])ien(?=[ct]) | (?<=[^aeiou])ie(?=r$|st$)  # "quiet", "client", "easier"
    | crea(?=t[ei]) | [aeou](?=ing) | y(?=ing) | (?<=[aeiou])y(?=[aeou])  # "being", "beyond"
    | sm$ | [ds]n['’]t$  # "criticism", "didn't"
    """,
    re.VERBOSE,
)
IRREGULAR = {
    "anyone": 3, "area": 3, "areas": 3, "business": 2, "element": 3, "every": 2, "everyone": 3,
    "eye": 1, "eyes": 1, "idea": 3, "marriage": 2, "science": 2, "someone": 2, "something": 2,
    "sometimes": 2,
}  # fmt: skip


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text in order; one without a word in it is left out.

    A sentence ends at `.`, `!` or `?` before a space, and at the end of a line: headings, items
    of lists and paragraphs are lines. Titles and initials ("Mr.", "J.") do not end one.
    """
    found = (part for line in text.splitlines() for part in _split(line))
    return tuple(part for part in found if words(part))


def words(text: str) -> tuple[str, ...]:
    """The words of a text in order. A number is a word; so is one with a hyphen or apostrophe."""
    return tuple(WORD.findall(text))


def syllables(word: str) -> int:
    """Syllables in one word, at least 1; a number counts as 1."""
    return sum(_syllables(part) for part in word.lower().split("-"))


def grade(text: str, fixed_names: Iterable[str] = ()) -> float:
    """The Flesch-Kincaid grade: 0.39 words a sentence + 11.8 syllables a word - 15.59.

    `fixed_names` ("Housing Ombudsman") are left out of the count, because nobody can choose a
    shorter one. A text without words is grade 0.
    """
    spoken = without(text, fixed_names)
    counted = words(spoken)
    if not counted:
        return 0.0
    a_sentence = len(counted) / len(sentences(spoken))
    a_word = sum(map(syllables, counted)) / len(counted)
    return 0.39 * a_sentence + 11.8 * a_word - 15.59


def without(text: str, fixed_names: Iterable[str]) -> str:
    """The text without these names, longest first, so that no name breaks a longer one."""
    for name in sorted(fixed_names, key=len, reverse=True):
        text = text.replace(name, "")
    return text


def _split(line: str) -> list[str]:
    """The parts of one line between the ends of its sentences."""
    ends = [end.end() for end in SENTENCE_END.finditer(line)]
    ends = [end for end in ends if not NOT_AN_END.search(line[:end])]
    return [line[start:end].strip() for start, end in pairwise([0, *ends, len(line)])]


def _syllables(part: str) -> int:
    """Syllables in a word without hyphens, in small letters."""
    if part in IRREGULAR:
        return IRREGULAR[part]
    spoken = SILENT.sub("", part)
    return max(1, len(VOWELS.findall(spoken)) + len(PARTED.findall(part)))
