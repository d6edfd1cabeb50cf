"""The calculator of compensation: amounts worked by hand, the turn of the guidance, bad files."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redress.rules.compensation import (
    Failure,
    Per,
    guidance_on,
    guidances,
    load,
    work_out,
)
from redress.rules.policy_files import PolicyError
from tests.rules.inputs import on

TURN = date(2026, 4, 1)
COLD, HALF, DARK, LIGHTS, MISSED = (
    "heating-and-hot-water",
    "heating-or-hot-water",
    "power",
    "lighting",
    "missed-appointment",
)


@pytest.mark.parametrize(
    ("name", "first", "last", "times", "pounds"),
    [
        (COLD, "Fri 1 May", "Fri 1 May", 1, 15),  # one day
        (COLD, "Fri 1 May", "Sun 10 May", 1, 150),  # ten days, both ends
        (HALF, "Fri 1 May", "Sun 10 May", 1, 80),
        (DARK, "Fri 29 May", "Mon 1 Jun", 1, 40),  # over a month's end
        (LIGHTS, "Fri 1 May", "Thu 7 May", 1, 10),  # seven days: a week
        (LIGHTS, "Fri 1 May", "Fri 8 May", 1, 20),  # the second week has begun
        (LIGHTS, "Fri 1 May", "Thu 14 May", 1, 20),
        (MISSED, "Fri 1 May", "Sun 31 May", 3, 45),  # three times, whatever the days
        (COLD, "Wed 1 Apr", "Wed 1 Apr", 1, 15),  # the first day of the fixed sums
        (COLD, "Tue 31 Mar", "Tue 31 Mar", 1, 0),  # the day before: no fixed sum, none made up
        (COLD, "Sat 28 Mar", "Fri 3 Apr", 1, 45),  # three of the seven days
        (MISSED, "Sat 28 Mar", "Tue 31 Mar", 2, 0),
        (MISSED, "Sat 28 Mar", "Wed 1 Apr", 2, 30),  # counted by the last day
    ],
)
def test_the_amount(name: str, first: str, last: str, times: int, pounds: int) -> None:
    assert work_out(Failure(name, on(first), on(last), times)).pounds == pounds


def test_both_editions_stand_side_by_side_over_their_turn() -> None:
    worked = work_out(Failure(COLD, on("Sat 28 Mar"), on("Fri 3 Apr")))
    before, after = worked.parts
    assert (before.first, before.last, before.count) == (on("Sat 28 Mar"), on("Tue 31 Mar"), 4)
    assert before.guidance and (before.each, before.pounds) == (None, None)
    assert [(band.least, band.most) for band in before.guidance.bands] == [
        (50, 100),
        (100, 600),
        (600, 1000),
        (1000, None),
    ]
    assert (after.first, after.last, after.count, after.each) == (TURN, on("Fri 3 Apr"), 3, 15)
    assert worked.as_newest == 105  # all seven days at £15
    assert after.guidance and after.guidance.bands == ()  # none has been seen for 2026


def test_a_period_under_one_edition_has_one_answer() -> None:
    worked = work_out(Failure(COLD, TURN, TURN + timedelta(days=1)))
    assert (len(worked.parts), worked.as_newest, worked.says) == (
        1,
        None,
        "No heating and no hot water",
    )


def test_days_before_every_edition_are_said_to_have_none() -> None:
    worked = work_out(Failure(DARK, date(2024, 3, 30), date(2024, 4, 2)))
    assert [(part.guidance is None, part.count) for part in worked.parts] == [(True, 2), (False, 2)]
    assert guidance_on(date(2024, 3, 31)) is None


@pytest.mark.parametrize(
    "failure",
    [
        Failure("damp", TURN, TURN),
        Failure(COLD, TURN, TURN - timedelta(days=1)),
        Failure(MISSED, TURN, TURN, 0),
    ],
)
def test_what_cannot_be_worked_out(failure: Failure) -> None:
    with pytest.raises(ValueError, match=r"no edition|before the first"):
        work_out(failure)


names = st.sampled_from([each.name for each in guidances()[-1].sums])
days = st.dates(date(2025, 6, 1), date(2027, 6, 1))


@given(names, days, st.integers(0, 400), st.integers(0, 60))
def test_a_day_more_never_makes_it_less(name: str, first: date, long: int, more: int) -> None:
    short = work_out(Failure(name, first, first + timedelta(days=long)))
    longer = work_out(Failure(name, first, first + timedelta(days=long + more)))
    assert longer.pounds >= short.pounds
    assert short.as_newest is None or short.as_newest >= short.pounds


@given(names, days, st.integers(0, 400))
def test_the_parts_cover_every_day_once(name: str, first: date, long: int) -> None:
    last = first + timedelta(days=long)
    worked = work_out(Failure(name, first, last))
    if worked.per is Per.TIME:
        return
    covered = [
        part.first + timedelta(days=day)
        for part in worked.parts
        for day in range((part.last - part.first).days + 1)
    ]
    assert covered == [first + timedelta(days=day) for day in range(long + 1)]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("title = 'x'\nsource = 'y'", "there must be sums or bands"),
        ("title = 'x'", "source: Field required"),
        ("title = ", "is not TOML"),
        (
            "title='x'\nsource='y'\n[[sums]]\nname='a'\nsays='A'\npounds=0\nper='day'",
            "sums.0.pounds: Input should be greater than 0",
        ),
        (
            "title='x'\nsource='y'\n[[sums]]\nname='a'\nsays='A'\npounds=1.5\nper='day'",
            "sums.0.pounds",
        ),
        (
            "title='x'\nsource='y'\n[[sums]]\nname='a'\nsays='A'\npounds=1\nper='moon'",
            "sums.0.per",
        ),
        (
            "title='x'\nsource='y'\n[[bands]]\nname='a'\nsays='A'\nleast=9\nmost=9",
            "most must be larger than least",
        ),
        ("title='x'\nsource='y'\ncolour='red'", "colour"),
    ],
)
def test_a_bad_file_says_what_is_wrong(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "2027-04-01.toml"
    path.write_text(text)
    with pytest.raises(PolicyError, match=r"2027-04-01\.toml") as caught:
        load(path)
    assert says in str(caught.value)


def test_a_file_is_named_by_its_first_day(tmp_path: Path) -> None:
    path = tmp_path / "soon.toml"
    path.write_text("title='x'\nsource='y'\n[[bands]]\nname='a'\nsays='A'\nleast=9")
    with pytest.raises(PolicyError, match="start"):
        load(path)
