"""By when a request for data is answered, and how other people are taken out of a text."""

from datetime import date

import pytest

from redress.rules.redaction import Private
from redress.rules.subject_access import ANOTHER, due_on, taken_out, without

OWN = Private(("Mary Osei",), ("mary@example.org", "4 Elm Walk", "07700 900123"))
OTHERS = Private(
    ("Kofi Osei", "Ann Lee", "Jo", ""), ("ann@example.org", "9 Oak Road", "4 Elm Walk", "E1")
)


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        (date(2026, 5, 12), date(2026, 6, 12)),
        (date(2026, 1, 31), date(2026, 2, 28)),  # no such day: the last of the month
        (date(2028, 1, 31), date(2028, 2, 29)),
        (date(2026, 3, 31), date(2026, 4, 30)),
        (date(2026, 12, 15), date(2027, 1, 15)),
    ],
)
def test_it_is_answered_within_one_month(asked: date, due: date) -> None:
    assert due_on(asked) == due


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ann Lee rang.", f"{ANOTHER} rang."),
        ("I asked ann  LEE and Lee's son", f"I asked {ANOTHER} and {ANOTHER}'s son"),
        ("Mary Osei lives at 4 Elm Walk", "Mary Osei lives at 4 Elm Walk"),
        ("Kofi Osei came, and Kofi left", f"{ANOTHER} came, and {ANOTHER} left"),
        ("Write to ann@example.org, 9 Oak  Road", f"Write to {ANOTHER}, {ANOTHER}"),
        ("The annual sleeve", "The annual sleeve"),
        ("", ""),
    ],
)
def test_others_go_and_the_person_stays(text: str, left: str) -> None:
    assert without(text, taken_out(OWN, OTHERS)) == left


def test_however_deep_it_lies() -> None:
    out = taken_out(OWN, OTHERS)
    deep = {"a": [{"b": "Ann Lee"}, 3, None], "c": ("Mary",)}
    assert without(deep, out) == {"a": [{"b": ANOTHER}, 3, None], "c": ["Mary"]}


def test_where_nobody_else_is_known_nothing_is_taken_out() -> None:
    assert taken_out(OWN, Private(("Mary Osei",), ())) is None
    assert without("Ann Lee", None) == "Ann Lee"
