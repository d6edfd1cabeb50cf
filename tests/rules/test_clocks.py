"""The clocks of both stages on real dates; every date here was counted on a wall calendar."""

from datetime import date, datetime

import pytest

from redress.rules import clocks
from redress.rules.calendar import Division, UnknownDay, calendar_for
from redress.rules.facts import Clock, DeadlineFacts, Skipped
from redress.rules.policy import Stage, Start
from redress.rules.span_words import read_span
from tests.rules.stages_by_hand import (
    CODE_1,
    CODE_2,
    HEREFORDSHIRE_2,
    THA_2,
    THH_1,
    THH_2,
    stage,
)

ENGLAND = calendar_for(Division.ENGLAND_AND_WALES)
CLOSEDOWN = tuple(Skipped(date(2024, 12, day), "Christmas closing") for day in (27, 30, 31))
CLOSED = calendar_for(Division.ENGLAND_AND_WALES, CLOSEDOWN)


def ends(words: str, start: date) -> date:
    return clocks.due(read_span(words), start, ENGLAND, source="here").date


def acknowledge(received: date, policy: Stage, code: Stage = CODE_1) -> DeadlineFacts:
    return clocks.acknowledge(
        received, stage=1, stage_policy=policy, code_stage=code, calendar=CLOSED
    )


def respond(
    received: date,
    acknowledged: date | None,
    policy: Stage = CODE_1,
    code: Stage = CODE_1,
    number: int = 1,
) -> DeadlineFacts:
    return clocks.respond(
        received,
        acknowledged,
        stage=number,
        stage_policy=policy,
        code_stage=code,
        calendar=CLOSED,
    )


def dates(deadline: DeadlineFacts) -> tuple[date | None, ...]:
    """Promise, Code limit, literal reading."""
    answers = (deadline.promise, deadline.code, deadline.code_literal)
    return tuple(answer and answer.date for answer in answers)


class TestUnits:
    @pytest.mark.parametrize(
        ("words", "start", "end"),
        [
            ("10 working days", date(2024, 5, 21), date(2024, 6, 5)),
            ("28 calendar days", date(2024, 2, 1), date(2024, 2, 29)),
            ("8 weeks", date(2024, 11, 6), date(2025, 1, 1)),
            ("6 months", date(2023, 8, 31), date(2024, 2, 29)),
            ("1 month", date(2023, 1, 31), date(2023, 2, 28)),
            ("1 month", date(2024, 1, 31), date(2024, 2, 29)),
            ("1 month", date(2024, 2, 29), date(2024, 3, 29)),
            ("12 months", date(2024, 2, 29), date(2025, 2, 28)),
            ("1 month", date(2024, 12, 15), date(2025, 1, 15)),
            ("48 hours", date(2024, 5, 24), date(2024, 5, 26)),  # Friday to Sunday
            ("25 hours", date(2024, 5, 24), date(2024, 5, 26)),
            ("48 working hours", date(2024, 5, 24), date(2024, 6, 5)),  # 7 days of 7 hours
            ("7 working hours", date(2024, 5, 24), date(2024, 5, 28)),
            ("24 to 48 hours", date(2024, 5, 20), date(2024, 5, 22)),  # the upper end
        ],
    )
    def test_each_unit(self, words: str, start: date, end: date) -> None:
        assert ends(words, start) == end

    def test_hours_from_a_moment_end_on_the_day_they_run_out(self) -> None:
        friday = datetime(2024, 5, 24, 17, 0)
        assert ends("48 hours", friday) == date(2024, 5, 26)
        assert ends("6 hours", friday) == date(2024, 5, 24)
        assert ends("7 hours", friday) == date(2024, 5, 25)

    def test_working_hours_follow_the_landlords_office_day(self) -> None:
        two_days = clocks.due(
            read_span("48 working hours"), date(2024, 5, 13), ENGLAND, source="x", office_hours=24
        )
        assert two_days.date == date(2024, 5, 15)

    def test_a_reading_gives_the_date_and_the_words_stand_beside_it(self) -> None:
        span = read_span("48 hours, read as 2 working days")
        due = clocks.due(span, date(2024, 5, 24), ENGLAND, source="Acknowledgements")
        assert due.date == date(2024, 5, 29)
        assert due.as_written == date(2024, 5, 26)
        assert due.span is span
        assert due.source == "Acknowledgements"

    def test_the_working_shows_day_0_and_each_day_skipped(self) -> None:
        due = clocks.due(read_span("5 working days"), date(2024, 3, 27), ENGLAND, source="6.2")
        assert due.date == date(2024, 4, 5)
        assert due.counted_from == date(2024, 3, 27)
        assert [day.why for day in due.skipped] == [
            "Good Friday",
            "Saturday",
            "Sunday",
            "Easter Monday",
        ]
        assert due.as_written is None

    def test_calendar_days_skip_nothing(self) -> None:
        due = clocks.due(read_span("28 calendar days"), date(2024, 3, 27), ENGLAND, source="3")
        assert due.skipped == ()

    @pytest.mark.parametrize("words", ["28 calendar days", "1 week", "2 months", "24 hours"])
    def test_a_date_after_the_last_year_is_refused(self, words: str) -> None:
        with pytest.raises(UnknownDay, match="after 9999-12-31"):
            ends(words, date.max)


class TestAcknowledge:
    def test_five_working_days_from_receipt(self) -> None:
        deadline = acknowledge(date(2024, 5, 24), CODE_1)
        assert dates(deadline) == (date(2024, 6, 3), date(2024, 6, 3), None)
        assert deadline.clock is Clock.ACKNOWLEDGE

    def test_received_at_the_weekend_day_1_is_monday(self) -> None:
        assert dates(acknowledge(date(2024, 6, 8), CODE_1))[1] == date(2024, 6, 14)
        assert dates(acknowledge(date(2024, 6, 9), CODE_1))[1] == date(2024, 6, 14)

    def test_a_promise_of_48_hours_beside_the_code(self) -> None:
        deadline = acknowledge(date(2024, 5, 24), THH_1)
        assert dates(deadline)[:2] == (date(2024, 5, 29), date(2024, 6, 3))
        assert deadline.promise and deadline.promise.as_written == date(2024, 5, 26)

    def test_no_promise_where_the_policy_makes_none(self) -> None:
        assert dates(acknowledge(date(2024, 5, 24), HEREFORDSHIRE_2, CODE_2)) == (
            None,
            date(2024, 6, 3),
            None,
        )

    def test_closures_move_the_promise_and_never_the_code(self) -> None:
        assert dates(acknowledge(date(2024, 12, 20), CODE_1))[:2] == (
            date(2025, 1, 6),
            date(2024, 12, 31),
        )

    def test_an_edition_without_a_limit_is_a_fault(self) -> None:
        with pytest.raises(ValueError, match=r"6\.2"):
            acknowledge(date(2024, 5, 24), CODE_1, HEREFORDSHIRE_2)


class TestRespond:
    RECEIVED = date(2024, 6, 3)  # a Monday; acknowledged by Monday 10 June

    def test_ten_working_days_from_a_prompt_acknowledgement(self) -> None:
        day = date(2024, 6, 19)
        assert dates(respond(self.RECEIVED, date(2024, 6, 5))) == (day, day, day)

    def test_a_late_acknowledgement_buys_no_time(self) -> None:
        """Acknowledged on day 9; the literal reading would move the response to day 19."""
        deadline = respond(self.RECEIVED, date(2024, 6, 14))
        assert dates(deadline) == (date(2024, 6, 24), date(2024, 6, 24), date(2024, 6, 28))
        assert deadline.code and deadline.code.counted_from == date(2024, 6, 10)

    def test_none_yet_counts_as_made_on_the_day_it_is_due(self) -> None:
        day = date(2024, 6, 24)
        assert dates(respond(self.RECEIVED, None)) == (day, day, day)

    def test_the_promise_counts_from_the_landlords_own_acknowledgement_date(self) -> None:
        """48 hours are promised; acknowledged on day 4, in time for the Code alone."""
        assert dates(respond(self.RECEIVED, date(2024, 6, 7), THH_1)) == (
            date(2024, 6, 19),
            date(2024, 6, 21),
            date(2024, 6, 21),
        )

    def test_a_promise_may_count_from_receipt(self) -> None:
        policy = stage("5 working days", "10 working days", "10 working days", Start.RECEIVED)
        deadline = respond(self.RECEIVED, date(2024, 6, 6), policy)
        assert dates(deadline)[:2] == (date(2024, 6, 17), date(2024, 6, 20))
        assert deadline.promise and deadline.promise.counted_from == self.RECEIVED

    @pytest.mark.parametrize(
        ("policy", "promise"),
        [
            (CODE_2, date(2024, 7, 8)),
            (THA_2, date(2024, 7, 1)),
            (THH_2, date(2024, 7, 3)),  # from day 2
            (HEREFORDSHIRE_2, date(2024, 7, 8)),  # no promise to acknowledge: the Code's
        ],
    )
    def test_stage_2(self, policy: Stage, promise: date) -> None:
        deadline = respond(self.RECEIVED, None, policy, CODE_2, number=2)
        assert dates(deadline) == (promise, date(2024, 7, 8), date(2024, 7, 8))
        assert deadline.stage == 2

    def test_closures_move_the_promise_and_never_the_code(self) -> None:
        received = date(2024, 12, 20)
        assert dates(respond(received, received)) == (
            date(2025, 1, 13),
            date(2025, 1, 8),
            date(2025, 1, 8),
        )

    def test_acknowledged_and_received_on_a_saturday(self) -> None:
        assert dates(respond(date(2024, 6, 8), date(2024, 6, 8)))[1] == date(2024, 6, 21)

    def test_acknowledged_before_received_is_refused(self) -> None:
        with pytest.raises(ValueError, match=r"on 2024-06-01, before.* on 2024-06-03"):
            respond(self.RECEIVED, date(2024, 6, 1))


class TestExtend:
    RESPONSE = respond(date(2024, 6, 3), date(2024, 6, 5), THH_2, CODE_2, number=2)
    LIMIT, CAP = date(2024, 6, 19), date(2024, 7, 3)

    def test_the_furthest_dates_count_from_the_first_ones(self) -> None:
        assert dates(self.RESPONSE)[:2] == (date(2024, 7, 3), date(2024, 7, 3))
        found = clocks.furthest(
            self.RESPONSE, stage_policy=THH_2, code_stage=CODE_2, calendar=CLOSED
        )
        assert found.promise and found.promise.date == date(2024, 7, 17)
        assert found.code and found.code.date == date(2024, 7, 31)
        assert found.code.counted_from == date(2024, 7, 3)

    def test_no_promise_has_no_furthest(self) -> None:
        nothing = DeadlineFacts(2, Clock.RESPOND, promise=None, code=None)
        found = clocks.furthest(nothing, stage_policy=THH_2, code_stage=CODE_2, calendar=CLOSED)
        assert found == clocks.Furthest(None, None)

    @pytest.mark.parametrize(
        ("told_on", "new_date", "stands"),
        [
            (date(2024, 6, 18), date(2024, 6, 26), date(2024, 6, 26)),
            (date(2024, 6, 19), date(2024, 6, 26), date(2024, 6, 26)),  # on the last day
            (date(2024, 6, 20), date(2024, 6, 26), date(2024, 6, 19)),  # too late
            (date(2024, 6, 18), date(2024, 7, 10), date(2024, 7, 3)),  # too long
            (date(2024, 6, 18), date(2024, 6, 10), date(2024, 6, 19)),  # not forward
        ],
    )
    def test_where_a_limit_stands(self, told_on: date, new_date: date, stands: date) -> None:
        found = clocks.extended(self.LIMIT, self.CAP, told_on=told_on, new_date=new_date)
        assert found == stands


class TestLateBy:
    @pytest.mark.parametrize(
        ("due", "met", "days"),
        [
            (date(2024, 6, 19), date(2024, 6, 18), 0),
            (date(2024, 6, 19), date(2024, 6, 19), 0),
            (date(2024, 6, 19), date(2024, 6, 20), 1),
            (date(2024, 6, 21), date(2024, 6, 24), 1),
            (date(2024, 6, 21), date(2024, 6, 22), 0),  # Saturday: late, by no working day
            (date(2024, 12, 24), date(2025, 1, 2), 4),
        ],
    )
    def test_working_days_after_the_due_date(self, due: date, met: date, days: int) -> None:
        assert clocks.late_by(due, met, ENGLAND) == days
