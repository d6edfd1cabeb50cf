"""A legal hold: placed with a reason, lifted with a reason, and nothing else moves."""

from dataclasses import replace

import pytest

from redress.rules.access import Verb
from redress.rules.actions.hold import Hold
from redress.rules.actions.release_hold import ReleaseHold
from redress.rules.decision import Context, Reason, Refused
from redress.rules.facts import State
from redress.rules.facts_holds import hold_on
from redress.rules.stages import decide
from tests.rules.story import AMINA, on, reach

CLAIM = Hold(reason="A claim for disrepair is at court.")


def test_a_hold_says_why_by_whom_and_until_it_is_lifted() -> None:
    story = reach(State.STAGE_1_OPEN)
    before = story.facts
    story.does(Verb.HOLD, CLAIM, "Mon 11 May", AMINA)
    (held,) = story.facts.holds
    assert (held.reason, held.placed_on, held.placed_by) == (
        CLAIM.reason, on("Mon 11 May"), AMINA.id,
    )  # fmt: skip
    assert held.until is None and held.holds(on("Mon 11 May").replace(year=2046))
    assert replace(story.facts, holds=()) == before

    story.does(Verb.RELEASE_HOLD, ReleaseHold(why="Settled."), "Tue 12 May", AMINA)
    (over,) = story.facts.holds
    assert (over.lifted_on, over.lifted_by, over.why_lifted) == (
        on("Tue 12 May"), AMINA.id, "Settled.",
    )  # fmt: skip
    assert hold_on(story.facts.holds, on("Tue 12 May")) is None


def test_a_hold_ends_after_its_last_day_and_another_can_follow() -> None:
    story = reach(State.STAGE_1_OPEN)
    story.does(Verb.HOLD, replace(CLAIM, until=on("Fri 15 May")), "Mon 11 May", AMINA)
    assert story.facts.holds[0].holds(on("Fri 15 May"))
    assert not story.facts.holds[0].holds(on("Sat 16 May"))
    story.does(Verb.HOLD, CLAIM, "Mon 18 May", AMINA)
    assert [each.number for each in story.facts.holds] == [1, 2]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (replace(CLAIM, reason=" "), "reason_missing"),
        (replace(CLAIM, until=on("Mon 11 May")), "hold_ends_too_soon"),
    ],
)
def test_what_a_hold_needs(given: Hold, code: str) -> None:
    story = reach(State.STAGE_1_OPEN)
    assert story.refuses(Verb.HOLD, given, "Mon 11 May", AMINA)[0][0] == code


def test_one_holds_at_a_time_and_what_is_not_there_is_not_lifted() -> None:
    story = reach(State.STAGE_1_OPEN)
    no = [("not_held", "")]
    assert story.refuses(Verb.RELEASE_HOLD, ReleaseHold(why="Over."), "Mon 11 May", AMINA) == no
    story.does(Verb.HOLD, CLAIM, "Mon 11 May", AMINA)
    assert story.refuses(Verb.HOLD, CLAIM, "Mon 11 May", AMINA) == [("held_already", "")]
    missing = [("reason_missing", "UK GDPR art. 5(1)(e)")]
    assert story.refuses(Verb.RELEASE_HOLD, ReleaseHold(why=""), "Mon 11 May", AMINA) == missing


def test_nothing_is_done_to_an_erased_case() -> None:
    story = reach(State.STAGE_1_OPEN)
    erased = replace(story.facts, erased_on=on("Mon 11 May"))
    answer = decide(Verb.HOLD, erased, CLAIM, Context(AMINA, on("Mon 11 May")))
    assert answer == Refused((Reason("erased"),))
