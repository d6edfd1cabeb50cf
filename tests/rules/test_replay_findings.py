"""Histories judged: what went wrong, by provision. A contradiction is a finding, never an error."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redress.rules.history import Event, History, What
from redress.rules.history_reading import read_history
from redress.rules.policy_files import code_by_id
from redress.rules.replay import judge

CODE = "2024-04-01"
ADVISED = {"reason": True, "ombudsman_details": True}
RECEIVED = {"date": "2024-06-03", "what": "received"}
ACKNOWLEDGED = {"date": "2024-06-05", "what": "acknowledged"}
ANSWERED = {"date": "2024-06-18", "what": "responded", "by": "A. Khan"}
ASKED = {"date": "2024-07-01", "what": "escalated"}
ACKNOWLEDGED_2 = {"date": "2024-07-03", "what": "acknowledged"}
ANSWERED_2 = {"date": "2024-07-30", "what": "responded", "by": "B. Osei"}
FIRST = (RECEIVED, ACKNOWLEDGED)
SECOND = (*FIRST, ANSWERED, ASKED, ACKNOWLEDGED_2)


def findings(*events: dict[str, Any]) -> list[tuple[str, str]]:
    judgement = judge(read_history({"events": list(events), "code": CODE}))
    return [(said.provision, said.says) for said in judgement.findings]


def provisions(*events: dict[str, Any]) -> list[str]:
    return [provision for provision, _ in findings(*events)]


def extended(on: str, to: str | None = "2024-06-26", **more: bool) -> dict[str, Any]:
    return {"date": on, "what": "extended", "to": to, **ADVISED, **more}


def test_nothing_is_said_of_what_was_done_well() -> None:
    assert findings(*SECOND, ANSWERED_2) == []


class TestLate:
    def test_acknowledged_late(self) -> None:
        late = {"date": "2024-06-12", "what": "acknowledged"}
        assert findings(RECEIVED, late, ANSWERED) == [
            (
                "6.2",
                "Stage 1 was acknowledged on Wed 12 Jun 2024, "
                "2 working days after the limit of Mon 10 Jun 2024.",
            )
        ]

    def test_answered_late(self) -> None:
        late = {"date": "2024-06-20", "what": "responded"}
        assert findings(*FIRST, late) == [
            (
                "6.3",
                "Stage 1 was answered on Thu 20 Jun 2024, "
                "1 working day after the limit of Wed 19 Jun 2024.",
            )
        ]

    def test_answered_on_the_saturday_after_is_late(self) -> None:
        """Acknowledged on Friday 7 June, due on Friday the 21st."""
        friday = {"date": "2024-06-07", "what": "acknowledged"}
        saturday = {"date": "2024-06-22", "what": "responded"}
        assert provisions(RECEIVED, friday, saturday) == ["6.3"]

    def test_late_at_stage_2(self) -> None:
        acknowledged = {"date": "2024-07-10", "what": "acknowledged"}
        answered = {"date": "2024-08-07", "what": "responded"}
        assert provisions(*FIRST, ANSWERED, ASKED, acknowledged, answered) == ["6.11", "6.14"]


class TestMissing:
    def test_never_acknowledged(self) -> None:
        assert findings(RECEIVED, ANSWERED) == [
            (
                "6.2",
                "No acknowledgement of stage 1 is recorded; "
                "it was due on Mon 10 Jun 2024 and counts as made then.",
            )
        ]

    def test_an_answer_in_five_days_needs_no_acknowledgement(self) -> None:
        assert findings(RECEIVED, {"date": "2024-06-10", "what": "responded"}) == []

    def test_never_answered(self) -> None:
        assert findings(*FIRST) == [
            ("6.3", "No stage 1 response is recorded; the limit was Wed 19 Jun 2024.")
        ]

    def test_stage_2_never_answered(self) -> None:
        assert provisions(*SECOND) == ["6.14"]

    def test_receipt_not_recorded(self) -> None:
        assert findings(ANSWERED) == [
            ("5.12", "The day the complaint was received is not recorded.")
        ]

    def test_stage_2_is_judged_even_without_a_receipt(self) -> None:
        assert provisions(ANSWERED, ASKED, ACKNOWLEDGED_2) == ["5.12", "6.14"]


class TestExtensions:
    ANSWER = {"date": "2024-06-26", "what": "responded"}

    def test_one_done_well(self) -> None:
        assert findings(*FIRST, extended("2024-06-19"), self.ANSWER) == []

    @pytest.mark.parametrize(
        ("extension", "found"),
        [
            (extended("2024-06-20"), ["6.4", "6.3"]),  # after the limit
            (extended("2024-06-17", reason=False), ["6.4", "6.3"]),
            (extended("2024-06-17", to=None), ["6.4", "6.3"]),
            (extended("2024-06-17", ombudsman_details=False), ["6.5"]),
            (extended("2024-06-17", to="2024-07-04"), ["6.4"]),  # 11 days
            (extended("2024-06-17", to="2024-07-03"), []),  # 10 days
            (extended("2024-06-17", to="2024-06-14"), ["5.12", "6.3"]),
            ({"date": "2024-06-17", "what": "extended"}, ["6.4", "6.4", "6.5", "6.3"]),
        ],
    )
    def test_each_fault(self, extension: dict[str, Any], found: list[str]) -> None:
        assert provisions(*FIRST, extension, self.ANSWER) == found

    @pytest.mark.parametrize(
        ("extension", "found"),
        [
            (extended("2024-08-01", to="2024-08-14"), ["6.15", "6.14"]),
            (extended("2024-07-29", to="2024-08-28", ombudsman_details=False), ["6.16"]),
            (extended("2024-07-29", to="2024-08-30"), ["6.15"]),  # 21 days
            (extended("2024-07-29", to="2024-08-14", reason=False), ["6.15", "6.14"]),
        ],
    )
    def test_each_fault_at_stage_2(self, extension: dict[str, Any], found: list[str]) -> None:
        answer = {"date": "2024-08-14", "what": "responded"}
        assert provisions(*SECOND, extension, answer) == found

    def test_told_after_the_answer(self) -> None:
        assert provisions(*FIRST, ANSWERED, extended("2024-06-19")) == ["5.12"]


class TestContradictions:
    def test_answered_before_it_was_received(self) -> None:
        early = {"date": "2024-05-31", "what": "responded"}
        assert findings(*FIRST, early, ANSWERED) == [
            (
                "5.12",
                "A response is dated Fri 31 May 2024, before the complaint was received on "
                "Mon 3 Jun 2024; it is not counted.",
            )
        ]

    def test_an_early_request_for_stage_2_does_not_open_it(self) -> None:
        early = {"date": "2024-05-31", "what": "escalated"}
        assert provisions(*FIRST, early, ANSWERED) == ["5.12"]

    def test_received_twice(self) -> None:
        again = {"date": "2024-06-10", "what": "received"}
        assert findings(*FIRST, again, ANSWERED) == [
            (
                "5.12",
                "The receipt is recorded 2 times, on Mon 3 Jun 2024 and Mon 10 Jun 2024; "
                "the first is counted.",
            )
        ]

    def test_asked_for_stage_2_twice(self) -> None:
        assert provisions(*SECOND, {**ASKED, "date": "2024-07-15"}, ANSWERED_2) == ["5.12"]

    def test_acknowledged_after_the_answer(self) -> None:
        late = {"date": "2024-06-10", "what": "acknowledged"}
        assert provisions(RECEIVED, {"date": "2024-06-06", "what": "responded"}, late) == ["5.12"]

    def test_two_answers_at_stage_1(self) -> None:
        again = {"date": "2024-06-19", "what": "responded"}
        assert provisions(*FIRST, ANSWERED, again) == ["6.10"]

    def test_two_answers_at_stage_2(self) -> None:
        again = {"date": "2024-07-31", "what": "responded"}
        assert provisions(*SECOND, ANSWERED_2, again) == ["6.20"]

    def test_stage_2_before_an_answer_at_stage_1(self) -> None:
        assert provisions(*FIRST, ASKED, ACKNOWLEDGED_2, ANSWERED_2) == ["6.10", "6.3"]

    def test_stage_2_after_a_refusal_is_in_order(self) -> None:
        refused = {"date": "2024-06-10", "what": "refused", **ADVISED}
        assert findings(*FIRST, refused, ASKED, ACKNOWLEDGED_2, ANSWERED_2) == []


class TestRefusals:
    @pytest.mark.parametrize(
        ("given", "found"),
        [
            (ADVISED, []),
            ({"reason": True}, ["2.4"]),
            ({"ombudsman_details": True}, ["2.4"]),
            ({}, ["2.4", "2.4"]),
        ],
    )
    def test_of_a_complaint(self, given: dict[str, bool], found: list[str]) -> None:
        assert provisions(*FIRST, {"date": "2024-06-10", "what": "refused", **given}) == found

    def test_of_stage_2(self) -> None:
        refused = {"date": "2024-07-05", "what": "refused"}
        assert provisions(*SECOND, refused) == ["5.11", "2.4"]


class TestPeople:
    def test_the_same_person_at_both_stages(self) -> None:
        again = {**ANSWERED_2, "by": "  a. KHAN "}
        assert findings(*SECOND, again) == [
            ("6.13", "a. KHAN considered both stage 1 and stage 2.")
        ]

    def test_whoever_refused_stage_1_considered_it(self) -> None:
        refused = {"date": "2024-06-10", "what": "refused", "by": "B. Osei", **ADVISED}
        assert provisions(*FIRST, refused, ASKED, ACKNOWLEDGED_2, ANSWERED_2) == ["6.13"]

    def test_people_not_named_are_not_compared(self) -> None:
        first, second = ({**each, "by": ""} for each in (ANSWERED, ANSWERED_2))
        assert findings(*FIRST, first, ASKED, ACKNOWLEDGED_2, second) == []


DAYS = st.integers(0, 120).map(lambda days: date(2024, 4, 1) + timedelta(days=days))
EVENTS = st.builds(
    Event,
    on=DAYS,
    what=st.sampled_from(What),
    to=st.none() | DAYS,
    reason=st.booleans(),
    ombudsman_details=st.booleans(),
    by=st.sampled_from(["", "A", "B"]),
)
TERMS = read_history({"events": [RECEIVED], "landlord": "together", "code": CODE}).terms
KNOWN = {provision.number for provision in code_by_id(f"code/{CODE}").provisions}


@given(st.lists(EVENTS, max_size=12))
def test_any_history_can_be_judged(events: list[Event]) -> None:
    judgement = judge(History(TERMS, tuple(events)))
    assert len(judgement.clocks) in (0, 2, 4)
    for clock in judgement.clocks:
        assert clock.met is None or (clock.took_working_days or 0) >= 0
    for said in judgement.findings:
        assert said.provision in KNOWN
        assert said.says.endswith(".")


@given(st.lists(EVENTS, min_size=1, max_size=8), st.randoms())
def test_findings_do_not_depend_on_the_order_of_different_days(
    events: list[Event], chance: Any
) -> None:
    by_day = list({event.on: event for event in events}.values())
    shuffled = chance.sample(by_day, len(by_day))
    assert judge(History(TERMS, tuple(shuffled))) == judge(History(TERMS, tuple(by_day)))
