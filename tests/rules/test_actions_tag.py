"""Tags: put on, taken off, and never twice the same."""

import pytest

from redress.rules.access import Actor, Role, Verb
from redress.rules.actions.tag import Tag
from redress.rules.facts import State
from tests.rules.story import reach

FRIDAY = Tag(add=("Friday meeting",))


@pytest.mark.parametrize("state", list(State))
def test_a_case_can_be_tagged_wherever_it_stands(state: State) -> None:
    story = reach(state)
    before = story.facts
    story.does(Verb.TAG, FRIDAY, story.today)
    assert story.facts.tags == ("Friday meeting",)
    assert (story.facts.state, story.facts.deadlines) == (state, before.deadlines)


def test_put_on_and_taken_off_in_one_order() -> None:
    story = reach(State.STAGE_1_OPEN)
    story.does(Verb.TAG, Tag(add=("  roof  works ", "asbestos", "Roof works")), story.today)
    assert story.facts.tags == ("asbestos", "Roof works")
    story.does(Verb.TAG, Tag(add=("Lift",), remove=("ASBESTOS",)), story.today)
    assert story.facts.tags == ("Lift", "Roof works")
    assert story.events[-1].note == {"added": ["Lift"], "removed": ["asbestos"]}


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (Tag(), "tag_missing"),
        (Tag(add=("  ",)), "tag_missing"),
        (Tag(add=("x" * 31,)), "tag_too_long"),
        (Tag(add=("FRIDAY MEETING",)), "tags_unchanged"),
        (Tag(remove=("never on it",)), "tags_unchanged"),
        (Tag(add=tuple(f"t{n}" for n in range(20))), "too_many_tags"),
    ],
)
def test_what_is_refused(given: Tag, reason: str) -> None:
    story = reach(State.STAGE_1_OPEN)
    story.does(Verb.TAG, FRIDAY, story.today)
    assert story.refuses(Verb.TAG, given, story.today) == [(reason, "")]


def test_thirty_characters_are_a_tag_and_twenty_tags_are_enough() -> None:
    story = reach(State.STAGE_1_OPEN)
    tags = tuple(f"{n:02} {'x' * 27}" for n in range(20))
    story.does(Verb.TAG, Tag(add=tags), story.today)
    assert story.facts.tags == tags


def test_who_only_reads_tags_nothing() -> None:
    member = Actor(77, "Mo", frozenset({Role.MEMBER_RESPONSIBLE}))
    story = reach(State.STAGE_1_OPEN)
    assert story.refuses(Verb.TAG, FRIDAY, story.today, member) == [("not_permitted", "")]
