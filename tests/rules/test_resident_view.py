"""What of a case its resident may see: all is decided on, and nothing internal is among it."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from redress.rules import resident_view
from redress.rules.access import RESIDENT_MAY, Verb
from redress.rules.actions.receive_message import ReceiveMessage
from redress.rules.facts import Clock, State
from redress.rules.facts_incoming import Sender
from redress.rules.record import plain
from redress.rules.resident_view import EVENTS, can, dates_ahead, shown
from tests.rules.inputs import MENDING, ROOFER, ask, on, plausible
from tests.rules.story import MARY, answered, reach

# Words that stand in a case and are no business of its resident.
SECRET = "Zanzibar"


def test_a_kind_of_event_that_nobody_decided_on_is_not_shown() -> None:
    assert not EVENTS.get("something_new", False)


def test_nothing_internal_is_in_what_is_shown() -> None:
    """A case in which everything that is internal says one word, which is not in the view."""
    story = reach(State.STAGE_1_OPEN)
    told = on("Wed 6 May")
    story.does(Verb.ASK_COMMENTS, ask("Fri 8 May", ROOFER, question=SECRET), "Wed 6 May")
    given = plausible(Verb.COMMENT, story.case, told)
    story.does(Verb.COMMENT, replace(given, answer=SECRET), "Wed 6 May")
    task = plausible(Verb.PROMISE, story.case, told)
    task = replace(task, what=SECRET, internal=True, agreed=None)
    story.does(Verb.PROMISE, task, "Wed 6 May")
    document = plausible(Verb.NOTE_DOCUMENT, story.case, told)
    story.does(Verb.NOTE_DOCUMENT, replace(document, name=SECRET), "Wed 6 May")
    tag = replace(plausible(Verb.TAG, story.case, told), add=(SECRET,))
    story.does(Verb.TAG, tag, "Wed 6 May")
    link = replace(plausible(Verb.LINK, story.case, told), other=SECRET, about=SECRET)
    story.does(Verb.LINK, link, "Wed 6 May")
    of_others = ReceiveMessage(
        received_on=told, channel="email", text=SECRET, name=SECRET, sender=Sender.OTHER
    )
    story.does(Verb.RECEIVE_MESSAGE, of_others, "Wed 6 May")
    case = replace(story.facts, risks=(SECRET,), contractor=SECRET, service=SECRET, category=SECRET)
    assert SECRET in json.dumps(plain(case))
    assert SECRET not in json.dumps(plain(shown(case)))


def test_promises_are_shown_and_tasks_are_not() -> None:
    story = answered(MENDING)
    task = plausible(Verb.PROMISE, story.case, on("Tue 19 May"))
    story.does(Verb.PROMISE, replace(task, internal=True, agreed=None), "Tue 19 May")
    assert [each.what for each in shown(story.facts).promises] == ["Mend the ceiling"]


@pytest.mark.parametrize("state", list(State))
def test_what_can_be_done_is_theirs_and_is_possible(state: State) -> None:
    """Each that is offered is not refused for the state, with what anybody might give."""
    story = reach(state)
    for verb in shown(story.facts).can:
        assert verb in RESIDENT_MAY
        answer = story.tries(verb, plausible(verb, story.case, story.today), story.today, MARY)
        codes = [reason.code for reason in getattr(answer, "reasons", ())]
        assert not {"not_now", "not_permitted"} & set(codes), verb


def test_stage_2_is_offered_after_the_landlords_window_too() -> None:
    """Code 5.11, 6.10: no window closes by itself."""
    story = reach(State.STAGE_1_ANSWERED, "herefordshire")
    window = story.facts.deadline(1, Clock.ESCALATE)
    assert window and window.promise
    view = shown(story.facts)
    assert Verb.ESCALATE in view.can
    assert [each.clock for each in view.dates] == [Clock.ESCALATE]
    late = window.promise.date + timedelta(days=200)
    given = replace(plausible(Verb.ESCALATE, story.case, late), requested_on=late)
    decision = story.does(Verb.ESCALATE, given, late, MARY)
    assert [each.code for each in decision.warnings] == ["window_passed", "no_reasons_given"]


def test_stage_2_is_not_offered_twice() -> None:
    assert not can(Verb.ESCALATE, reach(State.STAGE_2_ANSWERED).facts)


def test_the_dates_are_those_still_to_be_met_the_next_one_first() -> None:
    story = reach(State.STAGE_1_OPEN)
    update = plausible(Verb.SEND_UPDATE, story.case, on("Wed 6 May"))
    story.does(Verb.SEND_UPDATE, update, "Wed 6 May")
    ahead = dates_ahead(story.facts)
    days = [each.due_on for each in ahead]
    assert days == sorted(days, key=str)
    assert Clock.RESPOND in {each.clock for each in ahead}
    assert Clock.ACKNOWLEDGE not in {each.clock for each in ahead}
    assert dates_ahead(reach(State.WITHDRAWN).facts) == []


def test_our_own_clocks_are_not_told() -> None:
    assert Clock.HAND_OVER not in resident_view.TOLD
