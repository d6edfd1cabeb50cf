"""Dates, lists and counts in words."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

import pytest

from redress.rules import words
from redress.rules.facts import Clock, Finding, Kind, State, Tenure


@pytest.mark.parametrize(
    ("table", "kind"),
    [
        (words.STATE, State),
        (words.KIND, Kind),
        (words.TENURE, Tenure),
        (words.FINDING, Finding),
        (words.CLOCK, Clock),
    ],
)
def test_every_value_has_words_of_its_own(
    table: Mapping[StrEnum, str], kind: type[StrEnum]
) -> None:
    assert set(table) == set(kind)
    assert len(set(table.values())) == len(table)
    assert all(said.strip() == said and "_" not in said for said in table.values())


@pytest.mark.parametrize(
    ("day", "long", "short"),
    [
        (date(2026, 5, 14), "Thursday 14 May 2026", "Thu 14 May 2026"),
        (date(2026, 5, 1), "Friday 1 May 2026", "Fri 1 May 2026"),
        (date(2024, 2, 29), "Thursday 29 February 2024", "Thu 29 Feb 2024"),
    ],
)
def test_a_date_in_full_and_short(day: date, long: str, short: str) -> None:
    assert (words.long_date(day), words.short_date(day)) == (long, short)


@pytest.mark.parametrize(
    ("parts", "said"),
    [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_a_list_in_a_sentence(parts: list[str], said: str) -> None:
    assert words.listed(parts) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "0 visits"), (1, "1 visit"), (2, "2 visits"), (1200, "1,200 visits")],
)
def test_a_count(number: int, said: str) -> None:
    assert words.counted(number, "visit") == said


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "due today"),
        (1, "1 working day left"),
        (12, "12 working days left"),
        (-1, "1 working day late"),
        (-30, "30 working days late"),
    ],
)
def test_the_time_left(days: int, said: str) -> None:
    assert words.time_left(days) == said
