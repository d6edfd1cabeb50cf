"""The time limit for complaining, from what occurred and from when the resident knew."""

from datetime import date

import pytest

from redress.rules.clocks import calendar_end, time_limit_to_complain
from redress.rules.policy import TimeLimit
from redress.rules.policy_choices import Discretion, Limb
from redress.rules.span_words import read_span

OCCURRED, AWARE = date(2023, 3, 10), date(2023, 9, 4)


def limit(words: str, *limbs: Limb) -> TimeLimit:
    return TimeLimit(
        span=read_span(words), counts_from=limbs, discretion=Discretion.GOOD_REASON, clause="2"
    )


CODE = limit("12 months", Limb.OCCURRED, Limb.AWARE)
SIX_MONTHS = limit("6 months", Limb.OCCURRED)


def test_both_tests_are_shown() -> None:
    found = time_limit_to_complain(OCCURRED, AWARE, date(2024, 5, 1), CODE)
    assert found.from_occurred == date(2024, 3, 10)
    assert found.from_aware == date(2024, 9, 4)


@pytest.mark.parametrize(
    ("received", "in_time"),
    [
        (date(2024, 3, 10), True),
        (date(2024, 3, 11), True),  # too late by one, in time by the other: Code 2.3
        (date(2024, 9, 4), True),  # the last day
        (date(2024, 9, 5), False),
    ],
)
def test_the_later_governs_under_the_code(received: date, in_time: bool) -> None:
    assert time_limit_to_complain(OCCURRED, AWARE, received, CODE).in_time is in_time


@pytest.mark.parametrize(
    ("received", "in_time"), [(date(2023, 9, 10), True), (date(2023, 9, 11), False)]
)
def test_a_landlord_may_count_from_what_occurred_alone(received: date, in_time: bool) -> None:
    assert time_limit_to_complain(OCCURRED, AWARE, received, SIX_MONTHS).in_time is in_time


def test_nobody_is_out_of_time_by_a_date_that_was_never_asked() -> None:
    long_after = date(2026, 1, 5)
    assert time_limit_to_complain(OCCURRED, None, long_after, CODE).in_time is None
    assert time_limit_to_complain(None, AWARE, long_after, CODE).in_time is None
    assert time_limit_to_complain(None, None, long_after, CODE).in_time is None
    assert time_limit_to_complain(None, AWARE, long_after, SIX_MONTHS).in_time is None


def test_one_test_met_is_enough_without_the_other() -> None:
    assert time_limit_to_complain(None, AWARE, date(2024, 5, 1), CODE).in_time is True
    assert time_limit_to_complain(OCCURRED, None, date(2023, 5, 1), CODE).in_time is True


def test_a_year_before_the_calendar_begins_needs_no_calendar() -> None:
    found = time_limit_to_complain(date(1999, 2, 28), None, date(2024, 5, 1), CODE)
    assert found.from_occurred == date(2000, 2, 28)


def test_a_limit_in_working_time_is_refused() -> None:
    with pytest.raises(ValueError, match="10 working days: working time needs a calendar"):
        calendar_end(read_span("10 working days"), OCCURRED)
