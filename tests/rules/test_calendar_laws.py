"""What holds of working days whatever the dates, and 100,000 counts made by hand."""

import random
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from redress.rules.calendar import Calendar, Division, calendar_for
from redress.rules.facts import Skipped
from tests.rules import bank_holidays_by_hand as by_hand

# Far enough from the ends that nothing below arrives beyond what is known.
DAYS = st.dates(date(2012, 1, 1), date(2029, 12, 31))
SOME = st.integers(min_value=0, max_value=300)


def scattered(seed: int) -> tuple[Skipped, ...]:
    """Closure days all over the years, now and then on a weekend or a bank holiday."""
    days = random.Random(seed).sample(range(7_000), 70 * seed)
    return tuple(Skipped(date(2012, 1, 1) + timedelta(days=day), "closed") for day in days)


CALENDARS = st.sampled_from(
    [calendar_for(division, scattered(seed)) for division in Division for seed in range(3)]
)


@given(CALENDARS, DAYS, SOME)
def test_adding_and_then_counting_gives_the_number_back(
    calendar: Calendar, start: date, days: int
) -> None:
    assert calendar.count(start, calendar.add(start, days)) == days


@given(CALENDARS, DAYS, SOME.filter(bool))
def test_a_deadline_is_a_working_day(calendar: Calendar, start: date, days: int) -> None:
    assert calendar.is_working_day(calendar.add(start, days))


@given(CALENDARS, DAYS, SOME, SOME)
def test_adding_in_two_steps_is_adding_once(
    calendar: Calendar, start: date, first: int, then: int
) -> None:
    assert calendar.add(calendar.add(start, first), then) == calendar.add(start, first + then)


@given(CALENDARS, DAYS, DAYS, SOME)
def test_a_later_start_never_ends_earlier(
    calendar: Calendar, one: date, other: date, days: int
) -> None:
    early, late = sorted((one, other))
    assert calendar.add(early, days) <= calendar.add(late, days)


@given(CALENDARS, DAYS, DAYS, DAYS)
def test_counts_of_neighbouring_stretches_add_up(
    calendar: Calendar, one: date, other: date, third: date
) -> None:
    a, b, c = sorted((one, other, third))
    assert calendar.count(a, b) + calendar.count(b, c) == calendar.count(a, c)


@given(CALENDARS, DAYS, SOME)
def test_closures_never_bring_a_date_forward(calendar: Calendar, start: date, days: int) -> None:
    assert calendar.code.add(start, days) <= calendar.add(start, days)


@given(CALENDARS, DAYS, DAYS)
def test_each_skipped_day_is_named_and_does_not_count(
    calendar: Calendar, one: date, other: date
) -> None:
    after, upto = sorted((one, other))
    for skipped in calendar.skipped(after, upto):
        assert after < skipped.date <= upto
        assert skipped.why
        assert not calendar.is_working_day(skipped.date)


def test_100_000_additions_and_counts_made_by_hand() -> None:
    chance = random.Random(20_240_401)
    span = (date(2032, 1, 31) - date(2012, 1, 1)).days
    calendars = [
        (calendar_for(division), by_hand.bank_holidays(division.value)) for division in Division
    ]
    for _ in range(100_000):
        calendar, holidays = chance.choice(calendars)
        start = date(2012, 1, 1) + timedelta(days=chance.randrange(span))
        days = chance.randrange(26)
        end = by_hand.add(start, days, holidays)
        upto = start + timedelta(days=chance.randrange(40))
        assert calendar.add(start, days) == end, (calendar, start, days)
        assert calendar.count(start, upto) == by_hand.count(start, upto, holidays), (start, upto)
