"""Whether something was told before: the words in common, and no more than a hint."""

import random

import pytest

from redress.demo.troubles import TROUBLES
from redress.rules.repeats import alike

LEAK = "Water comes through my kitchen ceiling again when it rains"
OLDER = {
    "A": "The kitchen ceiling leaks when it rains. Two people came and nobody has been back.",
    "B": "My neighbour plays music until three in the morning.",
    "C": "The lift has not been cleaned for weeks.",
}


def test_the_same_trouble_is_found_with_the_words_that_say_so() -> None:
    found = alike(LEAK, OLDER)
    assert list(found) == ["A"]
    assert {"kitchen", "ceiling", "rains"} <= set(found["A"].words)


def test_endings_do_not_matter_and_words_are_shown_as_they_were_typed() -> None:
    found = alike("Leaking ceilings", {"A": "The ceiling leaks."})
    assert found["A"].words == ("ceilings", "leaking")


@pytest.mark.parametrize("text", ["", "  ", "The and was not", "Nobody came back again", "é ½ 🔔"])
def test_what_everybody_says_finds_nothing(text: str) -> None:
    assert alike(text, OLDER) == {}


def test_one_word_in_common_is_no_hint() -> None:
    assert alike("The kitchen floor", {"A": "A kitchen window"}) == {}


def test_the_most_alike_come_first() -> None:
    older = {"far": "mould in the bedroom and a broken gate", "near": "black mould in the bedroom"}
    assert list(alike("black mould in my bedroom", older)) == ["near", "far"]
    assert alike(LEAK, {}) == {}


def test_troubles_told_in_other_words_find_themselves_or_nothing() -> None:
    older = {trouble.category: " ".join(trouble.issues) for trouble in TROUBLES}
    hits = [next(iter(alike(trouble.words, older)), "") for trouble in TROUBLES]
    wrong = [
        hit for hit, each in zip(hits, TROUBLES, strict=True) if hit not in ("", each.category)
    ]
    assert (len(wrong), len([hit for hit in hits if hit])) == (0, 5)  # of 8


def test_a_long_text_of_any_script_is_compared_all_the_same() -> None:
    chance = random.Random(7)
    words = ["".join(chance.choices("abcdeñשл", k=6)) for _ in range(1_500)]
    text = " ".join(words)
    assert alike(text, {"same": text})["same"].score == pytest.approx(1)
