"""Chasing comments, by itself and by hand."""

import pytest

from redress.rules.access import SYSTEM, Verb
from redress.rules.actions.chase_comments import ChaseComments
from redress.rules.asking import link_works
from redress.rules.facts import State
from tests.rules.inputs import ROOFER, SURVEYOR, ask, on, plausible
from tests.rules.story import Story, reach

IT, MANAGER = ChaseComments(number=1), ChaseComments(number=1, manager=True)


def asked() -> Story:
    """Due on Tue 12 May, five working days after the asking on Tue 5 May."""
    story = reach(State.STAGE_1_OPEN)
    story.does(Verb.ASK_COMMENTS, ask("Tue 12 May", ROOFER, SURVEYOR), "Tue 5 May")
    return story


def test_the_system_sends_each_chaser_once_and_the_manager_last() -> None:
    story, sent = asked(), []
    for day in ("Wed 6 May", "Thu 7 May", "Fri 8 May", "Tue 12 May", "Wed 13 May", "Thu 14 May"):
        for _ in range(2):  # two rounds at once
            answer = story.tries(Verb.CHASE_COMMENTS, IT, day, SYSTEM)
            if not hasattr(answer, "events"):
                assert [reason.code for reason in answer.reasons] == ["no_chaser_due"]
                continue
            story.takes(answer, on(day))
            (message,) = answer.messages
            sent.append((day, answer.events[0].note["chaser"], message.to_email, message.answers))
    assert sent == [
        ("Thu 7 May", "half_time", "sam@axis.example", 1),
        ("Tue 12 May", "due", "sam@axis.example", 1),
        ("Wed 13 May", "escalate", "boss@axis.example", 1),
    ]
    sam = story.facts.comments[0]
    assert sam.chased_on == (on("Thu 7 May"), on("Tue 12 May"))
    assert sam.escalated_on == on("Wed 13 May")
    assert story.facts.comments[1].chased_on == ()


def test_the_words_of_each() -> None:
    story = asked()
    (half,) = story.does(Verb.CHASE_COMMENTS, IT, "Thu 7 May", SYSTEM).messages
    assert half.subject.startswith("Reminder: Comments needed on complaint MOD-000001 by Tuesday")
    (due,) = story.does(Verb.CHASE_COMMENTS, IT, "Tue 12 May", SYSTEM).messages
    assert "due now" in due.text
    (late,) = story.does(Verb.CHASE_COMMENTS, IT, "Wed 13 May", SYSTEM).messages
    assert late.to_manager and late.to_name == "Manager of Sam Roy"
    assert "Sam Roy (Axis Roofing)" in late.text and late.subject.startswith("Overdue")
    for message in (half, due, late):
        assert "leak" not in message.text + message.subject


def test_by_hand_once_a_day_and_the_manager_once() -> None:
    story = asked()
    story.does(Verb.CHASE_COMMENTS, IT, "Wed 6 May")
    assert story.refuses(Verb.CHASE_COMMENTS, IT, "Wed 6 May") == [("chased_today", "")]
    story.does(Verb.CHASE_COMMENTS, IT, "Thu 7 May")
    story.does(Verb.CHASE_COMMENTS, MANAGER, "Thu 7 May")
    assert story.refuses(Verb.CHASE_COMMENTS, MANAGER, "Fri 8 May") == [
        ("manager_told_already", "")
    ]
    assert story.refuses(Verb.CHASE_COMMENTS, IT, "Wed 13 May", SYSTEM) == [("no_chaser_due", "")]


def test_a_manager_whom_nobody_knows_cannot_be_told() -> None:
    unknown = ChaseComments(number=2, manager=True)
    assert asked().refuses(Verb.CHASE_COMMENTS, unknown, "Wed 13 May") == [("no_manager_known", "")]


@pytest.mark.parametrize("verb", [Verb.COMMENT, Verb.WITHDRAW_COMMENTS])
def test_what_is_over_is_not_chased(verb: Verb) -> None:
    story = asked()
    story.does(verb, plausible(verb, story.facts, on("Wed 6 May")), "Wed 6 May")
    assert story.refuses(Verb.CHASE_COMMENTS, IT, "Thu 7 May") == [("no_such_request", "")]
    nothing = story.refuses(Verb.CHASE_COMMENTS, ChaseComments(number=9), "Thu 7 May")
    assert nothing == [("no_such_request", "")]


def test_a_link_works_until_28_days_after_the_due_date_or_its_own() -> None:
    sam = asked().facts.comments[0]
    assert link_works(sam, on("Tue 5 May"), on("Tue 9 Jun"))
    assert not link_works(sam, on("Tue 5 May"), on("Wed 10 Jun"))
    assert link_works(sam, on("Thu 14 May"), on("Thu 11 Jun"))  # the manager's, sent later
    assert not link_works(sam, on("Thu 14 May"), on("Fri 12 Jun"))
