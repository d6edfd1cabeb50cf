"""The words of an answer, and what they say."""

from datetime import date

import pytest

from redress.rules.assessment import Answer, Answered, Half, answered

CLEAR = [
    ("Yes", Answer.YES),
    (" YES. ", Answer.YES),
    ("y", Answer.YES),
    ("No", Answer.NO),
    ("Partly", Answer.PARTLY),
    ("Partially", Answer.PARTLY),
]


@pytest.mark.parametrize(("words", "answer"), CLEAR)
def test_a_clear_answer(words: str, answer: Answer) -> None:
    assert answered(words) == Answered(answer, words.strip())


DAYS = [
    ("Yes going forward", None),
    ("Yes, going forward", None),
    ("Yes from 1 April 2025", date(2025, 4, 1)),
    ("Yes - from 1st April 2025", date(2025, 4, 1)),
    ("Yes from April 2025", date(2025, 4, 1)),
    ("Yes from 31/03/2025", date(2025, 3, 31)),
    ("Yes from when the roof is done", None),
]


@pytest.mark.parametrize(("words", "day"), DAYS)
def test_yes_from_a_day(words: str, day: date | None) -> None:
    assert answered(words) == Answered(Answer.YES_FROM, words, from_on=day)


def test_a_split_answer_keeps_both_halves() -> None:
    words = "No first half yes second half"
    halves = (Half(Answer.NO, "first half"), Half(Answer.YES, "second half"))
    assert answered(words) == Answered(Answer.SPLIT, words, halves=halves)


@pytest.mark.parametrize("words", ["", "Yes / No", "Yes/No", "N/A", "to be confirmed", "Yesterday"])
def test_words_that_are_no_answer_are_kept(words: str) -> None:
    assert answered(words) == Answered(None, words)
