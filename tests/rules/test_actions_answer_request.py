"""Answering a request: one letter, one deadline met."""

import pytest

from redress.rules.access import Verb
from redress.rules.actions.answer_request import AnswerRequest
from redress.rules.facts import Clock, Kind, State
from tests.rules.inputs import on
from tests.rules.story import reach

ANSWER = AnswerRequest(answer=" The plumber comes on Tuesday. ")


@pytest.mark.parametrize("day", ["Mon 11 May", "Tue 12 May"])
def test_the_answer_meets_the_date_on_its_own_day_late_or_not(day: str) -> None:
    story = reach(State.REQUEST_OPEN, "tower-hamlets-homes")
    story.does(Verb.ANSWER_REQUEST, ANSWER, day)
    stage, clock = story.facts.stage, story.clock(0, Clock.REQUEST)
    assert story.facts.state is State.REQUEST_ANSWERED
    assert (stage.responded_on, stage.ended_on, clock.met_on) == (on(day), on(day), on(day))
    assert clock.due_on == on("Mon 11 May")  # Query: 5 working days from Friday 1 May


def test_the_letter_is_the_answer() -> None:
    story = reach(State.REQUEST_OPEN)
    (letter,) = story.does(Verb.ANSWER_REQUEST, ANSWER, "Tue 5 May").letters
    assert (letter.kind, letter.facts) == (
        "request_answer",
        {"answer": "The plumber comes on Tuesday."},
    )


def test_a_member_enquiry_without_a_promised_date_is_answered_all_the_same() -> None:
    story = reach(State.REQUEST_OPEN, "harrow", kind=Kind.MP_ENQUIRY)
    story.does(Verb.ANSWER_REQUEST, ANSWER, "Tue 5 May")
    assert (story.facts.state, story.facts.deadlines) == (State.REQUEST_ANSWERED, ())


def test_an_empty_answer_is_refused() -> None:
    story = reach(State.REQUEST_OPEN)
    empty = AnswerRequest(answer=" ")
    assert story.refuses(Verb.ANSWER_REQUEST, empty, "Tue 5 May") == [
        ("answer_missing", "Code 1.4")
    ]
