"""Correcting the received date: open dates move, met ones never do."""

import pytest

from redress.rules.access import Actor, Role, Verb
from redress.rules.actions.correct_received_date import CorrectReceivedDate
from redress.rules.actions.extend import Extend
from redress.rules.actions.raise_complaint import RaiseComplaint
from redress.rules.facts import Clock, State
from tests.rules.inputs import on
from tests.rules.story import AMINA, BEN, Story, begun, dates, reach

OFFICER_TOO = Actor(22, "Ben Ford", BEN.roles | {Role.COMPLAINTS_OFFICER})


def right(when: str, reason: str = "The envelope was found.") -> CorrectReceivedDate:
    return CorrectReceivedDate(received_on=on(when), reason=reason)


def corrected(story: Story, when: str, today: str) -> Story:
    story.does(Verb.CORRECT_RECEIVED_DATE, right(when), today, AMINA)
    return story


def test_before_the_acknowledgement_both_clocks_move() -> None:
    """Received on Wed 29 April: 5 working days to 7 May, 10 more to 21 May."""
    story = corrected(begun(), "Wed 29 Apr", "Tue 5 May")
    assert dates(story.clock(1, Clock.ACKNOWLEDGE)) == (on("Thu 7 May"), on("Thu 7 May"))
    assert dates(story.clock(1, Clock.RESPOND)) == (on("Thu 21 May"), on("Thu 21 May"))
    assert story.facts.received_on == story.facts.stage.received_on == on("Wed 29 Apr")


def test_the_record_says_what_was_moved_and_why() -> None:
    note = corrected(begun(), "Wed 29 Apr", "Tue 5 May").events[-1].note
    assert note == {
        "reason": "The envelope was found.",
        "was": "2026-05-01",
        "redated": [
            {"clock": "acknowledge", "was": "2026-05-11", "is": "2026-05-07"},
            {"clock": "respond", "was": "2026-05-26", "is": "2026-05-21"},
        ],
    }


def test_a_met_deadline_keeps_its_dates_and_the_open_one_moves() -> None:
    """Received on 22 April it should have been acknowledged by the 29th: response by 14 May."""
    story = reach(State.STAGE_1_OPEN)  # acknowledged on 5 May
    before = story.clock(1, Clock.ACKNOWLEDGE)
    corrected(story, "Wed 22 Apr", "Wed 6 May")
    assert story.clock(1, Clock.ACKNOWLEDGE) == before
    assert dates(story.clock(1, Clock.RESPOND)) == (on("Thu 14 May"), on("Thu 14 May"))


def test_a_first_call_that_is_owed_moves_and_one_that_was_made_does_not() -> None:
    owed = corrected(begun("tower-hamlets-homes"), "Wed 29 Apr", "Tue 5 May")
    assert owed.clock(1, Clock.FIRST_CALL).due_on == on("Fri 1 May")


def test_a_date_the_resident_was_told_stays() -> None:
    story = reach(State.STAGE_1_OPEN)
    told = Extend(new_date=on("Wed 27 May"), reason="The roofer is ill.")
    story.does(Verb.EXTEND, told, "Mon 11 May")
    corrected(story, "Wed 22 Apr", "Tue 12 May")
    clock = story.clock(1, Clock.RESPOND)
    assert (clock.due_on, dates(clock)[1]) == (on("Wed 27 May"), on("Thu 14 May"))


def test_at_stage_2_the_request_is_dated_anew_and_the_complaint_is_not() -> None:
    story = reach(State.STAGE_2_REQUESTED)
    story.does(Verb.CORRECT_RECEIVED_DATE, right("Tue 19 May"), "Thu 21 May", OFFICER_TOO)
    assert story.facts.received_on == on("Fri 1 May")
    assert story.facts.stage.received_on == on("Tue 19 May")
    # 20, 21, 22, 26 and 27 May
    assert dates(story.clock(2, Clock.ACKNOWLEDGE)) == (on("Wed 27 May"), on("Wed 27 May"))


def test_a_complaint_raised_from_a_request_leaves_the_first_contact_alone() -> None:
    story = reach(State.REQUEST_OPEN)
    raised = RaiseComplaint(dissatisfaction="Nobody came.", received_on=on("Fri 8 May"))
    story.does(Verb.RAISE_COMPLAINT, raised, "Mon 11 May")
    corrected(story, "Thu 7 May", "Tue 12 May")
    assert story.facts.received_on == on("Fri 1 May")
    assert story.facts.stage.received_on == on("Thu 7 May")
    early = right("Thu 30 Apr")  # before the request itself
    assert story.refuses(Verb.CORRECT_RECEIVED_DATE, early, "Tue 12 May") == [
        ("date_out_of_range", "Code 6.2")
    ]


@pytest.mark.parametrize(
    ("when", "policy", "promise"),
    [
        ("Fri 31 Mar 2023", "harrow/2021-04-01", "Wed 3 May 2023"),  # 15 days after 11 April
        ("Tue 4 Apr 2023", "harrow/2023-04-01", "Thu 27 Apr 2023"),  # 10 days after 13 April
    ],
)
def test_the_policy_is_that_of_the_right_day(when: str, policy: str, promise: str) -> None:
    story = corrected(begun("harrow", when="Wed 5 Apr 2023"), when, "Thu 6 Apr 2023")
    assert story.facts.stage.policy == policy
    assert dates(story.clock(1, Clock.RESPOND))[0] == on(promise)


@pytest.mark.parametrize(
    ("state", "when", "today"),
    [
        (State.STAGE_1_RECEIVED, "Wed 6 May", "Tue 5 May"),  # tomorrow
        (State.STAGE_1_RECEIVED, "Sat 2 May", "Tue 5 May"),  # after it was recorded
        (State.STAGE_1_LOGGED, "Sat 2 May", "Tue 5 May"),  # after it was logged
        (State.STAGE_1_OPEN, "Wed 6 May", "Thu 7 May"),  # after the acknowledgement
        (State.STAGE_2_REQUESTED, "Thu 30 Apr", "Thu 21 May"),  # before the complaint
    ],
)
def test_the_day_lies_inside_the_life_of_the_stage(state: State, when: str, today: str) -> None:
    story = reach(state)
    refused = story.refuses(Verb.CORRECT_RECEIVED_DATE, right(when), today)
    assert refused == [("date_out_of_range", "Code 6.2")]


@pytest.mark.parametrize("when", ["Mon 1 Jan 0001", "Sun 31 Mar 2024"])
def test_a_day_before_the_first_policy_is_refused(when: str) -> None:
    assert begun().refuses(Verb.CORRECT_RECEIVED_DATE, right(when), "Tue 5 May") == [
        ("date_not_known", "")
    ]


def test_it_needs_a_reason() -> None:
    assert begun().refuses(Verb.CORRECT_RECEIVED_DATE, right("Wed 29 Apr", " "), "Tue 5 May") == [
        ("reason_missing", "Code 5.12")
    ]
