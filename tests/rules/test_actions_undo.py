"""Taking back a step: the case is as it was, and the record knows both."""

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redress.rules.access import Verb
from redress.rules.actions.undo import NEVER, Step, Undo
from redress.rules.decision import Decision
from redress.rules.facts import State
from redress.rules.record import back, evolve
from tests.rules.inputs import plausible
from tests.rules.story import AMINA, BEN, PATHS, Story, reach
from tests.rules.walks import start, step

LATELY = timedelta(seconds=40)


def last_of(story: Story, before: Story) -> Step:
    return Step((story.events[-1].name,), AMINA.id, LATELY, False, before.case)


def acknowledged() -> tuple[Story, Undo]:
    """A complaint acknowledged 40 seconds ago, and the undoing of that."""
    before, story = reach(State.STAGE_1_LOGGED), reach(State.STAGE_1_OPEN)
    return story, Undo(step=last_of(story, before))


@pytest.mark.parametrize(
    ("state", "earlier"),
    [
        (State.STAGE_1_LOGGED, State.STAGE_1_RECEIVED),
        (State.STAGE_1_OPEN, State.STAGE_1_LOGGED),
        (State.STAGE_1_ANSWERED, State.STAGE_1_OPEN),
        (State.CLOSED, State.STAGE_1_ANSWERED),
        (State.REQUEST_ANSWERED, State.REQUEST_OPEN),
    ],
)
def test_the_case_is_what_it_was(state: State, earlier: State) -> None:
    before, story = reach(earlier), reach(state)
    story.does(Verb.UNDO, Undo(step=last_of(story, before)), story.today, AMINA)
    assert story.facts == before.facts
    assert story.events[-1].name == "undone"


def test_stage_2_goes_with_its_clocks() -> None:
    before, story = reach(State.STAGE_1_ANSWERED), reach(State.STAGE_2_REQUESTED)
    given = Undo(step=replace(last_of(story, before), by=BEN.id))
    story.does(Verb.UNDO, given, story.today, BEN)
    assert [stage.number for stage in story.facts.stages] == [1]
    assert {deadline.stage for deadline in story.facts.deadlines} == {1}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"by": 99}, "not_yours_to_undo"),
        ({"by": None}, "not_yours_to_undo"),
        ({"age": timedelta(minutes=10, seconds=1)}, "too_late_to_undo"),
        ({"has_left": True}, "letter_has_left"),
        ({"before": None}, "nothing_to_undo"),
        ({"names": ("acknowledged", "opened_restricted")}, "nothing_to_undo"),
    ],
)
def test_what_stands_against_it(change: dict[str, object], code: str) -> None:
    story, given = acknowledged()
    assert given.step
    changed = Undo(step=replace(given.step, **change))  # type: ignore[arg-type]
    assert story.refuses(Verb.UNDO, changed, story.today, AMINA) == [(code, "")]


def test_ten_minutes_are_enough() -> None:
    story, given = acknowledged()
    assert given.step
    story.does(Verb.UNDO, Undo(step=replace(given.step, age=timedelta(minutes=10))), story.today)
    assert story.facts.state is State.STAGE_1_LOGGED


def test_undoing_is_not_undone() -> None:
    assert "undone" in NEVER


@given(seed=st.integers(0, 10_000))
@settings(max_examples=60)
def test_whatever_was_done_can_be_laid_back(seed: int) -> None:
    pick = random.Random(seed).choice
    walk = start(pick)
    for _ in range(8):
        before = walk.story.facts
        if step(walk, pick):
            after = walk.story.facts
            assert evolve(after, back(after, before)) == before


def test_what_is_gone_cannot_be_put_back() -> None:
    before, after = reach(State.STAGE_2_OPEN).facts, reach(State.STAGE_1_OPEN).facts
    with pytest.raises(ValueError, match="deadlines"):
        back(after, replace(before, stages=after.stages))


def test_any_step_of_the_paths_can_be_taken_back_and_taken_again() -> None:
    story = reach(State.STAGE_1_LOGGED)
    verb, when, by = PATHS[State.STAGE_1_OPEN][-1]
    first = story.does(verb, plausible(verb, story.case, date(2026, 5, 5)), when, by)
    done = story.facts
    before = reach(State.STAGE_1_LOGGED)
    story.does(Verb.UNDO, Undo(step=last_of(story, before)), when, by)
    again = story.tries(verb, plausible(verb, story.case, date(2026, 5, 5)), when, by)
    assert isinstance(again, Decision) and again.events == first.events
    story.takes(again, story.today)
    assert story.facts == done
