"""Dates read from words, and how a wrong value is repeated."""

from datetime import date

import pytest

from redress.rules.dates import read_date, shown


@pytest.mark.parametrize("words", ["0001-01-01", "2024-02-29", "9999-12-31"])
def test_a_date(words: str) -> None:
    assert read_date(words) == date(*map(int, words.split("-")))


@pytest.mark.parametrize(
    "words",
    ["", "2024-5-1", "20240501", "2024-W01-1", "01-05-2024", " 2024-05-01", "2024-05-01\n",
     "٢٠٢٤-٠٥-٠١", "2024-05-01\x00", "2024-05-01T00:00", "🏚"],
)  # fmt: skip
def test_any_other_writing_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match="is not a date; write year-month-day"):
        read_date(words)


@pytest.mark.parametrize("words", ["2023-02-29", "2024-02-30", "2024-13-01", "0000-01-01"])
def test_a_day_that_is_not_in_the_calendar_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match=f"'{words}' does not exist"):
        read_date(words)


def test_a_wrong_value_is_repeated_on_one_line_and_not_all_of_it() -> None:
    assert shown("a\nb\x00") == r"'a\nb\x00'"
    assert shown("x" * 1_000_000) == f"'{'x' * 40}…'"
    assert shown("\u202e\u200b") == r"'\u202e\u200b'"


def test_what_is_not_a_text_is_only_named() -> None:
    """A list that holds itself, or a number of a million digits, has no good text."""
    endless: list[object] = []
    endless.append(endless)
    assert shown(endless) == "a list"
    assert shown(10**10_000) == "a number"
    assert shown(None) == "nothing"
    assert shown(object()) == "what stands there"
