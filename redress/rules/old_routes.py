"""Words about ways to the Ombudsman that ended on 1 October 2022: the designated person, and eight
weeks of waiting. Landlords' texts still hold them."""

import re

PERSON = re.compile(r"\bdesignated (person|persons|people)\b", re.IGNORECASE)
WEEKS = re.compile(r"\b(8|eight)[ -]+weeks?\b", re.IGNORECASE)
OMBUDSMAN = re.compile(r"\bombudsman\b", re.IGNORECASE)
SENTENCE = re.compile(r"(?<=[.!?])\s+|\n{2,}")


def old_routes(text: str) -> tuple[str, ...]:
    """The sentences that send somebody to a designated person, or have them wait eight weeks for
    the Ombudsman. Eight weeks of something else, such as a repair, are left alone (Code 3.7)."""
    sentences = (" ".join(each.split()) for each in SENTENCE.split(text))
    return tuple(each for each in sentences if _is_old(each))


def _is_old(sentence: str) -> bool:
    waits = WEEKS.search(sentence) and OMBUDSMAN.search(sentence)
    return bool(PERSON.search(sentence) or waits)
