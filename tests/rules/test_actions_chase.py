"""Reminding the handler: by e-mail, without a word about the resident, and on the record."""

from redress.rules.access import Verb
from redress.rules.actions.allocate import Allocate
from redress.rules.actions.chase import Chase
from redress.rules.decision import Decision
from redress.rules.facts import State
from tests.rules.story import AMINA, Story, reach

EVE = Allocate(handler=55, handler_name="Eve Hall")


def with_eve() -> Story:
    story = reach(State.STAGE_1_OPEN)
    story.does(Verb.ALLOCATE, EVE, story.today)
    return story


def test_the_handler_is_told_what_is_due_by_when() -> None:
    story = with_eve()
    answer = story.tries(Verb.CHASE, Chase(note=" Any news? "), story.today, AMINA)
    assert isinstance(answer, Decision)
    (message,) = answer.messages
    assert (message.kind, message.to_user) == ("chaser", 55)
    reference = story.facts.reference
    assert message.path == f"desk/case/{reference}"
    assert message.subject == f"Reminder: case {reference}"
    due = "What is owed next is due by Tuesday 19 May 2026."
    assert message.text == (
        f"Hello\n\nAmina Khan asks you to look at case {reference}. {due}\n\n"
        "They say: Any news?\n\nThe case is here:"
    )
    assert answer.events[0].note == {"note": "Any news?"} and answer.events[0].patch == {}


def test_nothing_due_and_nothing_said_is_a_short_reminder() -> None:
    story = reach(State.STAGE_1_ANSWERED)
    story.does(Verb.ALLOCATE, EVE, story.today)
    answer = story.tries(Verb.CHASE, Chase(), story.today, AMINA)
    assert isinstance(answer, Decision)
    assert "due by" not in answer.messages[0].text and "They say" not in answer.messages[0].text


def test_nobody_to_remind() -> None:
    story = reach(State.STAGE_1_OPEN)
    assert story.refuses(Verb.CHASE, Chase(), story.today) == [("handler_missing", "")]


def test_nobody_reminds_themselves() -> None:
    story = reach(State.STAGE_1_OPEN)
    mine = Allocate(handler=AMINA.id or 0, handler_name=AMINA.name)
    story.does(Verb.ALLOCATE, mine, story.today)
    assert story.refuses(Verb.CHASE, Chase(), story.today, AMINA) == [("chasing_oneself", "")]
