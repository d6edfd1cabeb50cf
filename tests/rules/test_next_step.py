"""What is owed next, and by when."""

from dataclasses import replace

import pytest

from redress.rules.access import Verb
from redress.rules.actions.complete_action import CompleteAction
from redress.rules.actions.extend import Extend
from redress.rules.actions.record_call import RecordCall
from redress.rules.facts import Clock, State
from redress.rules.next_step import NextStep, next_step
from tests.rules.inputs import MENDING, on, plausible
from tests.rules.story import Story, answered, reach


def step(verb: Verb, due: str = "", clock: Clock | None = None) -> NextStep:
    return NextStep(verb, on(due) if due else None, clock)


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (State.REQUEST_OPEN, step(Verb.ANSWER_REQUEST)),
        (State.REQUEST_ANSWERED, step(Verb.CLOSE)),
        (State.STAGE_1_RECEIVED, step(Verb.LOG, "Mon 11 May", Clock.ACKNOWLEDGE)),
        (State.STAGE_1_LOGGED, step(Verb.ACKNOWLEDGE, "Mon 11 May", Clock.ACKNOWLEDGE)),
        (State.STAGE_1_OPEN, step(Verb.RESPOND, "Tue 19 May", Clock.RESPOND)),
        (State.STAGE_1_ANSWERED, step(Verb.LEARN)),
        (State.STAGE_2_REQUESTED, step(Verb.ACKNOWLEDGE, "Thu 28 May", Clock.ACKNOWLEDGE)),
        (State.STAGE_2_OPEN, step(Verb.RESPOND, "Tue 23 Jun", Clock.RESPOND)),
        (State.STAGE_2_ANSWERED, step(Verb.LEARN)),
        (State.REFUSED, step(Verb.CLOSE)),
        (State.ESCALATION_REFUSED, step(Verb.LEARN)),
        (State.WITHDRAWN, step(Verb.CLOSE)),
        (State.CLOSED, None),
    ],
)
def test_the_next_step_of_each_state(state: State, expected: NextStep | None) -> None:
    assert next_step(reach(state).facts) == expected


def test_a_query_is_answered_by_the_promised_day() -> None:
    story = reach(State.REQUEST_OPEN, "tower-hamlets-homes")
    assert next_step(story.facts) == step(Verb.ANSWER_REQUEST, "Mon 11 May", Clock.REQUEST)


class TestTheFirstCall:
    """Tower Hamlets Homes promises a call within two working days: by Wed 6 May (T18)."""

    def test_comes_before_a_later_date(self) -> None:
        facts = reach(State.STAGE_1_OPEN, "tower-hamlets-homes").facts
        assert next_step(facts) == step(Verb.RECORD_CALL, "Wed 6 May", Clock.FIRST_CALL)

    def test_comes_after_the_acknowledgement_due_the_same_day(self) -> None:
        facts = reach(State.STAGE_1_LOGGED, "tower-hamlets-homes").facts
        assert next_step(facts) == step(Verb.ACKNOWLEDGE, "Wed 6 May", Clock.ACKNOWLEDGE)

    def test_is_not_owed_twice(self) -> None:
        story = reach(State.STAGE_1_OPEN, "tower-hamlets-homes")
        call = RecordCall(on=on("Wed 6 May"), reached=True, note="Spoke.")
        story.does(Verb.RECORD_CALL, call, "Wed 6 May")
        assert next_step(story.facts) == step(Verb.RESPOND, "Tue 19 May", Clock.RESPOND)


def test_an_extension_moves_the_next_date() -> None:
    story = reach(State.STAGE_1_OPEN)
    told = Extend(new_date=on("Wed 27 May"), reason="The roofer is ill.")
    story.does(Verb.EXTEND, told, "Mon 18 May")
    assert next_step(story.facts) == step(Verb.RESPOND, "Wed 27 May", Clock.RESPOND)


class TestPromisedActions:
    """Code 7.3: what was promised is followed through, whatever else goes on."""

    def test_the_earliest_that_is_open(self) -> None:
        later = replace(MENDING, due_on=on("Mon 15 Jun"))
        story = answered(later, MENDING)
        assert next_step(story.facts) == step(Verb.COMPLETE_ACTION, "Fri 12 Jun")
        done = CompleteAction(number=2, done_on=on("Thu 11 Jun"), proof="Job 4411")
        story.does(Verb.COMPLETE_ACTION, done, "Thu 11 Jun")
        assert next_step(story.facts) == step(Verb.COMPLETE_ACTION, "Mon 15 Jun")

    def stage_2(self, due: str) -> Story:
        """Stage 2 runs, its response due on Tue 23 June; stage 1 promised an action."""
        return answered(replace(MENDING, due_on=on(due)), state=State.STAGE_2_OPEN)

    def test_is_not_forgotten_while_stage_2_runs(self) -> None:
        facts = self.stage_2("Fri 12 Jun").facts
        assert next_step(facts) == step(Verb.COMPLETE_ACTION, "Fri 12 Jun")

    def test_and_waits_for_what_is_due_before_it_or_with_it(self) -> None:
        for due in ("Tue 23 Jun", "Wed 24 Jun"):
            facts = self.stage_2(due).facts
            assert next_step(facts) == step(Verb.RESPOND, "Tue 23 Jun", Clock.RESPOND)

    def test_is_owed_after_a_withdrawal_too(self) -> None:
        story = self.stage_2("Fri 12 Jun")
        story.does(Verb.WITHDRAW, plausible(Verb.WITHDRAW, story.case, story.today), story.today)
        assert next_step(story.facts) == step(Verb.COMPLETE_ACTION, "Fri 12 Jun")
