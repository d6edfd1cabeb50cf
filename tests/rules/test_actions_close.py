"""Closing: answered is not closed; nothing may be owed (Code 6.6, 6.17, 7.3)."""

import pytest

from redress.rules.access import Verb
from redress.rules.actions.close import Close
from redress.rules.actions.complete_action import CompleteAction
from redress.rules.facts import State
from redress.rules.policy import Guard
from tests.rules.inputs import MENDING, learned, on
from tests.rules.story import Story, answered, reach, warning

ANSWERED = [State.STAGE_1_ANSWERED, State.STAGE_2_ANSWERED]
OWED = [("actions_open", "Code 7.3")]


def finished(story: Story, number: int = 1) -> None:
    done = CompleteAction(number=number, done_on=on("Fri 12 Jun"), proof="Job 4411")
    story.does(Verb.COMPLETE_ACTION, done, "Fri 19 Jun")


@pytest.mark.parametrize("state", ANSWERED)
def test_a_case_is_closed_when_its_actions_are_done_and_not_before(state: State) -> None:
    story = answered(MENDING, state=state)
    assert story.refuses(Verb.CLOSE, Close(), "Fri 19 Jun") == OWED
    finished(story)
    story.does(Verb.CLOSE, Close(note=" All done. "), "Fri 19 Jun")
    assert story.facts.state is State.CLOSED
    assert story.events[-1].note == {"note": "All done.", "from": state.value}


def test_every_action_counts() -> None:
    story = answered(MENDING, MENDING)
    finished(story, 2)
    assert story.refuses(Verb.CLOSE, Close(), "Fri 19 Jun") == OWED


def test_actions_of_stage_1_are_owed_when_stage_2_is_refused() -> None:
    story = answered(MENDING, state=State.ESCALATION_REFUSED)
    assert story.refuses(Verb.CLOSE, Close(), "Fri 22 May") == OWED


def test_where_the_policy_warns_it_goes_ahead_and_says_so() -> None:
    story = answered(MENDING)
    story.book = warning(Guard.NOTHING_OWED)
    story.does(Verb.LEARN, learned(), "Fri 12 Jun")
    assert story.warns(Verb.CLOSE, Close(), "Fri 19 Jun") == OWED
    assert story.facts.state is State.CLOSED


@pytest.mark.parametrize("state", ANSWERED)
def test_the_letter_says_what_was_done(state: State) -> None:
    story = answered(MENDING, state=state)
    finished(story)
    (letter,) = story.does(Verb.CLOSE, Close(), "Fri 19 Jun").letters
    assert (letter.kind, letter.facts) == ("closing", {"what_was_done": ["Mend the ceiling"]})


def test_without_actions_it_says_that_we_answered() -> None:
    (letter,) = reach(State.STAGE_1_ANSWERED).does(Verb.CLOSE, Close(), "Thu 21 May").letters
    assert letter.facts == {"what_was_done": ["We answered your complaint."]}


@pytest.mark.parametrize(
    "state",
    [State.REQUEST_ANSWERED, State.REFUSED, State.ESCALATION_REFUSED, State.WITHDRAWN],
)
def test_what_had_its_letter_already_gets_no_other(state: State) -> None:
    story = reach(state)
    assert story.does(Verb.CLOSE, Close(), "Fri 22 May").letters == ()
    assert story.facts.state is State.CLOSED


def test_closing_changes_the_state_and_nothing_else() -> None:
    story = reach(State.STAGE_2_ANSWERED)
    story.does(Verb.CLOSE, Close(), "Fri 19 Jun")
    assert story.events[-1].patch == {"case": {"state": "closed"}}
