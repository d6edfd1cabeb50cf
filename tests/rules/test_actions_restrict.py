"""Restricting a case to named people, and opening one in an emergency."""

import pytest

from redress.rules.access import Actor, Role, Verb
from redress.rules.actions.allocate import Allocate
from redress.rules.actions.declare_conflict import DeclareConflict
from redress.rules.actions.open_restricted import OpenRestricted
from redress.rules.actions.restrict import Restrict
from redress.rules.facts import State
from tests.rules.story import AMINA, BEN, reach

ABOUT_STAFF = Restrict(people=((33, "Cara Webb"),), reason="It is about a colleague.")
LIFTED = Restrict(people=(), reason="The colleague has left.")
HEAD = Actor(77, "Carol Jones", frozenset({Role.HEAD_OF_SERVICE}))
URGENT = OpenRestricted(reason="The engineer is at the door and Cara is away.")


@pytest.mark.parametrize("state", State)
def test_the_people_named_and_who_restricts_it_see_it(state: State) -> None:
    story = reach(state)
    before = story.facts
    story.does(Verb.RESTRICT, ABOUT_STAFF, story.today, AMINA)
    assert (story.facts.restricted, story.facts.named) == (True, (11, 33))
    assert (story.facts.state, story.facts.deadlines) == (before.state, before.deadlines)


def test_the_handler_is_always_among_them() -> None:
    story = reach(State.STAGE_1_OPEN)
    story.does(Verb.ALLOCATE, Allocate(handler=55, handler_name="Eve Hall"), story.today)
    story.does(Verb.RESTRICT, ABOUT_STAFF, story.today, AMINA)
    assert story.facts.named == (11, 33, 55)
    story.does(Verb.ALLOCATE, Allocate(handler=44, handler_name="Dev Rao"), story.today)
    assert story.facts.named == (11, 33, 44, 55)


def test_it_is_lifted_with_a_reason() -> None:
    story = reach(State.STAGE_1_OPEN)
    assert story.refuses(Verb.RESTRICT, LIFTED, story.today) == [("not_restricted", "")]
    story.does(Verb.RESTRICT, ABOUT_STAFF, story.today)
    story.does(Verb.RESTRICT, LIFTED, story.today)
    assert (story.facts.restricted, story.facts.named) == (False, ())
    assert story.events[-1].name == "restriction_lifted"


def test_a_reason_is_needed_and_nobody_in_conflict_is_named() -> None:
    story = reach(State.STAGE_1_OPEN)
    given = DeclareConflict(conflict=True, about="A friend.", person=33, person_name="Cara")
    story.does(Verb.DECLARE_CONFLICT, given, story.today)
    bare = Restrict(people=ABOUT_STAFF.people, reason=" ")
    assert story.refuses(Verb.RESTRICT, bare, story.today) == [
        ("reason_missing", "Code 5.12"),
        ("conflict_declared", "Code 5.8"),
    ]


class TestOpening:
    def test_who_opens_it_is_named_and_the_reason_kept(self) -> None:
        story = reach(State.STAGE_2_OPEN)
        story.does(Verb.RESTRICT, ABOUT_STAFF, story.today)
        story.does(Verb.OPEN_RESTRICTED, URGENT, story.today, HEAD)
        assert story.facts.named == (11, 33, 77)
        assert story.events[-1].note == {"reason": URGENT.reason}

    def test_without_a_reason(self) -> None:
        story = reach(State.STAGE_1_OPEN)
        story.does(Verb.RESTRICT, ABOUT_STAFF, story.today)
        empty = OpenRestricted(reason="")
        assert story.refuses(Verb.OPEN_RESTRICTED, empty, story.today, HEAD) == [
            ("reason_missing", "Code 5.12")
        ]

    def test_not_for_a_handler_or_who_is_named_or_in_conflict(self) -> None:
        story = reach(State.STAGE_1_OPEN)
        ours = DeclareConflict(conflict=True, about="A friend.", person=77, person_name="Carol")
        story.does(Verb.DECLARE_CONFLICT, ours, story.today)
        story.does(Verb.RESTRICT, ABOUT_STAFF, story.today)
        for actor, code in (
            (BEN, "not_permitted"),
            (AMINA, "not_restricted"),
            (HEAD, "conflict_declared"),
        ):
            refused = story.refuses(Verb.OPEN_RESTRICTED, URGENT, story.today, actor)
            assert [reason for reason, _ in refused] == [code]
