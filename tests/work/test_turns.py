"""Rounds are run once when they are due, and one that fails keeps no other from its turn."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from redress.cases.models import Round as Row
from redress.work import turns
from redress.work.rounds import ROUNDS, Round
from redress.work.worker import TooLong, limited
from tests.work.messages import START, Clock

pytestmark = pytest.mark.django_db


class Counted:
    """A round that counts its runs."""

    def __init__(self, name: str = "counted", every: float = 60, **others: bool) -> None:
        self.ran: list[datetime] = []
        self.round = Round(name, timedelta(minutes=every), self.run, **others)

    def run(self, now: datetime) -> int:
        self.ran.append(now)
        return 3


def turn(clock: Clock, *rounds: Round) -> None:
    turns.begin(clock(), rounds)
    for each in turns.due(clock(), rounds):
        turns.run(each, clock)


def test_it_runs_when_it_is_due_and_not_between(clock: Clock) -> None:
    counted = Counted()
    for _ in range(181):
        turn(clock, counted.round)
        clock.goes(minutes=1)
    assert counted.ran == [START + timedelta(hours=hours) for hours in range(4)]
    row = Row.objects.get()
    assert (row.did, row.problem, row.held_until) == (3, "", None)


def test_after_four_days_off_it_runs_once_and_then_keeps_its_hours(clock: Clock) -> None:
    counted = Counted()
    turn(clock, counted.round)
    clock.goes(days=4, minutes=20)
    for _ in range(10):
        turn(clock, counted.round)
        clock.goes(minutes=1)
    assert len(counted.ran) == 2
    clock.now = START + timedelta(days=4, hours=1)
    turn(clock, counted.round)
    assert len(counted.ran) == 3


def test_two_nodes_run_it_once(clock: Clock) -> None:
    counted = Counted()
    turns.begin(clock(), (counted.round,))
    seen_by_both = turns.due(clock(), (counted.round,))
    assert turns.run(seen_by_both[0], clock)
    assert not turns.run(seen_by_both[0], clock)
    assert len(counted.ran) == 1


def test_while_one_node_runs_it_another_does_not(clock: Clock) -> None:
    seen: list[object] = []
    inner = Round("inner", timedelta(hours=1), lambda now: seen.append(again()) or 0)

    def again() -> bool:
        clock.goes(minutes=5)
        return bool(turns.due(clock(), (inner,))) or turns.run(inner, clock)

    turn(clock, inner)
    assert seen == [False]


def test_a_round_that_fails_says_why_and_the_others_go_on(clock: Clock) -> None:
    bad = Round("bad", timedelta(hours=1), lambda now: 1 // 0)
    counted = Counted()
    turn(clock, bad, counted.round)
    assert len(counted.ran) == 1
    row = Row.objects.get(name="bad")
    assert row.problem.startswith("ZeroDivisionError")
    assert row.due_at == START + timedelta(hours=1)


def test_one_that_was_killed_is_run_again_and_after_three_times_left_out(clock: Clock) -> None:
    counted = Counted(every=24 * 60)
    turns.begin(clock(), (counted.round,))
    for _ in range(3):
        assert turns.due(clock(), (counted.round,))
        assert turns._taken(counted.round, clock()) is not None  # and it is killed
        clock.goes(minutes=11)
    turn(clock, counted.round)
    assert not counted.ran
    row = Row.objects.get()
    assert "never ended" in row.problem and row.due_at == START + timedelta(days=1)
    clock.now = START + timedelta(days=1)
    turn(clock, counted.round)
    assert len(counted.ran) == 1
    row.refresh_from_db()
    assert (row.problem, row.stalls) == ("", 0)


def test_the_late_end_of_a_stalled_run_is_not_believed(clock: Clock) -> None:
    counted = Counted()
    turns.begin(clock(), (counted.round,))
    stalled = turns._taken(counted.round, clock())
    assert stalled is not None
    clock.goes(minutes=11)
    turn(clock, counted.round)
    turns._ended(counted.round, stalled, clock(), 99, "late")
    assert (Row.objects.get().did, Row.objects.get().problem) == (3, "")


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        (datetime(2026, 5, 6, 7, 59, tzinfo=UTC), False),  # 8:59 in London
        (datetime(2026, 5, 6, 8, 0, tzinfo=UTC), True),
        (datetime(2026, 5, 6, 15, 59, tzinfo=UTC), True),
        (datetime(2026, 5, 6, 16, 0, tzinfo=UTC), False),
        (datetime(2026, 12, 1, 16, 30, tzinfo=UTC), True),  # winter time
        (datetime(2026, 5, 9, 10, 0, tzinfo=UTC), False),  # Saturday
        (datetime(2026, 4, 6, 10, 0, tzinfo=UTC), False),  # Easter Monday
        (datetime(2026, 12, 28, 10, 0, tzinfo=UTC), False),  # for Boxing Day
    ],
)
def test_office_hours(moment: datetime, is_open: bool) -> None:
    assert turns.in_office_hours(moment) is is_open


@pytest.mark.parametrize(
    "day", [datetime(2026, 3, 28, tzinfo=UTC), datetime(2026, 10, 24, tzinfo=UTC)]
)
def test_when_the_clocks_change_nothing_runs_twice_or_not_at_all(
    clock: Clock, day: datetime
) -> None:
    counted, clock.now = Counted(every=30), day
    for _ in range(2 * 24 * 6):
        turn(clock, counted.round)
        clock.goes(minutes=10)
    assert counted.ran == [day + timedelta(minutes=30 * number) for number in range(96)]


def test_reminders_wait_for_the_morning(clock: Clock) -> None:
    counted = Counted(office_hours=True)
    clock.now = datetime(2026, 5, 8, 17, 0, tzinfo=UTC)  # Friday evening
    for _ in range(3 * 24 * 6):
        turn(clock, counted.round)
        clock.goes(minutes=10)
    assert [moment.day for moment in counted.ran] == [11] * 8
    assert counted.ran[0] == datetime(2026, 5, 11, 8, 0, tzinfo=UTC)


def test_what_takes_too_long_is_ended() -> None:
    with pytest.raises(TooLong, match="x took longer than"), limited(0.05, "x"):
        while True:
            pass


def test_the_table_of_rounds_is_sound(clock: Clock) -> None:
    names = [each.name for each in ROUNDS]
    assert len(set(names)) == len(names)
    assert all(0 < len(name) <= 40 for name in names)
    with time_machine.travel(START):
        turn(clock, *ROUNDS)
    assert not Row.objects.exclude(problem="").exists()
