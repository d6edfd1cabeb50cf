"""Allocating: a named handler, and at stage 2 another one (Code 6.13)."""

from datetime import date

import pytest

from redress.rules.access import Actor, Role, Verb
from redress.rules.actions.allocate import Allocate, decide
from redress.rules.decision import Book, Context, Decision, Refused
from redress.rules.facts import State
from redress.rules.policy import Guard, Mode
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


@pytest.mark.parametrize(
    ("due", "reasons"),
    [
        (None, [("not_trained", "Code 4.3")]),
        (date(2026, 5, 19), [("refresher_overdue", "Code 4.3")]),
        (date(2026, 5, 20), []),
        (date(2026, 5, 21), []),
    ],
)
def test_somebody_without_training_warns_and_bars_only_where_the_policy_says_so(
    due: date | None, reasons: list[tuple[str, str]]
) -> None:
    case = reach(State.STAGE_1_OPEN).facts
    on = date(2026, 5, 20)
    answer = decide(case, EVE, Context(AMINA, on, Book(), lambda person: due))
    assert isinstance(answer, Decision)
    assert [(said.code, said.provision) for said in answer.warnings] == reasons
    strict = warning(Guard.TRAINING, mode=Mode.REFUSE)
    barred = decide(case, EVE, Context(AMINA, on, strict, lambda person: due))
    found = barred.reasons if isinstance(barred, Refused) else ()
    assert [(said.code, said.provision) for said in found] == reasons


def test_a_handler_does_not_allocate() -> None:
    handler = Actor(66, "Hal", frozenset({Role.HANDLER}))
    story = reach(State.STAGE_1_OPEN)
    assert story.refuses(Verb.ALLOCATE, EVE, "Tue 5 May", handler) == [("not_permitted", "")]
