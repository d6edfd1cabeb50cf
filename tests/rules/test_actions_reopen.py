"""Opening again: the case returns to where it stood, and no date starts anew."""

from dataclasses import replace

import pytest

from redress.rules.access import Verb
from redress.rules.actions.close import Close
from redress.rules.actions.receive import NewIssue
from redress.rules.actions.reopen import Reopen
from redress.rules.actions.withdraw import Withdraw
from redress.rules.facts import CaseFacts, Kind, StageFacts, State
from tests.rules.inputs import refusal
from tests.rules.story import BEN, Story, begun, reach

AGAIN = Reopen(reason=" The Ombudsman asked us to. ")
LATE = "Mon 31 Aug"
STAGE_1 = [State.STAGE_1_RECEIVED, State.STAGE_1_LOGGED, State.STAGE_1_OPEN]
STAGE_2 = [State.STAGE_2_REQUESTED, State.STAGE_2_OPEN]
ENDINGS = {
    **{f"{s} refused": (s, Verb.REFUSE, refusal()) for s in STAGE_1},
    "stage 2 refused": (State.STAGE_2_REQUESTED, Verb.REFUSE_ESCALATION, refusal()),
    **{f"{s} withdrawn": (s, Verb.WITHDRAW, Withdraw(how="By phone.")) for s in STAGE_1 + STAGE_2},
}
CLOSING = [State.REQUEST_ANSWERED, State.STAGE_1_ANSWERED, State.STAGE_2_ANSWERED]


def reopened(story: Story) -> CaseFacts:
    story.does(Verb.REOPEN, AGAIN, LATE, BEN)
    return story.facts


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("closed", [False, True])
def test_from_every_ending_closed_or_not_it_is_as_it_was(ending: str, closed: bool) -> None:
    """Facts, deadlines and all: a deadline that has passed has passed (Code 6.3, 6.14)."""
    state, verb, given = ENDINGS[ending]
    story = reach(state)
    before = story.facts
    if verb is Verb.WITHDRAW:
        story.does(verb, given, "Fri 29 May", BEN)
    else:
        story.refusing(given, "Fri 29 May", BEN)
    if closed:
        story.does(Verb.CLOSE, Close(), "Mon 1 Jun", BEN)
    assert replace(reopened(story), submissions=()) == replace(before, submissions=())


@pytest.mark.parametrize("state", CLOSING)
def test_a_closed_case_is_as_answered_as_it_was(state: State) -> None:
    """A request keeps its answer, and the day it was given."""
    story = reach(state)
    before = story.facts
    story.does(Verb.CLOSE, Close(), "Fri 19 Jun", BEN)
    assert reopened(story) == before


def test_a_part_that_was_refused_stays_refused() -> None:
    story = begun(issues=(NewIssue(summary="Leak"), NewIssue(summary="Mould")))
    story.refusing(refusal(issues=(2,)), "Tue 5 May")
    before = story.facts
    story.does(Verb.WITHDRAW, Withdraw(how="By phone."), "Wed 6 May")
    assert reopened(story) == before


def test_refused_whole_it_is_taken_up_whole() -> None:
    story = begun(issues=(NewIssue(summary="Leak"), NewIssue(summary="Mould")))
    for number in (2, 1):
        story.refusing(refusal(issues=(number,)), "Tue 5 May")
    assert [issue.number for issue in reopened(story).issues_in] == [1, 2]


def test_the_record_says_why_and_from_where() -> None:
    story = reach(State.REFUSED)
    reopened(story)
    assert story.events[-1].note == {"reason": "The Ombudsman asked us to.", "from": "refused"}


def test_it_needs_a_reason() -> None:
    assert reach(State.CLOSED).refuses(Verb.REOPEN, Reopen(reason=""), LATE) == [
        ("reason_missing", "Code 5.12")
    ]


def test_an_old_systems_withdrawn_request_can_be_opened() -> None:
    """Redress itself withdraws no request; an import may hold one."""
    story = reach(State.REQUEST_OPEN, kind=Kind.MP_ENQUIRY)
    stage: StageFacts = replace(story.facts.stage, ended_on=story.today)
    story.case = replace(story.facts, state=State.WITHDRAWN, stages=(stage,))
    assert reopened(story).state is State.REQUEST_OPEN
    assert story.facts.stage.ended_on is None
