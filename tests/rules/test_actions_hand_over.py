"""A risk handed over to whoever deals with it, and what is owed until then."""

from dataclasses import replace

import pytest

from redress.rules.access import Verb
from redress.rules.actions.hand_over import HandOver
from redress.rules.facts import Clock, HandOverFacts, State
from redress.rules.next_step import next_step
from tests.rules.inputs import on, received
from tests.rules.story import Story, begun, reach

TOLD = HandOver(
    risk="danger_now",
    to="Out of hours repairs",
    how="By phone, job 4411",
    told_on=on("Fri 1 May"),
    told_at="14:05",
)


def test_who_was_told_how_and_when() -> None:
    story = begun(risks=("danger_now",))
    story.does(Verb.HAND_OVER, TOLD, "Fri 1 May")
    assert story.facts.hand_overs == (
        HandOverFacts(
            1, "danger_now", "Out of hours repairs", "By phone, job 4411", on("Fri 1 May"), "14:05"
        ),
    )


def test_a_danger_is_owed_before_everything_until_it_is_handed_over() -> None:
    story = begun(risks=("vulnerable", "danger_now"))
    step = next_step(story.facts)
    assert step and (step.verb, step.clock, step.due_on) == (
        Verb.HAND_OVER,
        Clock.HAND_OVER,
        on("Fri 1 May"),
    )
    story.does(Verb.HAND_OVER, TOLD, "Fri 1 May")
    after = next_step(story.facts)
    assert after and after.verb is Verb.LOG


def test_another_risk_handed_over_does_not_stand_for_the_danger() -> None:
    story = begun(risks=("danger_now", "damp_and_mould"))
    story.does(Verb.HAND_OVER, replace(TOLD, risk="damp_and_mould"), "Fri 1 May")
    step = next_step(story.facts)
    assert step and step.verb is Verb.HAND_OVER


@pytest.mark.parametrize("state", [State.STAGE_2_OPEN, State.REQUEST_OPEN, State.REFUSED])
def test_it_is_owed_in_every_state_and_the_danger_is_on_the_case(state: State) -> None:
    story = reach(state, risks=("danger_now",))
    step = next_step(story.facts)
    assert step and step.verb is Verb.HAND_OVER
    story.does(Verb.HAND_OVER, replace(TOLD, risk="at_risk", told_on=story.today), story.today)
    assert story.facts.risks == ("at_risk", "danger_now")


def test_a_closed_case_owes_nothing() -> None:
    assert next_step(reach(State.CLOSED, risks=("danger_now",)).facts) is None


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (replace(TOLD, risk=" "), ("risk_missing", "Code 6.1")),
        (replace(TOLD, to=""), ("told_nobody", "Code 6.1")),
        (replace(TOLD, how="  "), ("told_how_missing", "Code 5.12")),
        (replace(TOLD, told_on=on("Thu 30 Apr")), ("date_out_of_range", "Code 5.12")),
        (replace(TOLD, told_on=on("Wed 6 May")), ("date_out_of_range", "Code 5.12")),
    ],
)
def test_what_it_may_not_lack(given: HandOver, reason: tuple[str, str]) -> None:
    story = begun()
    assert story.refuses(Verb.HAND_OVER, given, "Tue 5 May") == [reason]
    first = received(hand_overs=(given,))
    assert Story().refuses(Verb.RECEIVE, first, "Tue 5 May") == [reason]


def test_told_as_it_came_in() -> None:
    story = begun(hand_overs=(TOLD,))
    assert story.facts.risks == ("danger_now",)
    assert story.facts.hand_overs[0].to == "Out of hours repairs"
    step = next_step(story.facts)
    assert step and step.verb is Verb.LOG
