"""Periods: written one way, said in words, each beside the one before it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redress.rules.periods import Length, Period

DAY = timedelta(days=1)
NAMED = [length for length in Length if length is not Length.DAYS]
days = st.dates(date(1991, 1, 1), date(2089, 12, 31))

KINDS = [
    ("2026-W48", "2026-11-23", "2026-11-29", "week of 23 to 29 November 2026", "2026-W47"),
    ("2026-W53", "2026-12-28", "2027-01-03", "week of 28 December 2026 to 3 January 2027", None),
    ("2027-W01", "2027-01-04", "2027-01-10", "week of 4 to 10 January 2027", "2026-W53"),
    ("2026-11", "2026-11-01", "2026-11-30", "November 2026", "2026-10"),
    ("2028-02", "2028-02-01", "2028-02-29", "February 2028", "2028-01"),
    ("2026-Q1", "2026-04-01", "2026-06-30", "April to June 2026", "2025-Q4"),
    ("2026-Q3", "2026-10-01", "2026-12-31", "October to December 2026", "2026-Q2"),
    ("2026-Q4", "2027-01-01", "2027-03-31", "January to March 2027", "2026-Q3"),
    ("2026-H1", "2026-04-01", "2026-09-30", "April to September 2026", "2025-H2"),
    ("2026-H2", "2026-10-01", "2027-03-31", "October 2026 to March 2027", "2026-H1"),
    ("2025-26", "2025-04-01", "2026-03-31", "2025-26", "2024-25"),
    ("2003-04", "2003-04-01", "2004-03-31", "2003-04", "2002-03"),  # the year, never April 2003
    (
        "2026-04-01..2026-06-30",
        "2026-04-01",
        "2026-06-30",
        "1 April to 30 June 2026",
        "2025-12-31..2026-03-31",
    ),
    ("2026-05-04..2026-05-04", "2026-05-04", "2026-05-04", "4 May 2026", "2026-05-03..2026-05-03"),
]


@pytest.mark.parametrize(("text", "start", "end", "label", "before"), KINDS)
def test_each_kind(text: str, start: str, end: str, label: str, before: str | None) -> None:
    period = Period.parse(text)
    assert (period.start.isoformat(), period.end.isoformat()) == (start, end)
    assert (period.label, period.text) == (label, text)
    assert before is None or period.previous.text == before


@given(days, st.sampled_from(NAMED))
def test_a_period_holds_its_day_and_is_read_from_its_own_text(day: date, length: Length) -> None:
    period = Period.of(length, day)
    read = Period.parse(period.text)
    assert period.holds(day)
    assert (read.start, read.end) == (period.start, period.end)


@given(days, st.sampled_from(NAMED))
def test_the_one_before_ends_the_day_before_it_begins(day: date, length: Length) -> None:
    period = Period.of(length, day)
    assert period.previous.end + DAY == period.start
    assert period.previous.length is length


@given(days, days)
def test_just_days_are_compared_with_as_many_days(one: date, other: date) -> None:
    first, last = sorted((one, other))
    period = Period.parse(f"{first}..{last}")
    assert period.previous.end + DAY == period.start
    assert period.previous.days == period.days == (last - first).days + 1


def test_a_year_before() -> None:
    pairs = {
        "2026-W48": "2025-W48",
        "2026-Q4": "2025-Q4",
        "2026-11": "2025-11",
        "2025-26": "2024-25",
        "2028-02-29..2028-03-01": "2027-02-28..2027-03-01",
    }
    assert {text: Period.parse(text).year_before.text for text in pairs} == pairs


WRONG = """2026-W54 2025-W53 2026-W00 2026-13 2026-00 2026-Q5 2026-Q0 2026-H3 2026-27-Q1 2026 W48
2026-w48 26-11 2026/11 1989-W01 2099-12 2026-02-30..2026-03-01 2026-06-30..2026-04-01
2026-04-01...2026-06-30 9999-12 9999-W52 ٢٠٢٦-١١ 0000-01 last-week"""


@pytest.mark.parametrize("text", [*WRONG.split(), "", " 2026-11", "2026-11\n"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"write|does not exist|outside the years"):
        Period.parse(text)


def test_a_long_text_is_not_repeated() -> None:
    with pytest.raises(ValueError, match="not a period") as error:
        Period.parse("9" * 1_000_000)
    assert len(str(error.value)) < 400


def test_just_days_are_not_found_by_a_day() -> None:
    with pytest.raises(ValueError, match="days from one to another"):
        Period.of(Length.DAYS, date(2026, 4, 1))
