"""Histories judged: the clocks. Numbers of published decisions are facts copied from them."""

from datetime import date
from typing import Any

import pytest

from redress.rules.calendar import UnknownDay
from redress.rules.facts import Clock
from redress.rules.history_reading import read_history
from redress.rules.replay import Judgement, judge
from redress.rules.replay_stage import ClockJudged

# A complaint of June 2024, all in time: acknowledge by Mon 10, respond by Wed 19.
PROMPT = (
    ("2024-06-03", "received"),
    ("2024-06-05", "acknowledged"),
    ("2024-06-18", "responded"),
)
# Stage 2: acknowledge by Mon 8 July; acknowledged on 3 July, respond by Wed 31.
ESCALATED = (
    *PROMPT,
    ("2024-07-01", "escalated"),
    ("2024-07-03", "acknowledged"),
    ("2024-07-30", "responded"),
)


def event(on: str, what: str, **more: Any) -> dict[str, Any]:
    return {"date": on, "what": what, **more}


def replay(*events: tuple[str, str] | dict[str, Any], **keys: Any) -> Judgement:
    lines = [each if isinstance(each, dict) else event(*each) for each in events]
    return judge(read_history({"events": lines, "code": "2024-04-01", **keys}))


def clock(judgement: Judgement, stage: int, which: Clock) -> ClockJudged:
    (found,) = [each for each in judgement.clocks if (each.stage, each.clock) == (stage, which)]
    return found


def respond(judgement: Judgement, stage: int = 1) -> ClockJudged:
    return clock(judgement, stage, Clock.RESPOND)


class TestClocks:
    def test_one_stage_in_time(self) -> None:
        judgement = replay(*PROMPT)
        assert judgement.clocks == (
            ClockJudged(
                stage=1,
                clock=Clock.ACKNOWLEDGE,
                counted_from=date(2024, 6, 3),
                code_due=date(2024, 6, 10),
                promise_due=None,
                met=date(2024, 6, 5),
                took_working_days=2,
                code_late_working_days=0,
                promise_late_working_days=None,
            ),
            ClockJudged(
                stage=1,
                clock=Clock.RESPOND,
                counted_from=date(2024, 6, 5),
                code_due=date(2024, 6, 19),
                promise_due=None,
                met=date(2024, 6, 18),
                took_working_days=11,
                code_late_working_days=0,
                promise_late_working_days=None,
            ),
        )
        assert judgement.findings == ()

    def test_stage_2_counts_from_the_request(self) -> None:
        judgement = replay(*ESCALATED)
        assert [(each.stage, each.clock.value) for each in judgement.clocks] == [
            (1, "acknowledge"),
            (1, "respond"),
            (2, "acknowledge"),
            (2, "respond"),
        ]
        assert clock(judgement, 2, Clock.ACKNOWLEDGE).code_due == date(2024, 7, 8)
        second = respond(judgement, 2)
        assert second.counted_from == date(2024, 7, 3)
        assert second.code_due == date(2024, 7, 31)
        assert second.took_working_days == 21
        assert judgement.findings == ()

    def test_a_late_acknowledgement_buys_no_time(self) -> None:
        late = respond(
            replay(
                ("2024-06-03", "received"),
                ("2024-06-14", "acknowledged"),
                ("2024-06-28", "responded"),
            )
        )
        assert late.counted_from == date(2024, 6, 10)
        assert late.code_due == date(2024, 6, 24)
        assert late.code_late_working_days == 4

    def test_an_acknowledgement_never_recorded_counts_on_the_day_it_was_due(self) -> None:
        judgement = replay(("2024-06-03", "received"), ("2024-06-28", "responded"))
        assert clock(judgement, 1, Clock.ACKNOWLEDGE).met is None
        assert respond(judgement).counted_from == date(2024, 6, 10)

    def test_never_answered(self) -> None:
        found = respond(replay(("2024-06-03", "received")))
        assert found.met is None
        assert found.took_working_days is None
        assert found.code_late_working_days is None

    def test_the_order_in_which_they_were_written_down_does_not_matter(self) -> None:
        assert replay(*reversed(ESCALATED)) == replay(*ESCALATED)

    def test_of_one_day_the_written_order_counts(self) -> None:
        day = "2024-06-18"
        before = replay(*PROMPT[:2], (day, "responded"), (day, "escalated"))
        after = replay(*PROMPT[:2], (day, "escalated"), (day, "responded"))
        assert respond(before).met == date(2024, 6, 18)
        assert respond(before, 2).met is None
        assert respond(after).met is None
        assert respond(after, 2).met == date(2024, 6, 18)

    def test_scotland_has_its_own_days(self) -> None:
        events = (("2024-08-01", "received"), ("2024-08-08", "acknowledged"))
        scotland = clock(replay(*events, calendar="scotland"), 1, Clock.ACKNOWLEDGE)
        assert scotland.code_due == date(2024, 8, 9)
        assert clock(replay(*events), 1, Clock.ACKNOWLEDGE).code_due == date(2024, 8, 8)

    def test_a_day_that_is_not_known_is_refused(self) -> None:
        with pytest.raises(UnknownDay, match="1999-06-03"):
            replay(("1999-06-03", "received"))


class TestPromise:
    def test_promises_in_words_stand_beside_the_code(self) -> None:
        judgement = replay(
            *ESCALATED,
            promise={
                "acknowledge": "2 working days",
                "stage_1": "5 working days",
                "stage_2": "15 working days",
            },
        )
        assert clock(judgement, 1, Clock.ACKNOWLEDGE).promise_due == date(2024, 6, 5)
        assert respond(judgement).promise_due == date(2024, 6, 12)
        assert respond(judgement).promise_late_working_days == 4
        assert respond(judgement).code_late_working_days == 0
        assert respond(judgement, 2).promise_due == date(2024, 7, 24)
        assert respond(judgement, 2).promise_late_working_days == 4

    def test_only_what_is_promised(self) -> None:
        judgement = replay(*ESCALATED, promise={"stage_2": "15 working days"})
        assert respond(judgement).promise_due is None
        assert respond(judgement, 2).promise_due == date(2024, 7, 24)
        assert clock(judgement, 2, Clock.ACKNOWLEDGE).promise_due is None

    def test_a_landlord_kept_here_is_judged_by_its_policy(self) -> None:
        judgement = replay(*ESCALATED, landlord="herefordshire")
        assert clock(judgement, 1, Clock.ACKNOWLEDGE).promise_due == date(2024, 6, 10)
        assert clock(judgement, 2, Clock.ACKNOWLEDGE).promise_due is None
        assert respond(judgement, 2).promise_due == date(2024, 7, 31)

    def test_any_other_landlord_is_a_name(self) -> None:
        assert respond(replay(*PROMPT, landlord="Southwark Council")).promise_due is None


class TestExtensions:
    """Acknowledged on 5 June 2024: the response was due on the 19th, at the furthest 3 July."""

    @pytest.mark.parametrize(
        ("told", "to", "due"),
        [
            ("2024-06-17", "2024-06-26", date(2024, 6, 26)),
            ("2024-06-19", "2024-06-26", date(2024, 6, 26)),  # on the last day
            ("2024-06-20", "2024-06-26", date(2024, 6, 19)),  # too late
            ("2024-06-17", "2024-07-12", date(2024, 7, 3)),  # too long
            ("2024-06-17", "2024-06-14", date(2024, 6, 19)),  # backwards
        ],
    )
    def test_where_one_leaves_the_limit(self, told: str, to: str, due: date) -> None:
        extended = event(told, "extended", to=to, reason=True, ombudsman_details=True)
        assert respond(replay(*PROMPT[:2], extended)).code_due == due

    def test_without_a_reason_or_a_date_it_moves_nothing(self) -> None:
        for more in ({"to": "2024-06-26"}, {"to": "2024-06-26", "reason": False}, {"reason": True}):
            extended = event("2024-06-17", "extended", **more)
            assert respond(replay(*PROMPT[:2], extended)).code_due == date(2024, 6, 19)

    def test_without_the_ombudsmans_details_it_moves_the_limit(self) -> None:
        extended = event("2024-06-17", "extended", to="2024-06-26", reason=True)
        assert respond(replay(*PROMPT[:2], extended)).code_due == date(2024, 6, 26)

    def test_a_second_one_stays_within_the_same_ten_days(self) -> None:
        told = {"what": "extended", "reason": True, "ombudsman_details": True}
        judgement = replay(
            *PROMPT[:2],
            {"date": "2024-06-17", "to": "2024-06-26", **told},
            {"date": "2024-06-25", "to": "2024-07-10", **told},
            ("2024-07-05", "responded"),
        )
        assert respond(judgement).code_due == date(2024, 7, 3)
        assert respond(judgement).code_late_working_days == 2

    def test_one_told_after_the_answer_moves_nothing(self) -> None:
        late = event("2024-06-19", "extended", to="2024-06-26", reason=True)
        assert respond(replay(*PROMPT, late)).code_due == date(2024, 6, 19)

    def test_it_moves_the_promise_too_within_what_the_landlord_allows(self) -> None:
        """Together: 15 working days at stage 2 and 10 more; the Code has 20 and 20."""
        extended = event("2024-07-20", "extended", to="2024-08-16", reason=True)
        found = respond(replay(*ESCALATED[:5], extended, landlord="together"), 2)
        assert found.promise_due == date(2024, 8, 7)
        assert found.code_due == date(2024, 8, 16)


class TestPublishedDecisions:
    """What the Ombudsman counted: some count the day of receipt as day 1, which is one more."""

    @pytest.mark.parametrize(
        ("received", "acknowledged", "responded", "stated", "day_of_receipt_is_day_1"),
        [
            ("2024-05-21", None, "2024-07-18", 42, True),  # 202407044
            ("2024-05-07", "2024-05-09", "2024-05-09", 3, True),  # 202410679
        ],
    )
    def test_days_taken_to_answer(
        self,
        received: str,
        acknowledged: str | None,
        responded: str,
        stated: int,
        day_of_receipt_is_day_1: bool,
    ) -> None:
        made = [(acknowledged, "acknowledged")] if acknowledged else []
        judgement = replay((received, "received"), *made, (responded, "responded"))
        assert respond(judgement).took_working_days == stated - day_of_receipt_is_day_1

    def test_southwark_202404949(self) -> None:
        judgement = replay(
            ("2023-10-30", "received"),
            ("2023-11-24", "responded"),
            ("2024-04-14", "escalated"),  # a Sunday
            ("2024-11-21", "responded"),
        )
        assert respond(judgement).code_due == date(2023, 11, 20)
        assert respond(judgement).code_late_working_days == 4
        assert clock(judgement, 2, Clock.ACKNOWLEDGE).code_due == date(2024, 4, 19)
        assert respond(judgement, 2).code_due == date(2024, 5, 20)
        assert respond(judgement, 2).took_working_days == 156
