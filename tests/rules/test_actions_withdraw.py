"""Withdrawing: only at the resident's wish, and one may come back."""

import pytest

from redress.rules.access import Verb
from redress.rules.actions.reopen import Reopen
from redress.rules.actions.withdraw import Withdraw
from redress.rules.facts import Finding, State
from tests.rules.inputs import on
from tests.rules.story import BEN, MARY, reach

RUNNING = [
    State.STAGE_1_RECEIVED,
    State.STAGE_1_LOGGED,
    State.STAGE_1_OPEN,
    State.STAGE_2_REQUESTED,
    State.STAGE_2_OPEN,
]
SAID = Withdraw(how=" She rang: it is mended. ")


@pytest.mark.parametrize("state", RUNNING)
def test_it_ends_the_running_stage_as_withdrawn(state: State) -> None:
    story = reach(state)
    story.does(Verb.WITHDRAW, SAID, "Fri 29 May", MARY)
    stage = story.facts.stage
    assert (story.facts.state, stage.outcome) == (State.WITHDRAWN, Finding.WITHDRAWN)
    assert (stage.ended_on, stage.responded_on) == (on("Fri 29 May"), None)
    assert story.events[-1].note == {"how": "She rang: it is mended.", "from": state.value}


@pytest.mark.parametrize("state", RUNNING)
def test_coming_back_gives_the_same_stage_and_dates(state: State) -> None:
    story = reach(state)
    before = story.facts
    story.does(Verb.WITHDRAW, SAID, "Fri 29 May", MARY)
    story.does(Verb.REOPEN, Reopen(reason="It leaks again."), "Mon 1 Jun", BEN)
    assert story.facts == before


def test_the_letter_confirms_the_day() -> None:
    (letter,) = reach(State.STAGE_1_OPEN).does(Verb.WITHDRAW, SAID, "Thu 7 May").letters
    assert (letter.kind, letter.facts) == (
        "withdrawal",
        {"withdrawn_date": "Thursday 7 May 2026"},
    )


def test_withdrawing_stage_2_leaves_the_stage_1_answer() -> None:
    story = reach(State.STAGE_2_OPEN)
    story.does(Verb.WITHDRAW, SAID, "Fri 29 May", MARY)
    assert [stage.outcome for stage in story.facts.stages] == [Finding.UPHELD, Finding.WITHDRAWN]


def test_nothing_is_withdrawn_without_a_note_of_how() -> None:
    assert reach(State.STAGE_1_OPEN).refuses(Verb.WITHDRAW, Withdraw(how=" "), "Thu 7 May") == [
        ("how_missing", "Code 5.12")
    ]
