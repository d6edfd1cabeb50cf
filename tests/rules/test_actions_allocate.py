"""Allocating: a named handler, and at stage 2 another one (Code 6.13)."""

import pytest

from redress.rules.access import Actor, Role, Verb
from redress.rules.actions.allocate import Allocate
from redress.rules.facts import State
from redress.rules.policy import Guard
from tests.rules.story import AMINA, BEN, reach, warning

EVE = Allocate(handler=55, handler_name="Eve Hall")
TO_AMINA = Allocate(handler=11, handler_name="Amina Khan")  # who drafted stage 1
SAME = [("considered_stage_1", "Code 6.13")]


@pytest.mark.parametrize("state", [State.REQUEST_OPEN, State.STAGE_1_RECEIVED, State.STAGE_2_OPEN])
def test_it_names_the_handler_and_nothing_else_changes(state: State) -> None:
    story = reach(state)
    before = story.facts
    story.does(Verb.ALLOCATE, EVE, story.today, BEN)
    assert story.facts.handler == 55
    assert (story.facts.state, story.facts.deadlines) == (state, before.deadlines)
    assert story.events[-1].note == {"handler": "Eve Hall"}


@pytest.mark.parametrize("state", [State.STAGE_2_REQUESTED, State.STAGE_2_OPEN])
def test_nobody_who_considered_stage_1_handles_stage_2(state: State) -> None:
    assert reach(state).refuses(Verb.ALLOCATE, TO_AMINA, "Fri 19 Jun", BEN) == SAME


def test_the_handler_of_stage_1_may_be_anyone() -> None:
    story = reach(State.STAGE_1_ANSWERED)
    story.does(Verb.ALLOCATE, TO_AMINA, story.today)
    assert story.facts.handler == AMINA.id


def test_where_the_policy_warns_it_goes_ahead_and_says_so() -> None:
    story = reach(State.STAGE_2_REQUESTED, book=warning(Guard.SEPARATE_PEOPLE))
    assert story.warns(Verb.ALLOCATE, TO_AMINA, "Thu 21 May", BEN) == SAME


def test_a_handler_does_not_allocate() -> None:
    handler = Actor(66, "Hal", frozenset({Role.HANDLER}))
    story = reach(State.STAGE_1_OPEN)
    assert story.refuses(Verb.ALLOCATE, EVE, "Tue 5 May", handler) == [("not_permitted", "")]
