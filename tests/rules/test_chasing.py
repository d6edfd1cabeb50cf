"""When people who were asked for comments are reminded: dates by hand, around two bank holidays.

Asked on Tuesday 28 April 2026. Monday 4 May and Monday 25 May are bank holidays.
"""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redress.rules.access import Verb
from redress.rules.calendar import Division, calendar_for
from redress.rules.chasing import Chaser, chaser_due, chaser_for, half_time, usual_due
from redress.rules.facts import State
from redress.rules.facts_comments import CommentFacts
from tests.rules.inputs import ask, on, plausible
from tests.rules.story import begun, reach

CALENDAR = calendar_for(Division.ENGLAND_AND_WALES)
ASKED = CommentFacts(
    number=1,
    stage=1,
    name="Sam Roy",
    organisation="Axis Roofing",
    email="sam@axis.example",
    manager_email="boss@axis.example",
    question="When did you come?",
    issues=(),
    address=False,
    asked_on=on("Tue 28 Apr"),
    asked_by=11,
    due_on=on("Wed 6 May"),
)


def sent(asked: CommentFacts, first: date, last: date) -> list[tuple[str, str]]:
    """What goes out if the round runs every day, each with its day."""
    out, day = [], first
    while day <= last:
        if chaser := chaser_for(asked, CALENDAR, day):
            out.append((f"{day:%a} {day.day} {day:%b}", chaser.value))
            asked = after(asked, chaser, day)
        day += timedelta(days=1)
    return out


def after(asked: CommentFacts, chaser: Chaser, day: date) -> CommentFacts:
    if chaser is Chaser.ESCALATE:
        return replace(asked, escalated_on=day)
    return replace(asked, chased_on=(*asked.chased_on, day))


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        # 5 working days: 29, 30 April, 1, 5, 6 May; half of 5 is 2
        ("Wed 6 May", "Thu 30 Apr half_time, Wed 6 May due, Thu 7 May escalate"),
        # 2 working days
        ("Thu 30 Apr", "Wed 29 Apr half_time, Thu 30 Apr due, Fri 1 May escalate"),
        # the next day: no half time
        ("Wed 29 Apr", "Wed 29 Apr due, Thu 30 Apr escalate"),
        # today: the first message said so
        ("Tue 28 Apr", "Wed 29 Apr escalate"),
        # due on the bank holiday: said on the Friday before, taken up on the Tuesday after
        ("Mon 4 May", "Wed 29 Apr half_time, Fri 1 May due, Tue 5 May escalate"),
        # due on a Saturday
        ("Sat 2 May", "Wed 29 Apr half_time, Fri 1 May due, Tue 5 May escalate"),
    ],
)
def test_each_goes_once_on_its_day(due: str, expected: str) -> None:
    asked = replace(ASKED, due_on=on(due))
    went = sent(asked, ASKED.asked_on, on("Fri 29 May"))
    assert ", ".join(f"{day} {what}" for day, what in went) == expected


def test_where_no_manager_is_known_the_person_is_told_that_it_is_late() -> None:
    asked = replace(ASKED, manager_email="")
    assert sent(asked, ASKED.asked_on, on("Fri 29 May"))[-1] == ("Thu 7 May", "late")


def test_what_was_missed_goes_late_and_never_twice() -> None:
    """Nothing ran from the asking to the Tuesday; or to long after."""
    assert sent(ASKED, on("Tue 5 May"), on("Tue 5 May")) == [("Tue 5 May", "half_time")]
    assert sent(ASKED, on("Wed 6 May"), on("Wed 6 May")) == [("Wed 6 May", "due")]
    assert sent(ASKED, on("Wed 20 May"), on("Fri 29 May")) == [("Wed 20 May", "escalate")]


def test_a_reminder_by_hand_counts_for_its_day() -> None:
    asked = replace(ASKED, chased_on=(on("Thu 30 Apr"),))
    expected = [("Wed 6 May", "due"), ("Thu 7 May", "escalate")]
    assert sent(asked, on("Thu 30 Apr"), on("Fri 29 May")) == expected
    early = replace(ASKED, chased_on=(on("Wed 29 Apr"),))  # before half time: half time still goes
    assert sent(early, on("Thu 30 Apr"), on("Thu 30 Apr")) == [("Thu 30 Apr", "half_time")]


@pytest.mark.parametrize("name", ["answered_on", "withdrawn_on"])
def test_nothing_goes_once_it_is_answered_or_withdrawn(name: str) -> None:
    asked = replace(ASKED, **{name: on("Wed 29 Apr")})  # type: ignore[arg-type]
    assert sent(asked, ASKED.asked_on, on("Fri 29 May")) == []


@given(st.integers(0, 60), st.integers(0, 90), st.booleans())
def test_whatever_the_dates_at_most_three_go_and_the_manager_last(
    length: int, days: int, manager: bool
) -> None:
    asked = replace(
        ASKED,
        due_on=ASKED.asked_on + timedelta(days=length),
        manager_email="boss@axis.example" if manager else "",
    )
    words = [what for _, what in sent(asked, asked.asked_on, asked.asked_on + timedelta(days=days))]
    order = ["half_time", "due", "escalate" if manager else "late"]
    assert words == [each for each in order if each in words]
    if days > length + 5:  # Easter and Christmas are further off
        assert words[-1] == order[-1]


def test_half_time_is_counted_in_working_days() -> None:
    assert half_time(ASKED, CALENDAR) == on("Thu 30 Apr")
    # 9 working days to 12 May: 29, 30 April and 1, 5 May are the first 4
    assert half_time(replace(ASKED, due_on=on("Tue 12 May")), CALENDAR) == on("Tue 5 May")


def test_chasing_ends_with_the_answer_of_the_stage() -> None:
    story = reach(State.STAGE_1_OPEN)
    story.does(Verb.ASK_COMMENTS, ask("Thu 7 May"), "Tue 5 May")
    before = story.facts
    late = on("Tue 19 May")
    assert chaser_due(before, before.comments[0], CALENDAR, late) is Chaser.ESCALATE
    story.does(Verb.RESPOND, plausible(Verb.RESPOND, before, late), "Mon 18 May")
    assert chaser_due(story.facts, story.facts.comments[0], CALENDAR, late) is None


def test_the_date_offered_leaves_time_for_the_response() -> None:
    """Code model: received Fri 1 May, acknowledged Tue 5 May, so due Tue 19 May."""
    case = reach(State.STAGE_1_OPEN).facts
    assert usual_due(case, CALENDAR, on("Tue 5 May")) == on("Tue 12 May")  # 5 of 10 working days
    assert usual_due(case, CALENDAR, on("Wed 13 May")) == on("Fri 15 May")  # 2 of the 4 left
    assert usual_due(case, CALENDAR, on("Mon 18 May")) == on("Tue 19 May")  # the last day
    assert usual_due(case, CALENDAR, on("Fri 22 May")) == on("Tue 26 May")  # late: the next one
    new = begun().facts
    assert usual_due(new, CALENDAR, on("Fri 1 May")) == on("Mon 11 May")
