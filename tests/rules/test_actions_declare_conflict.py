"""A conflict of interest keeps its bearer from the case (Code 5.8c)."""

from redress.rules.access import Actor, Role, Verb
from redress.rules.actions.allocate import Allocate
from redress.rules.actions.declare_conflict import DeclareConflict
from redress.rules.facts import State
from tests.rules.story import AMINA, BEN, Story, reach

AUNT = DeclareConflict(conflict=True, about="The resident is my aunt.")
HAL = Actor(66, "Hal Moss", frozenset({Role.HANDLER}))
OF_HAL = DeclareConflict(conflict=True, about="He laid that floor.", person=66, person_name="Hal")


def with_handler(number: int) -> Story:
    story = reach(State.STAGE_1_OPEN)
    story.does(Verb.ALLOCATE, Allocate(handler=number, handler_name="Hal Moss"), story.today)
    return story


def test_who_declares_it_is_kept_away_and_handles_the_case_no_more() -> None:
    story = with_handler(66)
    story.does(Verb.DECLARE_CONFLICT, AUNT, story.today, HAL)
    assert (story.facts.conflicted, story.facts.handler) == ((66,), None)
    assert story.events[-1].note == {"person": "Hal Moss", "about": "The resident is my aunt."}


def test_another_handler_stays() -> None:
    story = with_handler(55)
    story.does(Verb.DECLARE_CONFLICT, AUNT, story.today, HAL)
    assert story.facts.handler == 55


def test_none_is_kept_too() -> None:
    story = with_handler(66)
    story.does(Verb.DECLARE_CONFLICT, DeclareConflict(conflict=False), story.today, HAL)
    assert (story.facts.unconflicted, story.facts.conflicted) == ((66,), ())
    assert story.facts.handler == 66


def test_it_must_say_what_it_is() -> None:
    given = DeclareConflict(conflict=True, about="  ")
    refused = with_handler(66).refuses(Verb.DECLARE_CONFLICT, given, "Tue 5 May", HAL)
    assert refused == [("conflict_untold", "Code 5.8")]


def test_the_complaints_team_may_declare_for_others_and_nobody_else_may() -> None:
    story = with_handler(66)
    assert story.refuses(Verb.DECLARE_CONFLICT, OF_HAL, story.today, BEN) == [
        ("not_for_others", "Code 5.8")
    ]
    story.does(Verb.DECLARE_CONFLICT, OF_HAL, story.today, AMINA)
    assert story.facts.conflicted == (66,)


def test_only_somebody_else_takes_it_back() -> None:
    story = reach(State.STAGE_1_OPEN)
    story.does(Verb.DECLARE_CONFLICT, AUNT, story.today, AMINA)
    none = DeclareConflict(conflict=False)
    assert story.refuses(Verb.DECLARE_CONFLICT, none, story.today, AMINA) == [
        ("conflict_lifted_by_self", "Code 5.8")
    ]
    eve = Actor(77, "Eve", frozenset({Role.COMPLAINTS_OFFICER}))
    for_amina = DeclareConflict(conflict=False, person=AMINA.id, person_name="Amina Khan")
    story.does(Verb.DECLARE_CONFLICT, for_amina, story.today, eve)
    assert (story.facts.conflicted, story.facts.unconflicted) == ((), (AMINA.id,))


def test_nobody_in_conflict_is_given_the_case() -> None:
    story = reach(State.STAGE_1_OPEN)
    story.does(Verb.DECLARE_CONFLICT, OF_HAL, story.today, AMINA)
    to_hal = Allocate(handler=66, handler_name="Hal Moss")
    assert story.refuses(Verb.ALLOCATE, to_hal, story.today) == [("conflict_declared", "Code 5.8")]
