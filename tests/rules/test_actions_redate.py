"""Dates worked out again: only those that are not met, and each by the calendar as it is now."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redress.rules.access import SYSTEM, Verb
from redress.rules.actions.redate import Redate
from redress.rules.calendar import BankHoliday, calendar_for
from redress.rules.decision import Book, Context, Decision, Refused
from redress.rules.facts import CaseFacts, Clock, Skipped, State
from redress.rules.policy import Policy
from redress.rules.policy_files import policy_by_id
from redress.rules.stages import decide
from tests.rules.bank_holidays_by_hand import add, bank_holidays
from tests.rules.inputs import on
from tests.rules.story import reach

WHY = Redate(reason="A day of mourning.")
MON = on("Mon 11 May")


def book(*days: BankHoliday | Skipped) -> Book:
    def by_id(identity: str) -> Policy:
        policy = policy_by_id(identity)
        return policy.model_copy(update={"closures": (*policy.closures, *days)})

    return Book(by_id=by_id)


def redated(case: CaseFacts, *days: BankHoliday | Skipped) -> Decision | Refused:
    return decide(Verb.REDATE, case, WHY, Context(SYSTEM, on("Fri 8 May"), book(*days)))


def after(case: CaseFacts, *days: BankHoliday | Skipped) -> CaseFacts:
    from redress.rules.record import evolve

    answer = redated(case, *days)
    if isinstance(answer, Refused):
        assert [reason.code for reason in answer.reasons] == ["nothing_to_redate"]
        return case
    assert not answer.letters and not answer.messages
    return evolve(case, answer.events[0].patch)


def test_a_bank_holiday_moves_promise_and_code_limit_and_says_so() -> None:
    case = reach(State.STAGE_1_OPEN).facts
    was = case.deadline(1, Clock.RESPOND)
    answer = redated(case, BankHoliday(MON, "A day of mourning"))
    assert isinstance(answer, Decision) and was and was.code and was.promise
    (event,) = answer.events
    assert (event.name, event.note["reason"]) == ("redated", "A day of mourning.")
    for told in event.note["redated"]:
        assert told["clock"] == "respond"
        assert date.fromisoformat(told["is"]) - date.fromisoformat(told["was"]) == timedelta(days=1)
    assert {told["whose"] for told in event.note["redated"]} == {"promise", "code", "code_literal"}
    now = after(case, BankHoliday(MON, "A day of mourning")).deadline(1, Clock.RESPOND)
    assert now and now.code and Skipped(MON, "A day of mourning") in now.code.skipped


def test_a_closure_moves_the_promise_and_never_the_code_limit() -> None:
    case = reach(State.STAGE_1_OPEN).facts
    was = case.deadline(1, Clock.RESPOND)
    now = after(case, Skipped(MON, "Staff conference")).deadline(1, Clock.RESPOND)
    assert was and now and was.promise and now.promise
    assert now.code == was.code and now.code_literal == was.code_literal
    assert now.promise.date == was.promise.date + timedelta(days=1)


def test_twice_is_once() -> None:
    day = BankHoliday(MON, "A day of mourning")
    once = after(reach(State.STAGE_1_OPEN).facts, day)
    answer = redated(once, day)
    assert isinstance(answer, Refused) and answer.reasons[0].code == "nothing_to_redate"


def test_a_moved_holiday_counts_again() -> None:
    spring = on("Mon 25 May")
    assert not calendar_for("england-and-wales").is_working_day(spring)
    back = calendar_for("england-and-wales", (BankHoliday(spring, "Moved", kept=False),))
    assert back.is_working_day(spring) and back.code.is_working_day(spring)


def test_a_weekend_is_no_working_day_whatever_was_moved() -> None:
    saturday = on("Sat 9 May")
    calendar = calendar_for("england-and-wales", (BankHoliday(saturday, "Moved", kept=False),))
    assert not calendar.is_working_day(saturday)


def test_no_reason_is_refused() -> None:
    case = reach(State.STAGE_1_OPEN).facts
    context = Context(SYSTEM, MON, book(BankHoliday(MON, "A day of mourning")))
    answer = decide(Verb.REDATE, case, Redate(reason=" "), context)
    assert isinstance(answer, Refused) and answer.reasons[0].code == "reason_missing"


DAYS = st.sets(st.dates(date(2026, 4, 27), date(2026, 8, 31)), min_size=1, max_size=12)
RUNNING = [State.STAGE_1_RECEIVED, State.STAGE_1_OPEN, State.STAGE_2_REQUESTED, State.STAGE_2_OPEN]


@pytest.mark.parametrize("state", RUNNING)
@given(new=DAYS)
def test_met_dates_never_change_and_open_code_limits_are_those_counted_by_hand(
    state: State, new: set[date]
) -> None:
    case = reach(state).facts
    now = after(case, *(BankHoliday(day, "Proclaimed") for day in sorted(new)))
    stage = now.stage
    for was in case.deadlines:
        held = now.deadline(was.stage, was.clock)
        assert held
        if was.met_on is not None or was.stage != stage.number:
            assert held == was
    holidays = bank_holidays("england-and-wales") | new
    due = add(stage.received_on, 5, holidays)
    start = min(due, stage.acknowledged_on or due)
    expected = {Clock.ACKNOWLEDGE: due, Clock.RESPOND: add(start, 10 * stage.number, holidays)}
    for clock, day in expected.items():
        held = now.deadline(stage.number, clock)
        assert held and held.code
        if held.met_on is None:
            assert held.code.date == day
    assert replace(now, deadlines=case.deadlines) == case
