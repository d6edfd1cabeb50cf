"""An update: where it stands, what comes next, when they hear again."""

import pytest

from redress.rules.access import Verb
from redress.rules.facts import Clock, State
from tests.rules.inputs import on, update
from tests.rules.story import reach

DAY = on("Wed 6 May")


@pytest.mark.parametrize(
    ("today", "where"),
    [
        ("Tue 19 May", "Tuesday 19 May 2026. That date has not passed."),
        ("Wed 20 May", "Tuesday 19 May 2026. We did not. We are sorry."),
    ],
)
def test_the_letter_says_whether_the_date_has_passed(today: str, where: str) -> None:
    story = reach(State.STAGE_1_OPEN)
    before = story.facts
    (letter,) = story.does(Verb.SEND_UPDATE, update(on(today)), today).letters
    assert letter.kind == "holding_update"
    assert letter.facts["where_we_are"] == f"We said we would send our answer by {where}"
    others = [each for each in story.facts.deadlines if each.clock is not Clock.UPDATE]
    assert others == list(before.deadlines)  # no date for the answer moves
    assert story.facts.state is before.state


def test_the_record_keeps_what_was_agreed() -> None:
    story = reach(State.STAGE_2_OPEN)
    assert story.warns(Verb.SEND_UPDATE, update(on("Wed 27 May")), "Wed 27 May") == []
    assert story.events[-1].note == {
        "what_happened": "The roofer looked at it.",
        "what_next": "We read what he wrote.",
        "write_by": "2026-06-03",
        "agreed": True,
    }


@pytest.mark.parametrize("agreed", [False, None])
def test_an_interval_that_was_not_agreed_is_noted_and_no_bar(agreed: bool | None) -> None:
    """Code 5.9."""
    story = reach(State.STAGE_1_OPEN)
    given = update(DAY, agreed=agreed)
    assert story.warns(Verb.SEND_UPDATE, given, DAY) == [("interval_not_agreed", "Code 5.9")]


@pytest.mark.parametrize(
    ("missing", "code"),
    [
        ({"what_happened": " "}, "update_missing"),
        ({"what_next": ""}, "next_missing"),
        ({"write_by": DAY}, "not_ahead"),
    ],
)
def test_what_is_refused(missing: dict[str, object], code: str) -> None:
    story = reach(State.STAGE_1_OPEN)
    assert story.refuses(Verb.SEND_UPDATE, update(DAY, **missing), DAY) == [(code, "Code 5.9")]
