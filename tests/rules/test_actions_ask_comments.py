"""Asking other services and contractors for comments (THH policy, Stage 1)."""

from dataclasses import replace
from typing import Any

import pytest

from redress.rules.access import Verb
from redress.rules.actions.ask_comments import Asked
from redress.rules.facts import State
from tests.rules.inputs import ROOFER, SURVEYOR, ask, on
from tests.rules.story import reach

QUESTION = "When did you come, and what did you find?"


def test_each_is_asked_and_gets_a_message_with_a_link_of_their_own() -> None:
    story = reach(State.STAGE_1_OPEN)
    done = story.does(
        Verb.ASK_COMMENTS, ask("Tue 12 May", ROOFER, SURVEYOR, issues=(1,)), "Tue 5 May"
    )
    sam, uma = story.facts.comments
    assert (sam.number, sam.stage, sam.name, sam.organisation) == (1, 1, "Sam Roy", "Axis Roofing")
    assert (sam.email, sam.manager_email) == ("sam@axis.example", "boss@axis.example")
    assert (uma.number, uma.name, uma.manager_email) == (2, "Uma Patel", "")
    for asked in (sam, uma):
        assert (asked.question, asked.issues, asked.address) == (QUESTION, (1,), False)
        assert (asked.asked_on, asked.due_on) == (on("Tue 5 May"), on("Tue 12 May"))
        assert asked.asked_by == 11 and asked.is_open
    assert [(m.to_name, m.to_email, m.answers) for m in done.messages] == [
        ("Sam Roy", "sam@axis.example", 1),
        ("Uma Patel", "uma@council.example", 2),
    ]
    assert story.facts.state is State.STAGE_1_OPEN


def test_the_message_says_who_asks_and_by_when_and_nothing_of_the_complaint() -> None:
    story = reach(State.STAGE_1_OPEN)
    (message,) = story.does(Verb.ASK_COMMENTS, ask("Tue 12 May"), "Tue 5 May").messages
    assert message.subject == ("Comments needed on complaint MOD-000001 by Tuesday 12 May 2026")
    assert "Amina Khan" in message.text and "Tuesday 12 May 2026" in message.text
    said = message.subject + message.text
    for private in ("leak", "kitchen", "When did you come", "Mary", "Elm Walk"):
        assert private not in said


def test_more_can_be_asked_later() -> None:
    story = reach(State.STAGE_1_OPEN)
    story.does(Verb.ASK_COMMENTS, ask("Tue 12 May"), "Tue 5 May")
    done = story.does(Verb.ASK_COMMENTS, ask("Thu 14 May", SURVEYOR), "Wed 6 May")
    assert [each.number for each in story.facts.comments] == [1, 2]
    assert done.messages[0].answers == 2


def person(**others: Any) -> Asked:
    return replace(ROOFER, **others)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"people": ()}, "nobody_asked"),
        ({"people": (person(name=" "),)}, "asked_incomplete"),
        ({"people": (person(name="x" * 101),)}, "asked_incomplete"),
        ({"people": (ROOFER, person(email=""))}, "asked_incomplete"),
        ({"people": (ROOFER, person(email=" SAM@axis.example"))}, "asked_twice"),
        ({"question": " \n"}, "question_missing"),
        ({"due_on": on("Mon 4 May")}, "due_in_past"),  # yesterday
        ({"due_on": on("Tue 1 Jan 2199")}, "date_not_known"),
        ({"issues": (1, 2)}, "no_such_issue"),
    ],
)
def test_what_is_refused(change: dict[str, Any], code: str) -> None:
    given = replace(ask("Tue 12 May"), **change)
    codes = [c for c, _ in reach(State.STAGE_1_OPEN).refuses(Verb.ASK_COMMENTS, given, "Tue 5 May")]
    assert codes == [code]


def test_everything_that_is_wrong_is_said_at_once() -> None:
    given = replace(ask("Mon 4 May"), people=(), question="")
    story = reach(State.STAGE_1_OPEN)
    codes = {code for code, _ in story.refuses(Verb.ASK_COMMENTS, given, "Tue 5 May")}
    assert codes == {"nobody_asked", "question_missing", "due_in_past"}


def test_a_date_after_the_response_is_warned_of_and_not_refused() -> None:
    """The response is due on Tue 19 May."""
    story = reach(State.STAGE_1_OPEN)
    assert story.warns(Verb.ASK_COMMENTS, ask("Tue 19 May"), "Tue 5 May") == []
    assert story.warns(Verb.ASK_COMMENTS, ask("Wed 20 May"), "Tue 5 May") == [
        ("after_response_due", "")
    ]


def test_a_request_that_is_no_complaint_can_be_asked_about() -> None:
    story = reach(State.REQUEST_OPEN)
    story.does(Verb.ASK_COMMENTS, ask("Thu 7 May"), "Tue 5 May")
    assert story.facts.comments[0].stage == 0
