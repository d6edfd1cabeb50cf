"""The round that chases comments, on real cases and days."""

from datetime import date, timedelta

import pytest

from redress.cases.models import Event, Message
from redress.cases.verify import verify
from redress.rules.access import Verb
from redress.rules.actions.comment import Comment
from redress.rules.actions.restrict import Restrict
from redress.rules.facts import State
from redress.work import chase_comments
from redress.work.rounds import ROUNDS
from tests import builders
from tests.rules.inputs import ROOFER, SURVEYOR, ask, on
from tests.rules.story import AMINA

pytestmark = pytest.mark.django_db
ASKED = on("Tue 5 May")


def goes(first: date, last: date) -> list[tuple[date, str, str]]:
    """What goes out if the round runs three times a day."""
    sent, day = [], first
    while day <= last:
        before = set(Message.objects.values_list("pk", flat=True))
        for hour in (9, 11, 15):
            chase_comments.run(builders.at(day, hour))
        new = Message.objects.exclude(pk__in=before).order_by("pk")
        sent += [(day, mail.kind, mail.to_address) for mail in new]
        day += timedelta(days=1)
    return sent


def asked() -> tuple[builders.Office, str]:
    """Two people, both by Tue 12 May."""
    office = builders.office()
    reference = office.reach(State.STAGE_1_OPEN)
    office.one.does(reference, Verb.ASK_COMMENTS, ask("Tue 12 May", ROOFER, SURVEYOR), ASKED)
    return office, reference


def test_everyone_is_reminded_on_time_once_and_the_manager_told_with_no_click() -> None:
    office, reference = asked()
    answer = Comment(number=2, answered_by="Uma Patel", answer="It was dry.")
    assert goes(ASKED, on("Thu 7 May")) == [
        (on("Thu 7 May"), "comments_chased", "sam@axis.example"),
        (on("Thu 7 May"), "comments_chased", "uma@council.example"),
    ]
    office.one.does(reference, Verb.COMMENT, answer, on("Fri 8 May"))
    assert goes(on("Fri 8 May"), on("Mon 8 Jun")) == [
        (on("Tue 12 May"), "comments_chased", "sam@axis.example"),
        (on("Wed 13 May"), "comments_escalated", "boss@axis.example"),
    ]
    events = Event.objects.filter(name="comments_chased")
    assert events.count() == 4 and {event.by_name for event in events} == {"Redress"}
    assert "/code-model/comments/" in Message.objects.get(kind="comments_escalated").text
    assert verify().faults == []


def test_nothing_goes_for_a_stage_that_has_its_answer() -> None:
    office, reference = asked()
    office.goes_on(reference, [(Verb.RESPOND, "Thu 7 May", AMINA)])
    assert goes(on("Thu 7 May"), on("Wed 20 May")) == []


def test_it_counts_what_it_sent_and_looks_at_restricted_cases_too() -> None:
    office, reference = asked()
    only = Restrict(people=((office.one.actor.id or 0, "Amina Khan"),), reason="A colleague.")
    office.one.does(reference, Verb.RESTRICT, only, ASKED)
    assert chase_comments.run(builders.at(on("Thu 7 May"))) == 2
    assert chase_comments.run(builders.at(on("Thu 7 May"))) == 0


def test_what_is_not_due_costs_no_query_of_its_own(
    django_assert_max_num_queries: object,
) -> None:
    office, reference = asked()
    for _ in range(10):
        office.one.does(reference, Verb.ASK_COMMENTS, ask("Tue 12 May", ROOFER), ASKED)
    with django_assert_max_num_queries(2):  # type: ignore[operator]
        assert chase_comments.run(builders.at(on("Wed 6 May"))) == 0


def test_it_is_one_of_the_rounds_and_keeps_office_hours() -> None:
    (mine,) = [each for each in ROUNDS if each.run is chase_comments.run]
    assert mine.office_hours and mine.every <= timedelta(hours=1)
