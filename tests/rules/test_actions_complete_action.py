"""Completing a promised action: the day and what shows it (Code 7.3)."""

from dataclasses import replace

import pytest

from redress.rules.access import Verb
from redress.rules.actions.complete_action import CompleteAction
from redress.rules.facts import State
from tests.rules.inputs import MENDING, on
from tests.rules.story import answered

DONE = CompleteAction(number=1, done_on=on("Thu 11 Jun"), proof=" Job 4411 ")


def test_it_keeps_the_day_and_the_proof() -> None:
    story = answered(MENDING, replace(MENDING, what="Pay £50"))
    story.does(Verb.COMPLETE_ACTION, DONE, "Fri 12 Jun")
    one, two = story.facts.actions
    assert (one.done_on, one.proof, one.what) == (on("Thu 11 Jun"), "Job 4411", "Mend the ceiling")
    assert (two.done_on, two.proof) == (None, "")
    assert story.facts.state is State.STAGE_1_ANSWERED


@pytest.mark.parametrize("state", [State.STAGE_2_REQUESTED, State.STAGE_2_OPEN])
def test_a_stage_1_promise_is_kept_while_stage_2_runs(state: State) -> None:
    story = answered(MENDING, state=state)
    story.does(Verb.COMPLETE_ACTION, replace(DONE, done_on=story.today), story.today)
    assert (story.facts.actions[0].done_on, story.facts.state) == (story.today, state)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"number": 2}, "no_such_action"),
        ({"proof": " "}, "proof_missing"),
        ({"done_on": on("Sat 13 Jun")}, "date_out_of_range"),  # tomorrow
        ({"done_on": on("Thu 30 Apr")}, "date_out_of_range"),  # before the complaint
    ],
)
def test_what_is_refused(change: dict[str, object], code: str) -> None:
    given = replace(DONE, **change)  # type: ignore[arg-type]
    assert answered(MENDING).refuses(Verb.COMPLETE_ACTION, given, "Fri 12 Jun") == [
        (code, "Code 7.3")
    ]


def test_it_is_done_once() -> None:
    story = answered(MENDING)
    story.does(Verb.COMPLETE_ACTION, DONE, "Fri 12 Jun")
    assert story.refuses(Verb.COMPLETE_ACTION, DONE, "Mon 15 Jun") == [
        ("no_such_action", "Code 7.3")
    ]
