"""Recording a call: the first that reaches the resident meets the promise."""

from dataclasses import replace

import pytest

from redress.rules.access import Verb
from redress.rules.actions.record_call import RecordCall
from redress.rules.facts import Clock, State
from tests.rules.story import Story, begun, on, reach


def call(when: str, reached: bool = True, note: str = " She is in after six. ") -> RecordCall:
    return RecordCall(on=on(when), reached=reached, note=note)


def met(story: Story) -> object:
    return story.clock(1, Clock.FIRST_CALL).met_on


def test_the_first_call_that_reaches_meets_the_first_call() -> None:
    """T18: within two working days of Friday 1 May, with a bank holiday on the Monday."""
    story = begun("tower-hamlets-homes")
    assert story.clock(1, Clock.FIRST_CALL).due_on == on("Wed 6 May")
    story.does(Verb.RECORD_CALL, call("Tue 5 May", reached=False), "Wed 6 May")
    assert met(story) is None
    story.does(Verb.RECORD_CALL, call("Wed 6 May"), "Thu 7 May")
    assert met(story) == on("Wed 6 May")
    story.does(Verb.RECORD_CALL, call("Thu 7 May"), "Thu 7 May")
    assert met(story) == on("Wed 6 May")


def test_every_call_is_kept_with_its_day() -> None:
    story = begun()
    story.does(Verb.RECORD_CALL, call("Sun 3 May", reached=False), "Tue 5 May")
    assert story.events[-1].note == {
        "on": "2026-05-03",
        "reached": False,
        "note": "She is in after six.",
    }
    assert story.events[-1].patch == {}


@pytest.mark.parametrize(
    "state", [State.REFUSED, State.WITHDRAWN, State.STAGE_2_ANSWERED, State.REQUEST_OPEN]
)
def test_where_no_call_is_promised_it_changes_nothing(state: State) -> None:
    story = reach(state)
    before = story.facts
    story.does(Verb.RECORD_CALL, replace(call("Fri 1 May"), on=story.today), story.today)
    assert story.facts == before


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (call("Tue 5 May", note=" "), ("note_missing", "Code 5.12")),
        (call("Wed 6 May"), ("date_out_of_range", "")),  # tomorrow
        (call("Thu 30 Apr"), ("date_out_of_range", "")),  # before the complaint
    ],
)
def test_what_is_refused(given: RecordCall, reason: tuple[str, str]) -> None:
    assert begun().refuses(Verb.RECORD_CALL, given, "Tue 5 May") == [reason]
