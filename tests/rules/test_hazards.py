"""The dates of Awaab's Law beside a complaint, counted by hand."""

from datetime import date

import pytest

from redress.rules.calendar import UnknownDay
from redress.rules.hazards import AWAAB, hazard_dates

FRIDAY = date(2026, 5, 1)  # Monday 4 and Monday 25 May 2026 are bank holidays


def test_an_emergency_is_24_hours_whatever_the_day() -> None:
    (found,) = hazard_dates(("danger_now",), FRIDAY)
    assert found.due.date == date(2026, 5, 2)  # a Saturday
    assert (found.due.counted_from, found.due.source) == (FRIDAY, AWAAB)


def test_damp_and_mould_is_looked_into_in_10_working_days() -> None:
    (found,) = hazard_dates(("vulnerable", "damp_and_mould"), FRIDAY)
    # 5, 6, 7, 8, 11, 12, 13, 14, 15, 18 May
    assert found.due.date == date(2026, 5, 18)
    assert date(2026, 5, 4) in [skipped.date for skipped in found.due.skipped]
    assert "written summary within 3 working days" in found.then


def test_both_and_neither() -> None:
    both = hazard_dates(("danger_now", "damp_and_mould"), FRIDAY)
    assert [each.risk for each in both] == ["danger_now", "damp_and_mould"]
    assert hazard_dates(("vulnerable", "at_risk"), FRIDAY) == ()


def test_before_the_law_there_is_nothing_to_show() -> None:
    assert hazard_dates(("danger_now",), date(2025, 10, 26)) == ()
    assert len(hazard_dates(("danger_now",), date(2025, 10, 27))) == 1


def test_a_year_without_bank_holidays_is_no_guess() -> None:
    with pytest.raises(UnknownDay):
        hazard_dates(("damp_and_mould",), date(2099, 1, 5))
