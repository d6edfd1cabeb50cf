"""Dates still to be met, in words. Bank holiday in sight: Monday 25 May 2026."""

from datetime import date

import pytest

from redress.people.models import Landlord
from redress.rules.calendar import calendar_for
from redress.web.desk.due import due_words, landlord_calendar, time_to

CALENDAR = calendar_for("england-and-wales")
FRIDAY, SATURDAY, SUNDAY = date(2026, 5, 22), date(2026, 5, 23), date(2026, 5, 24)
HOLIDAY, TUESDAY = date(2026, 5, 25), date(2026, 5, 26)


@pytest.mark.parametrize(
    ("due_on", "today", "left", "tone"),
    [
        (TUESDAY, TUESDAY, "due today", "soon"),
        (TUESDAY, FRIDAY, "1 working day left", "soon"),
        (date(2026, 5, 28), FRIDAY, "3 working days left", ""),
        (FRIDAY, TUESDAY, "1 working day late", "late"),
        (FRIDAY, date(2026, 6, 5), "9 working days late", "late"),
        (FRIDAY, HOLIDAY, "late", "late"),  # no working day has passed, and it is late all the same
        (SUNDAY, SATURDAY, "before the next working day", "soon"),
        (SATURDAY, SATURDAY, "due today", "soon"),
    ],
)
def test_time_to(due_on: date, today: date, left: str, tone: str) -> None:
    assert time_to(due_on, today, CALENDAR) == (left, tone)


def test_before_the_calendar_begins_it_is_late_and_nobody_counts() -> None:
    assert time_to(date(2009, 1, 5), TUESDAY, CALENDAR) == ("late", "late")
    assert time_to(date(2099, 1, 5), TUESDAY, CALENDAR) == ("", "")


def test_a_clock_and_an_action_in_words() -> None:
    words = due_words("respond", date(2026, 5, 28), FRIDAY, CALENDAR)
    assert (words.what, words.left) == ("Respond by Thu 28 May 2026", "3 working days left")
    assert due_words("action", FRIDAY, FRIDAY, CALENDAR).what == (
        "Promised action due Fri 22 May 2026"
    )


def test_a_landlord_counts_by_the_calendar_of_its_policy(landlord: Landlord) -> None:
    assert landlord_calendar(landlord, FRIDAY).add(FRIDAY, 1) == TUESDAY
