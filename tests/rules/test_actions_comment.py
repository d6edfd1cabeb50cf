"""The answer of who was asked lands on the case, once."""

from dataclasses import replace
from typing import Any

import pytest

from redress.rules.access import Actor, Verb
from redress.rules.actions.allocate import Allocate
from redress.rules.actions.comment import Comment
from redress.rules.actions.withdraw_comments import WithdrawComments
from redress.rules.facts import State
from tests.rules.inputs import ROOFER, SURVEYOR, ask, on
from tests.rules.story import AMINA, MARY, SAM, Story, reach

ANSWER = Comment(number=1, answered_by=" Sam Roy ", answer=" We came on 3 April.\nIt was dry. ")


def asked() -> Story:
    story = reach(State.STAGE_1_OPEN)
    story.does(Verb.ASK_COMMENTS, ask("Tue 12 May", ROOFER, SURVEYOR), "Tue 5 May")
    return story


def test_it_is_kept_with_who_and_when_and_only_there() -> None:
    story = asked()
    story.does(Verb.COMMENT, ANSWER, "Thu 7 May", SAM)
    sam, uma = story.facts.comments
    assert (sam.answered_on, sam.answered_by) == (on("Thu 7 May"), "Sam Roy")
    assert sam.answer == "We came on 3 April.\nIt was dry." and not sam.is_open
    assert uma.is_open and uma.answer == ""
    assert sam.question == "When did you come, and what did you find?"


def test_not_ours_is_an_answer() -> None:
    story = asked()
    given = Comment(number=1, answered_by="Sam Roy", ask_instead="The lift firm")
    story.does(Verb.COMMENT, given, "Thu 7 May", SAM)
    assert story.facts.comments[0].ask_instead == "The lift firm"
    assert not story.facts.comments[0].is_open


def test_staff_can_put_down_what_they_were_told() -> None:
    story = asked()
    story.does(Verb.COMMENT, replace(ANSWER, number=2), "Thu 7 May", AMINA)
    assert story.facts.comments[1].answered_by == "Sam Roy"


def test_whoever_handles_the_case_is_told_else_whoever_asked() -> None:
    story = asked()
    (first,) = story.does(Verb.COMMENT, ANSWER, "Thu 7 May", SAM).messages
    assert (first.to_user, first.path) == (AMINA.id, "desk/case/MOD-000001#comments")
    story.does(Verb.ALLOCATE, Allocate(handler=55, handler_name="Eve Hall"), "Thu 7 May")
    uma = Actor(None, "Uma Patel", asked=2)
    (second,) = story.does(Verb.COMMENT, replace(ANSWER, number=2), "Thu 7 May", uma).messages
    assert second.to_user == 55
    assert "It was dry" not in second.text + second.subject


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"number": 3}, "no_such_request"),
        ({"answer": " "}, "comments_missing"),
        ({"answered_by": ""}, "who_answers_missing"),
    ],
)
def test_what_is_refused(change: dict[str, Any], code: str) -> None:
    codes = [c for c, _ in asked().refuses(Verb.COMMENT, replace(ANSWER, **change), "Thu 7 May")]
    assert codes == [code]


def test_the_first_answer_stands() -> None:
    story = asked()
    story.does(Verb.COMMENT, ANSWER, "Thu 7 May", SAM)
    again = replace(ANSWER, answer="No, on 4 April.")
    assert story.refuses(Verb.COMMENT, again, "Fri 8 May", SAM) == [("already_answered", "")]


def test_a_link_answers_its_own_request_alone_and_does_nothing_else() -> None:
    story = asked()
    other = replace(ANSWER, number=2)
    assert story.refuses(Verb.COMMENT, other, "Thu 7 May", SAM) == [("not_permitted", "")]
    for verb in set(Verb) - {Verb.COMMENT}:
        assert story.refuses(verb, None, "Thu 7 May", SAM) == [("not_permitted", "")], verb
    assert story.refuses(Verb.COMMENT, ANSWER, "Thu 7 May", MARY) == [("not_permitted", "")]


def test_withdrawn_is_over_and_who_was_asked_is_told() -> None:
    story = asked()
    given = WithdrawComments(number=1, why="The surveyor has told us.")
    (message,) = story.does(Verb.WITHDRAW_COMMENTS, given, "Thu 7 May").messages
    assert message.to_email == "sam@axis.example" and message.answers is None
    assert "nothing for you to do" in message.text and "surveyor" not in message.text
    assert story.facts.comments[0].withdrawn_on == on("Thu 7 May")
    assert story.refuses(Verb.COMMENT, ANSWER, "Thu 7 May", SAM) == [("no_such_request", "")]
    assert story.refuses(Verb.WITHDRAW_COMMENTS, given, "Thu 7 May") == [("no_such_request", "")]
    assert story.facts.comments[1].is_open
