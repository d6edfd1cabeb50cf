"""Which packs a policy promises, and the days they are made on."""

from datetime import date, timedelta

import pytest

from redress.rules.access import Actor, may_look_over
from redress.rules.calendar import Calendar, Division, calendar_for
from redress.rules.packs import Kind, kinds, latest, period_of, planned, upcoming
from redress.rules.policy_choices import Every
from redress.rules.policy_files import landlord_slugs, policies_of

ENGLAND: Calendar = calendar_for(Division.ENGLAND_AND_WALES)


def kind(name: str) -> Kind:
    return next(each for each in kinds() if each.kind == name)


def made(name: str, today: date) -> tuple[str, date]:
    due = latest(kind(name), today, ENGLAND)
    return due.period.text, due.on


@pytest.mark.parametrize("slug", landlord_slugs())
def test_every_report_that_a_policy_promises_is_one_pack(slug: str) -> None:
    for policy in policies_of(slug):
        for report in policy.reports:
            carrying = [
                each.kind
                for each in kinds()
                if (report.report, report.to, report.every)
                in {(of.report, of.to, of.every) for of in each.of}
            ]
            assert len(carrying) == 1, (policy.id, report.named, carrying)


def test_what_each_landlord_has() -> None:
    """Harrow's report, 4, 10 and 12; Tower Hamlets' policy and self-assessment; Herefordshire's
    policy, 4.1 and 5; Together's, 9.3."""
    has = {
        slug: [each.kind.kind for each in planned(policies_of(slug)[-1])]
        for slug in landlord_slugs()
    }
    assert has == {
        "code-model": ["member-update", "board-pack", "year"],
        "harrow": [
            *("monday-figures", "complex-cases", "monthly-return", "learning-meeting"),
            *("board-pack", "newsletter", "year"),
        ],
        "herefordshire": ["service-figures", "management-board", "year"],
        "together": ["year"],
        "tower-hamlets-homes": ["service-meeting", "member-update", "board-pack", "newsletter"],
    }
    board = planned(policies_of("tower-hamlets-homes")[-1])[2]
    assert board.named == ("Management Team and Board; Board, Executive Team and Residents' Panel")
    assert board.clause == "Stage 2 – Review; Learning from complaints"


def test_who_is_sent_a_pack_may_open_it() -> None:
    sent = {role for each in kinds() for role in each.roles}
    assert all(may_look_over(Actor(1, "Ann", frozenset({role}))) for role in sent)


def test_monday_figures_are_of_the_week_before() -> None:
    assert made("monday-figures", date(2026, 11, 30)) == ("2026-W48", date(2026, 11, 30))
    assert made("monday-figures", date(2026, 11, 29)) == ("2026-W47", date(2026, 11, 23))


def test_a_monday_that_is_a_holiday_moves_to_the_next_working_day() -> None:
    """Easter Monday 6 April 2026; Christmas 2026: Monday 28 December is Boxing Day's substitute."""
    assert made("monday-figures", date(2026, 4, 6)) == ("2026-W13", date(2026, 3, 30))
    assert made("monday-figures", date(2026, 4, 7)) == ("2026-W14", date(2026, 4, 7))
    assert made("monday-figures", date(2026, 12, 28)) == ("2026-W51", date(2026, 12, 21))
    assert made("monday-figures", date(2026, 12, 29)) == ("2026-W52", date(2026, 12, 29))


def test_complex_cases_come_on_friday_of_the_week_itself() -> None:
    """Good Friday 3 April 2026 moves it past Easter Monday, 6 April."""
    assert made("complex-cases", date(2026, 11, 27)) == ("2026-W48", date(2026, 11, 27))
    assert made("complex-cases", date(2026, 11, 26)) == ("2026-W47", date(2026, 11, 20))
    assert made("complex-cases", date(2026, 4, 6)) == ("2026-W13", date(2026, 3, 27))
    assert made("complex-cases", date(2026, 4, 7)) == ("2026-W14", date(2026, 4, 7))


@pytest.mark.parametrize(
    ("name", "eve", "day", "period"),
    [
        ("monthly-return", date(2026, 10, 31), date(2026, 11, 2), "2026-10"),  # 1 is a Sunday
        ("board-pack", date(2026, 6, 30), date(2026, 7, 1), "2026-Q1"),
        ("board-pack", date(2026, 12, 31), date(2027, 1, 4), "2026-Q3"),  # Friday 1 is a holiday
        ("management-board", date(2026, 9, 30), date(2026, 10, 1), "2026-H1"),
        ("year", date(2026, 3, 31), date(2026, 4, 1), "2025-26"),
        ("service-meeting", date(2026, 10, 25), date(2026, 10, 26), "2026-09-14..2026-10-25"),
    ],
)
def test_the_others_come_on_the_first_working_day_after(
    name: str, eve: date, day: date, period: str
) -> None:
    assert made(name, day) == (period, day)
    assert made(name, eve)[0] != period


def test_six_weeks_are_six_weeks_for_ever() -> None:
    day, before = date(2023, 4, 3), None
    for _ in range(60):
        period = period_of(Every.SIX_WEEKLY, day)
        assert (period.start, period.days) == (day, 42)
        assert before is None or before == period.start - timedelta(days=1)
        day, before = period.end + timedelta(days=1), period.end


@pytest.mark.parametrize("each", kinds(), ids=lambda each: each.kind)
def test_day_by_day_each_period_is_due_once_and_the_next_is_told(each: Kind) -> None:
    """Two years, day by day: what was told as to come is what comes, on a working day."""
    told, day = upcoming(each, date(2026, 1, 1), ENGLAND), date(2026, 1, 2)
    while day < date(2028, 1, 1):
        due = latest(each, day, ENGLAND)
        if day == told.on:
            assert due == told and ENGLAND.is_working_day(day)
            told = upcoming(each, day, ENGLAND)
            assert told.period.start == due.period.end + timedelta(days=1)
        assert due.on <= day < told.on
        day += timedelta(days=1)


def test_after_three_weeks_away_only_the_last_week_is_due() -> None:
    assert made("monday-figures", date(2026, 11, 25)) == ("2026-W47", date(2026, 11, 23))


def test_regular_is_no_period() -> None:
    with pytest.raises(ValueError, match="regular says no period"):
        period_of(Every.REGULAR, date(2026, 11, 30))
    assert all(each.made is not Every.REGULAR for each in kinds())
