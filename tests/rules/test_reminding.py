"""Who is reminded of which date on which day. Monday 25 May 2026 is a bank holiday."""

from datetime import date, timedelta

import pytest

from redress.rules.access import SYSTEM, Verb
from redress.rules.actions.allocate import Allocate
from redress.rules.actions.remind import Remind
from redress.rules.decision import calendar_of
from redress.rules.facts import State
from redress.rules.policy_files import policies_of
from redress.rules.reminding import Reminder, reminder_due
from tests.rules.inputs import on, plausible
from tests.rules.story import Story, reach

CALENDAR = calendar_of(policies_of("code-model")[-1])
EVE, ABOVE = ("Eve Hall", "eve@example.org"), ("Carol Jones", "carol@example.org")
GIVEN = Remind(handler=EVE, above=ABOVE)


def handled() -> Story:
    """A complaint to be answered by Tuesday 19 May, which Eve Hall has."""
    story = reach(State.STAGE_1_OPEN)
    story.does(Verb.ALLOCATE, Allocate(handler=55, handler_name="Eve Hall"), "Wed 6 May")
    return story


def ladder(story: Story, first: str, last: str) -> list[tuple[str, str]]:
    """Each day on which something goes, and to whom, if the round runs every day twice."""
    sent, day = [], on(first)
    while day <= on(last):
        for _ in range(2):
            if reminder_due(story.facts, CALENDAR, day):
                decision = story.does(Verb.REMIND, GIVEN, day, SYSTEM)
                (message,) = decision.messages
                sent.append((f"{day:%a} {day.day} {day:%b}", message.to_name))
        day += timedelta(days=1)
    return sent


def test_the_whole_ladder_for_one_date() -> None:
    assert ladder(handled(), "Wed 6 May", "Fri 12 Jun") == [
        ("Fri 15 May", "Eve Hall"),  # two working days before
        ("Tue 19 May", "Eve Hall"),  # the day
        ("Wed 20 May", "Eve Hall"),  # the first one after it
        ("Fri 22 May", "Carol Jones"),  # three working days late
    ]


def test_days_without_a_worker_are_not_made_up_for_one_by_one() -> None:
    assert ladder(handled(), "Thu 21 May", "Fri 29 May") == [
        ("Thu 21 May", "Eve Hall"),
        ("Fri 22 May", "Carol Jones"),
    ]


def test_another_date_has_a_ladder_of_its_own() -> None:
    story = handled()
    ladder(story, "Wed 6 May", "Tue 19 May")
    story.does(Verb.EXTEND, plausible(Verb.EXTEND, story.case, on("Tue 19 May")), "Tue 19 May")
    assert ladder(story, "Tue 19 May", "Tue 26 May") == [
        ("Thu 21 May", "Eve Hall"),  # before Tuesday 26 May, with Monday off
        ("Tue 26 May", "Eve Hall"),
    ]


@pytest.mark.parametrize("day", ["Sat 16 May", "Sun 17 May"])
def test_nothing_goes_on_a_day_off(day: str) -> None:
    assert reminder_due(handled().facts, CALENDAR, on(day)) is None


def test_nothing_without_a_handler_or_a_date() -> None:
    late = on("Wed 20 May")
    assert reminder_due(reach(State.STAGE_1_OPEN).facts, CALENDAR, late) is None
    assert reminder_due(reach(State.CLOSED).facts, CALENDAR, late) is None


def test_where_nobody_is_above_the_handler_hears_it() -> None:
    story = handled()
    alone = Remind(handler=EVE)
    decision = story.does(Verb.REMIND, alone, "Fri 22 May", SYSTEM)
    assert decision.messages[0].to_name == "Eve Hall"
    assert decision.events[0].note["rung"] == Reminder.ESCALATE


def test_the_mail_says_the_case_and_the_date_and_nothing_of_the_person() -> None:
    story = handled()
    (message,) = story.does(Verb.REMIND, GIVEN, "Fri 15 May", SYSTEM).messages
    assert message.subject == "MOD-000001: Respond by Tue 19 May 2026"
    assert message.path == "desk/case/MOD-000001"
    assert "leak" not in message.text and "Mary" not in message.text


def test_no_person_sends_one_and_none_goes_twice() -> None:
    story = handled()
    assert story.refuses(Verb.REMIND, GIVEN, "Fri 15 May") == [("not_permitted", "")]
    story.does(Verb.REMIND, GIVEN, "Fri 15 May", SYSTEM)
    assert story.refuses(Verb.REMIND, GIVEN, "Fri 15 May", SYSTEM) == [("no_reminder_due", "")]


def test_what_is_kept_does_not_grow() -> None:
    story = handled()
    ladder(story, "Wed 6 May", "Tue 19 May")
    story.does(Verb.EXTEND, plausible(Verb.EXTEND, story.case, on("Tue 19 May")), "Tue 19 May")
    ladder(story, "Wed 20 May", "Tue 26 May")
    assert story.facts.reminded == ("respond 2026-05-26 before", "respond 2026-05-26 due")
    assert date(2026, 5, 26) == on("Tue 26 May")
