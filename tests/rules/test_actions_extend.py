"""Extending: told in writing before the date, with a cap from the first date (Code 6.4, 6.15)."""

from dataclasses import replace
from typing import Any

import pytest

from redress.rules.access import Verb
from redress.rules.actions.extend import Extend
from redress.rules.facts import Clock, State
from redress.rules.policy import Guard, Mode
from tests.rules.inputs import DEFINED, plausible
from tests.rules.inputs import on as day
from tests.rules.story import AMINA, BEN, CARA, Story, reach, warning

OUT_OF_TIME = [("date_has_passed", "Code 6.4")]
OVER = [("over_the_cap", "Code 6.4")]


def until(new_date: str, **others: Any) -> Extend:
    return Extend(new_date=day(new_date), **({"reason": "The roofer is ill."} | others))


def open_stage_1(landlord: str = "code-model", **others: Any) -> Story:
    """Acknowledged on Tue 5 May: due on Tue 19 May; 10 working days more end on Wed 3 June."""
    return reach(State.STAGE_1_OPEN, landlord, **others)


def open_stage_2(landlord: str = "code-model", **others: Any) -> Story:
    """Acknowledged on Tue 26 May: due on Tue 23 June; 20 working days more end on Tue 21 July."""
    return reach(State.STAGE_2_OPEN, landlord, **others)


def test_it_moves_the_date_and_keeps_what_was_told() -> None:
    story = open_stage_1()
    story.does(Verb.EXTEND, until("Wed 27 May", agreed=False), "Mon 18 May")
    clock, (told,) = story.clock(1, Clock.RESPOND), story.facts.stage.extensions
    assert clock.promise and clock.code
    assert (clock.due_on, clock.extended_to) == (day("Wed 27 May"), day("Wed 27 May"))
    assert clock.promise.date == clock.code.date == day("Tue 19 May")  # stay as they were
    assert (told.told_on, told.reason, told.agreed) == (
        day("Mon 18 May"), "The roofer is ill.", False,
    )  # fmt: skip


def test_the_letter_gives_both_dates_and_the_reason() -> None:
    (letter,) = open_stage_1().does(Verb.EXTEND, until("Wed 27 May"), "Mon 18 May").letters
    assert (letter.kind, letter.facts) == (
        "extension",
        {
            "stage_name": "stage 1",
            "old_date": "Tuesday 19 May 2026",
            "new_date": "Wednesday 27 May 2026",
            "reason": "The roofer is ill.",
        },
    )


def test_on_the_due_date_it_is_in_time_and_the_day_after_it_is_not() -> None:
    story = open_stage_1()
    assert story.refuses(Verb.EXTEND, until("Wed 27 May"), "Wed 20 May") == OUT_OF_TIME
    story.does(Verb.EXTEND, until("Wed 27 May"), "Tue 19 May")


def test_the_cap_is_ten_working_days_after_the_code_date() -> None:
    story = open_stage_1()
    assert story.refuses(Verb.EXTEND, until("Thu 4 Jun"), "Mon 18 May") == OVER
    story.does(Verb.EXTEND, until("Wed 3 Jun"), "Mon 18 May")


def test_two_extensions_share_one_cap() -> None:
    """Ten working days after the first new date, 27 May, would have been 10 June."""
    story = open_stage_1()
    story.does(Verb.EXTEND, until("Wed 27 May"), "Mon 18 May")
    assert story.refuses(Verb.EXTEND, until("Thu 4 Jun"), "Wed 27 May") == OVER
    story.does(Verb.EXTEND, until("Wed 3 Jun"), "Wed 27 May")
    assert len(story.facts.stage.extensions) == 2


def test_a_second_extension_is_told_before_the_first_one_ends() -> None:
    story = open_stage_1()
    story.does(Verb.EXTEND, until("Wed 27 May"), "Mon 18 May")
    assert story.refuses(Verb.EXTEND, until("Wed 3 Jun"), "Thu 28 May") == OUT_OF_TIME


def test_a_late_acknowledgement_does_not_move_the_cap() -> None:
    """Acknowledged on 14 May, due 11 May: response due 26 May, cap 9 June."""
    story = reach(State.STAGE_1_LOGGED)
    story.does(Verb.ACKNOWLEDGE, DEFINED, "Thu 14 May")
    assert story.refuses(Verb.EXTEND, until("Wed 10 Jun"), "Tue 26 May") == OVER
    story.does(Verb.EXTEND, until("Tue 9 Jun"), "Tue 26 May")


@pytest.mark.parametrize(
    ("others", "refused"),
    [
        ({"good_reason": "The survey needs a licence.", "approved_by": CARA}, False),
        ({"good_reason": "The survey needs a licence."}, True),
        ({"good_reason": "The survey needs a licence.", "approved_by": AMINA.id}, True),
        ({"good_reason": " ", "approved_by": CARA}, True),
    ],
)
def test_beyond_the_cap_a_good_reason_and_a_second_person(
    others: dict[str, Any], refused: bool
) -> None:
    story = open_stage_1()
    if refused:
        assert story.refuses(Verb.EXTEND, until("Tue 30 Jun", **others), "Mon 18 May") == OVER
    else:
        story.does(Verb.EXTEND, until("Tue 30 Jun", **others), "Mon 18 May")
        assert story.clock(1, Clock.RESPOND).due_on == day("Tue 30 Jun")


def test_at_stage_2_the_cap_is_twenty_working_days() -> None:
    story = open_stage_2()
    over = story.refuses(Verb.EXTEND, until("Wed 22 Jul"), "Tue 23 Jun", BEN)
    assert over == [("over_the_cap", "Code 6.15")]
    story.does(Verb.EXTEND, until("Tue 21 Jul"), "Tue 23 Jun", BEN)


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (until("Tue 19 May"), ("not_later", "Code 6.4")),
        (until("Wed 27 May", reason=" "), ("reason_missing", "Code 6.4")),
        (
            until("Wed 27 May", ombudsman_details=False),
            ("ombudsman_details_missing", "Code 6.5"),
        ),
    ],
)
def test_what_an_extension_may_not_lack(given: Extend, reason: tuple[str, str]) -> None:
    assert open_stage_1().refuses(Verb.EXTEND, given, "Mon 18 May") == [reason]


def test_at_stage_2_the_same_by_its_own_provisions() -> None:
    given = until("Tue 23 Jun", reason="", ombudsman_details=False)
    assert open_stage_2().refuses(Verb.EXTEND, given, "Wed 24 Jun", BEN) == [
        ("reason_missing", "Code 6.15"),
        ("not_later", "Code 6.15"),
        ("date_has_passed", "Code 6.15"),
        ("ombudsman_details_missing", "Code 6.16"),
    ]


def test_a_date_no_calendar_knows_is_refused_even_for_a_good_reason() -> None:
    given = until("Fri 31 Dec 9999", good_reason="None.", approved_by=CARA)
    assert open_stage_1().refuses(Verb.EXTEND, given, "Mon 18 May") == [
        ("date_not_known", "Code 6.4")
    ]


@pytest.mark.parametrize(
    ("guard", "given", "told", "warnings"),
    [
        (Guard.EXTENSION_REASON, until("Wed 27 May", reason=""), "Mon 18 May",
         [("reason_missing", "Code 6.4")]),
        (Guard.EXTENSION_IN_TIME, until("Wed 27 May"), "Wed 20 May", OUT_OF_TIME),
        (Guard.OMBUDSMAN_DETAILS, until("Wed 27 May", ombudsman_details=False), "Mon 18 May",
         [("ombudsman_details_missing", "Code 6.5")]),
        # the model policy promises no more than the Code: both are said
        (Guard.EXTENSION_CAP, until("Thu 4 Jun"), "Mon 18 May",
         [*OVER, ("over_the_cap", "5 Stage 1")]),
    ],
)  # fmt: skip
def test_where_the_policy_warns_it_goes_ahead_and_says_so(
    guard: Guard, given: Extend, told: str, warnings: list[tuple[str, str]]
) -> None:
    story = open_stage_1(book=warning(guard))
    assert story.warns(Verb.EXTEND, given, told) == warnings
    assert story.clock(1, Clock.RESPOND).extended_to == given.new_date


def test_a_letter_without_a_reason_says_that_there_is_none() -> None:
    story = open_stage_1(book=warning(Guard.EXTENSION_REASON))
    decision = story.does(Verb.EXTEND, until("Wed 27 May", reason=" "), "Mon 18 May")
    assert decision.letters[0].facts["reason"] == "We did not write this down. Please ask us."


class TestTheLandlordsOwnWords:
    """Asked for by a policy, not by the Code: noted and never refused."""

    @pytest.mark.parametrize("agreed", [None, False])
    def test_tower_hamlets_homes_asks_for_agreement(self, agreed: bool | None) -> None:
        """T12. Acknowledged on Tue 5 May, so promised for Tue 19 May."""
        story = open_stage_1("tower-hamlets-homes")
        given = until("Wed 27 May", agreed=agreed)
        assert story.warns(Verb.EXTEND, given, "Mon 18 May") == [
            ("not_agreed", "Timescales: Stage 1 Complaints")
        ]

    def test_with_agreement_there_is_nothing_to_say(self) -> None:
        story = open_stage_1("tower-hamlets-homes")
        assert story.warns(Verb.EXTEND, until("Wed 27 May", agreed=True), "Mon 18 May") == []

    def test_a_policy_may_have_it_refused(self) -> None:
        book = warning(Guard.EXTENSION_AGREEMENT, landlord="tower-hamlets-homes", mode=Mode.REFUSE)
        story = open_stage_1("tower-hamlets-homes", book=book)
        # the acknowledgement's own guard is back at refuse in this made-up policy
        assert story.refuses(Verb.EXTEND, until("Wed 27 May"), "Mon 18 May") == [
            ("not_agreed", "Timescales: Stage 1 Complaints")
        ]

    def test_together_asks_for_agreement_beyond_its_ten_days(self) -> None:
        """A11: "longer only with agreement". 10 working days after 19 May end on 3 June."""
        story = open_stage_1("together")
        beyond = until("Thu 4 Jun", good_reason="A licence is needed.", approved_by=CARA)
        assert story.warns(Verb.EXTEND, beyond, "Mon 18 May") == [("not_agreed", "5.5")]

    @pytest.mark.parametrize(
        ("given", "warnings"),
        [
            (until("Wed 3 Jun"), []),
            (until("Thu 4 Jun", good_reason="A licence.", approved_by=CARA, agreed=True), []),
        ],
    )
    def test_within_ten_days_or_with_agreement_together_has_nothing_to_say(
        self, given: Extend, warnings: list[tuple[str, str]]
    ) -> None:
        assert open_stage_1("together").warns(Verb.EXTEND, given, "Mon 18 May") == warnings

    def test_togethers_shorter_stage_2_has_its_own_cap_within_the_codes(self) -> None:
        """A12: 15 working days after 26 May end on 16 June, 10 more on 30 June; the Code allows
        until 21 July.
        """
        story = open_stage_2("together")
        assert story.clock(2, Clock.RESPOND).due_on == day("Tue 16 Jun")
        assert story.warns(Verb.EXTEND, until("Wed 1 Jul"), "Mon 15 Jun", BEN) == [
            ("not_agreed", "5.6")
        ]

    def test_tower_hamlets_homes_allows_itself_less_than_the_code_at_stage_2(self) -> None:
        """T13. Its own 48 hours ended on 22 May, so its 20 working days end on 22 June and 10
        more on 6 July; the Code allows until 21 July.
        """
        clause = "Timescales: Stage 2 Complaints"
        reason = {"good_reason": "A licence is needed.", "approved_by": CARA}
        for given, warnings in (
            (until("Mon 6 Jul"), []),
            (until("Tue 7 Jul"), [("over_the_cap", clause)]),
            (until("Tue 7 Jul", **reason), []),
        ):
            story = open_stage_2("tower-hamlets-homes")
            assert story.warns(Verb.EXTEND, given, "Mon 15 Jun", BEN) == warnings


def test_a_stage_that_is_answered_cannot_be_extended() -> None:
    story = reach(State.STAGE_1_ANSWERED)
    given = replace(plausible(Verb.EXTEND, story.case, story.today), new_date=day("Wed 27 May"))
    assert story.refuses(Verb.EXTEND, given, "Tue 19 May") == [("not_now", "")]
