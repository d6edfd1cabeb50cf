"""Recording a call: the first that reaches the resident meets the promise."""

from dataclasses import replace

import pytest

from redress.rules.access import Verb
from redress.rules.actions.record_call import RecordCall
from redress.rules.facts import Clock, Contact, State
from tests.rules.inputs import on
from tests.rules.story import Story, begun, reach


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
        "what": "call",
        "on": "2026-05-03",
        "reached": False,
        "note": "She is in after six.",
    }
    assert story.events[-1].patch == {}


def test_a_visit_is_kept_with_who_came_along_and_what_came_of_it() -> None:
    """Code 3.6: the resident may bring somebody to any meeting. It reached them, so T18 is met."""
    story = begun("tower-hamlets-homes")
    visit = replace(
        call("Tue 5 May"), what=Contact.VISIT, accompanied_by=" Her sister. ", outcome="Survey."
    )
    decision = story.does(Verb.RECORD_CALL, visit, "Tue 5 May")
    assert story.events[-1].note == {
        "what": "visit",
        "on": "2026-05-05",
        "reached": True,
        "note": "She is in after six.",
        "accompanied_by": "Her sister.",
        "outcome": "Survey.",
    }
    assert met(story) == on("Tue 5 May") and decision.warnings == ()


def test_a_case_conference_without_an_outcome_is_kept_and_said() -> None:
    """Herefordshire holds them (HR 10); the record is to be full (Code 5.12)."""
    conference = replace(call("Tue 5 May"), what=Contact.CASE_CONFERENCE)
    decision = begun().does(Verb.RECORD_CALL, conference, "Tue 5 May")
    assert [(said.code, said.field) for said in decision.warnings] == [
        ("outcome_not_noted", "outcome")
    ]
    settled = replace(conference, outcome="She agrees to a survey.")
    assert begun().does(Verb.RECORD_CALL, settled, "Tue 5 May").warnings == ()


def test_a_note_for_colleagues_meets_no_first_call() -> None:
    story = begun("tower-hamlets-homes")
    note = RecordCall(on=on("Tue 5 May"), reached=None, note="Rota.", what=Contact.NOTE)
    story.does(Verb.RECORD_CALL, note, "Tue 5 May")
    assert met(story) is None
    for reached in (True, False):
        refused = story.refuses(Verb.RECORD_CALL, replace(note, reached=reached), "Tue 5 May")
        assert refused == [("note_reaches_nobody", "Code 5.12")]


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
