"""Marking what a case waits for: it moves no date, and goes by itself once that has come."""

from dataclasses import replace
from typing import Any

import pytest

from redress.rules.access import Verb
from redress.rules.actions.comment import Comment
from redress.rules.actions.record_call import RecordCall
from redress.rules.actions.wait import Wait
from redress.rules.actions.withdraw import Withdraw
from redress.rules.facts import Awaited, Contact, State
from redress.rules.next_step import next_step
from tests.rules.inputs import ROOFER, SURVEYOR, ask, on, plausible
from tests.rules.story import MARY, Story, reach

WHY = "She sends photographs."


def waiting(whom: Awaited = Awaited.RESIDENT, state: State = State.STAGE_1_OPEN) -> Story:
    story = reach(state)
    story.does(Verb.WAIT, Wait(whom=whom, since=on("Wed 6 May"), why=WHY), "Thu 7 May")
    return story


def call(reached: bool | None, what: Contact = Contact.CALL) -> RecordCall:
    return RecordCall(on=on("Fri 8 May"), reached=reached, note="Spoke.", what=what)


@pytest.mark.parametrize("state", [State.STAGE_1_LOGGED, State.STAGE_1_OPEN])
def test_it_moves_no_date_and_changes_nothing_else(state: State) -> None:
    """Code 6.4: there is no pause."""
    before, case = reach(state).facts, waiting(state=state).facts
    assert (case.awaits, case.awaits_since, case.awaits_why) == (
        Awaited.RESIDENT,
        on("Wed 6 May"),
        WHY,
    )
    assert replace(case, awaits=None, awaits_since=None, awaits_why="") == before
    assert next_step(case) == next_step(before)


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (Wait(whom=None), ("nothing_awaited", "")),
        (Wait(whom=Awaited.BODY, why=" "), ("awaited_why_missing", "Code 5.12")),
        (Wait(whom=Awaited.BODY, why=WHY, since=on("Thu 30 Apr")), ("date_out_of_range", "")),
        (Wait(whom=Awaited.BODY, why=WHY, since=on("Fri 8 May")), ("date_out_of_range", "")),
    ],
)
def test_what_is_refused(given: Wait, reason: tuple[str, str]) -> None:
    assert reach(State.STAGE_1_OPEN).refuses(Verb.WAIT, given, "Thu 7 May") == [reason]


def test_it_is_taken_off_by_hand() -> None:
    story = waiting()
    story.does(Verb.WAIT, Wait(whom=None, why="They came by post."), "Fri 8 May")
    case = story.facts
    assert (case.awaits, case.awaits_since, case.awaits_why) == (None, None, "")
    assert story.events[-1].note["what"] == "They came by post."


@pytest.mark.parametrize(
    ("given", "still"),
    [
        (call(True), False),
        (call(True, Contact.VISIT), False),
        (call(False), True),
        (call(None, Contact.NOTE), True),
    ],
)
def test_the_resident_is_no_longer_waited_for_once_reached(given: Any, still: bool) -> None:
    story = waiting()
    story.does(Verb.RECORD_CALL, given, "Fri 8 May")
    assert (story.facts.awaits is not None) is still


def test_what_the_resident_does_themselves_ends_it() -> None:
    story = waiting()
    story.does(Verb.WITHDRAW, Withdraw(how="Online."), "Fri 8 May", MARY)
    assert story.facts.awaits is None


def test_a_contractor_is_waited_for_until_the_last_of_those_asked_has_answered() -> None:
    story = reach(State.STAGE_1_OPEN)
    story.does(Verb.ASK_COMMENTS, ask("Tue 12 May", ROOFER, SURVEYOR), "Wed 6 May")
    story.does(Verb.WAIT, Wait(whom=Awaited.CONTRACTOR, why=WHY), "Thu 7 May")
    story.does(Verb.RECORD_CALL, call(True), "Fri 8 May")  # the resident is not the contractor
    for number, still in ((1, True), (2, False)):
        given = Comment(number=number, answered_by="Sam Roy", answer="On 3 April.")
        story.does(Verb.COMMENT, given, "Fri 8 May")
        assert (story.facts.awaits is not None) is still


@pytest.mark.parametrize("whom", list(Awaited))
def test_once_answered_nothing_is_waited_for(whom: Awaited) -> None:
    story = waiting(whom)
    story.does(Verb.RESPOND, plausible(Verb.RESPOND, story.case, on("Mon 18 May")), "Mon 18 May")
    assert story.facts.awaits is None
    assert [event.name for event in story.events[-2:]] == ["responded", "awaited_came"]
    assert story.events[-1].note["how"] == "over"
