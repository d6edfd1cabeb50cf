"""Which days are working days, against what GOV.UK published; and what is refused."""

from datetime import date, datetime, timedelta

import pytest

from redress.rules.calendar import (
    FIRST,
    LAST,
    Calendar,
    Division,
    UnknownDay,
    bank_holidays,
    calendar_for,
)
from redress.rules.facts import Skipped
from tests.rules import bank_holidays_by_hand as by_hand

ENGLAND = calendar_for(Division.ENGLAND_AND_WALES)
SCOTLAND = calendar_for(Division.SCOTLAND)
NORTHERN_IRELAND = calendar_for(Division.NORTHERN_IRELAND)

CLOSEDOWN = tuple(Skipped(date(2024, 12, day), "Christmas closing") for day in (27, 30, 31))


def named(division: Division, day: date) -> str | None:
    return bank_holidays(division).get(day)


@pytest.mark.parametrize("division", Division)
def test_every_bank_holiday_is_the_published_one(division: Division) -> None:
    assert set(bank_holidays(division)) == by_hand.bank_holidays(division.value)


@pytest.mark.parametrize("division", Division)
def test_every_day_of_the_coverage_is_right(division: Division) -> None:
    holidays = by_hand.bank_holidays(division.value)
    calendar = calendar_for(division)
    days = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
    wrong = [day for day in days if calendar.is_working_day(day) != by_hand.works(day, holidays)]
    assert not wrong


@pytest.mark.parametrize("division", Division)
@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2012, 6, 4), "Spring bank holiday"),  # moved from 28 May
        (date(2012, 6, 5), "Diamond Jubilee of Elizabeth II"),
        (date(2020, 5, 8), "Early May bank holiday"),  # moved from 4 May
        (date(2022, 6, 2), "Spring bank holiday"),  # moved from 30 May
        (date(2022, 6, 3), "Platinum Jubilee of Elizabeth II"),
        (date(2022, 9, 19), "State Funeral of Queen Elizabeth II"),
        (date(2023, 5, 8), "Coronation of Charles III"),
    ],
)
def test_proclaimed_and_moved_days_hold_everywhere(division: Division, day: date, why: str) -> None:
    assert named(division, day) == why


@pytest.mark.parametrize("division", Division)
@pytest.mark.parametrize("day", [date(2012, 5, 28), date(2020, 5, 4), date(2022, 5, 30)])
def test_the_day_a_holiday_was_moved_from_is_worked(division: Division, day: date) -> None:
    assert calendar_for(division).is_working_day(day)


def test_the_world_cup_holiday_is_scotlands_alone() -> None:
    day = date(2026, 6, 15)
    assert not SCOTLAND.is_working_day(day)
    assert ENGLAND.is_working_day(day)
    assert NORTHERN_IRELAND.is_working_day(day)


@pytest.mark.parametrize(
    ("day", "division", "why"),
    [
        (date(2024, 1, 2), Division.SCOTLAND, "2nd January"),
        (date(2024, 12, 2), Division.SCOTLAND, "St Andrew’s Day (substitute day)"),
        (date(2024, 8, 5), Division.SCOTLAND, "Summer bank holiday"),
        (date(2024, 3, 18), Division.NORTHERN_IRELAND, "St Patrick’s Day (substitute day)"),
        (date(2024, 7, 12), Division.NORTHERN_IRELAND, "Battle of the Boyne"),
    ],
)
def test_a_holiday_of_one_division_only(day: date, division: Division, why: str) -> None:
    assert named(division, day) == why
    others = set(Division) - {division}
    assert all(calendar_for(other).is_working_day(day) for other in others)


def test_scotland_works_on_easter_monday_and_the_last_monday_of_august() -> None:
    for day in (date(2024, 4, 1), date(2024, 8, 26)):
        assert SCOTLAND.is_working_day(day)
        assert not ENGLAND.is_working_day(day)


def test_two_holidays_on_one_day_are_both_named() -> None:
    assert named(Division.SCOTLAND, date(2012, 1, 2)) == (
        "2nd January and New Year’s Day (substitute day)"
    )


def test_the_true_date_of_a_substituted_holiday_is_just_a_saturday() -> None:
    """Christmas Day 2021 was a Saturday; the 27th and 28th stood in for it and Boxing Day."""
    skipped = ENGLAND.skipped(date(2021, 12, 24), date(2021, 12, 29))
    assert [(day.date.day, day.why) for day in skipped] == [
        (25, "Saturday"),
        (26, "Sunday"),
        (27, "Christmas Day (substitute day)"),
        (28, "Boxing Day (substitute day)"),
    ]


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        (date(2024, 5, 21), 5, date(2024, 5, 29)),  # over the spring bank holiday
        (date(2024, 3, 28), 1, date(2024, 4, 2)),  # Maundy Thursday
        (date(2024, 3, 30), 1, date(2024, 4, 2)),  # received on the Saturday of Easter
        (date(2023, 12, 21), 10, date(2024, 1, 9)),
        (date(2022, 9, 9), 5, date(2022, 9, 16)),
        (date(2022, 9, 16), 1, date(2022, 9, 20)),  # the funeral
        (date(2024, 6, 8), 0, date(2024, 6, 8)),  # nothing to add, even to a Saturday
    ],
)
def test_adding_as_on_a_wall_calendar(start: date, days: int, end: date) -> None:
    assert ENGLAND.add(start, days) == end


@pytest.mark.parametrize(
    ("after", "upto", "days"),
    [
        (date(2024, 5, 21), date(2024, 7, 18), 41),
        (date(2024, 5, 7), date(2024, 5, 9), 2),
        (date(2024, 5, 10), date(2024, 5, 12), 0),  # Friday to Sunday
        (date(2024, 5, 10), date(2024, 5, 10), 0),
    ],
)
def test_counting_as_the_ombudsman_does(after: date, upto: date, days: int) -> None:
    assert ENGLAND.count(after, upto) == days


def test_a_closure_is_skipped_by_the_landlord_and_worked_by_the_code() -> None:
    landlord = calendar_for(Division.ENGLAND_AND_WALES, CLOSEDOWN)
    start = date(2024, 12, 20)
    assert landlord.add(start, 5) == date(2025, 1, 6)
    assert landlord.code.add(start, 5) == date(2024, 12, 31)
    assert landlord.code is ENGLAND


def test_closures_are_named_and_a_bank_holidays_name_goes_first() -> None:
    closures = (*CLOSEDOWN, Skipped(date(2024, 12, 25), "Christmas closing"))
    landlord = calendar_for(Division.ENGLAND_AND_WALES, closures)
    skipped = landlord.skipped(date(2024, 12, 24), date(2024, 12, 28))
    assert [day.why for day in skipped] == [
        "Christmas Day",
        "Boxing Day",
        "Christmas closing",
        "Saturday",
    ]


def test_skipped_and_counted_days_make_up_the_whole_stretch() -> None:
    after, upto = date(2019, 12, 1), date(2024, 2, 29)
    skipped = ENGLAND.skipped(after, upto)
    assert len(skipped) + ENGLAND.count(after, upto) == (upto - after).days
    assert [day.date for day in skipped] == sorted({day.date for day in skipped})


@pytest.mark.parametrize("day", [date(2011, 12, 31), date(2033, 1, 1), date.min, date.max])
def test_a_day_beyond_what_is_known_is_refused(day: date) -> None:
    asks = [
        lambda: ENGLAND.is_working_day(day),
        lambda: ENGLAND.add(day, 0),
        lambda: ENGLAND.count(min(day, FIRST), max(day, FIRST)),
        lambda: ENGLAND.skipped(min(day, LAST), max(day, LAST)),
    ]
    for ask in asks:
        with pytest.raises(UnknownDay, match=rf"{day}.*2012-01-01 to 2032-12-31"):
            ask()


def test_arriving_beyond_what_is_known_is_refused() -> None:
    with pytest.raises(UnknownDay, match="2 working days after 2032-12-30"):
        ENGLAND.add(date(2032, 12, 30), 2)
    assert ENGLAND.add(date(2032, 12, 30), 1) == date(2032, 12, 31)


def test_the_coverage_is_at_least_two_years_ahead() -> None:
    """Look again each year: the bank holidays of the new years are then known."""
    assert date.today() + timedelta(days=2 * 366) <= LAST
    assert date(2012, 1, 1) == FIRST


def test_a_moment_is_not_a_day() -> None:
    with pytest.raises(UnknownDay):
        ENGLAND.add(datetime(2024, 5, 21, 9, 30), 5)


def test_counting_backwards_and_negative_days_are_refused() -> None:
    with pytest.raises(ValueError, match="2024-05-01 is before 2024-05-02"):
        ENGLAND.count(date(2024, 5, 2), date(2024, 5, 1))
    with pytest.raises(ValueError, match="2024-05-01 is before 2024-05-02"):
        ENGLAND.skipped(date(2024, 5, 2), date(2024, 5, 1))
    with pytest.raises(ValueError, match="-1 working days"):
        ENGLAND.add(date(2024, 5, 2), -1)


def test_a_closure_beyond_the_coverage_is_refused() -> None:
    closure = Skipped(date(2040, 1, 2), "Office move")
    with pytest.raises(UnknownDay, match="closure day 2040-01-02"):
        Calendar(Division.ENGLAND_AND_WALES, (closure,)).add(date(2024, 1, 2), 1)


def test_the_identity_tells_calendars_apart_and_equal_ones_not() -> None:
    landlord = Calendar(Division.ENGLAND_AND_WALES, CLOSEDOWN)
    calendars = (ENGLAND, SCOTLAND, NORTHERN_IRELAND, landlord)
    assert len({calendar.identity for calendar in calendars}) == 4
    assert Calendar(Division.ENGLAND_AND_WALES).identity == ENGLAND.identity
    assert ENGLAND.identity.startswith("england-and-wales 2012-2032 ")


def test_a_calendar_is_kept() -> None:
    assert calendar_for(Division.SCOTLAND) is calendar_for(Division.SCOTLAND)
    with pytest.raises(ValueError, match="wales"):
        calendar_for("wales")
