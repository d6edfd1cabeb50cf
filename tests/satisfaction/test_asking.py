"""Residents are asked after closing: once, with one reminder, in the way they need, and counted."""

from datetime import date, timedelta

import pytest

from redress.cases.models import Case, Event, Letter, Message
from redress.cases.perform import Done
from redress.people.models import Resident
from redress.rules.access import Actor, Role, Verb
from redress.rules.actions.rate import Rate
from redress.rules.actions.reopen import Reopen
from redress.rules.decision import NotKept, Refused
from redress.rules.facts import State
from redress.rules.facts_followed import Kept
from redress.rules.satisfaction import AskingPlan, Standing, WhyNot
from redress.satisfaction import asking, reading
from redress.satisfaction.asking import answer, choose, run
from redress.satisfaction.links import opened, token_of
from redress.satisfaction.models import Asked, Asking, Unhappy
from tests import builders
from tests.builders import Office, at
from tests.rules.inputs import on
from tests.rules.story import PATHS

pytestmark = pytest.mark.django_db
PLAN = AskingPlan(days=7, remind_after=10, ends_after=28)
RESIDENT = Actor(None, "Mary Osei", resident=True)
GOOD = Rate(handled=5, kept=Kept.YES, outcome=4, easy=3)
BAD = Rate(handled=1, kept=Kept.NO)
CLOSED = on(PATHS[State.CLOSED][-1][1])  # the day on which `Office.reach` closes it
DUE = CLOSED + timedelta(days=7)


@pytest.fixture
def office() -> Office:
    made = builders.office()
    choose(made.landlord, PLAN, date(2026, 5, 1), made.one.actor, at(date(2026, 5, 1)))
    return made


def closed(office: Office, **needs: object) -> str:
    person = builders.resident(office.landlord)
    Resident.objects.filter(pk=person.pk).update(**needs)
    return office.reach(State.CLOSED, resident=person.pk)


def runs(*days: date) -> list[int]:
    """How many letters went on each day, the worker running twice on it."""
    return [run(at(day)) + run(at(day, 12)) for day in days]


def only() -> Asked:
    return Asked.objects.get()


def after(days: int) -> date:
    return DUE + timedelta(days=days)


def test_a_letter_when_it_is_due_one_reminder_and_then_it_ends(office: Office) -> None:
    reference = closed(office)
    days = (CLOSED, after(-1), DUE, after(1), after(9), after(10), after(11), after(28), after(29))
    assert runs(*days) == [0, 0, 1, 0, 0, 1, 0, 0, 0]
    assert (only().asked_on, only().reminded_on, only().is_open) == (DUE, after(10), False)
    first, second = Letter.objects.filter(kind="satisfaction").order_by("number")
    assert "We closed your complaint on" in first.text
    assert "have not heard from you" in second.text
    link = f"/code-model/how-we-did/{token_of(only(), office.landlord)}"
    assert link in first.text and link in second.text
    assert reference not in link and "Osei" not in link
    sent = Message.objects.filter(letter=first).get()
    assert (sent.way, sent.to_address) == ("email", "mary@example.org")
    assert "Osei" not in sent.subject
    voices, _ = reading.voices_of(office.landlord, CLOSED, CLOSED, after(29))
    assert voices.standings == {Standing.NO_REPLY: 1} and voices.asked == 1


def test_an_answer_ends_it_and_is_counted_once_whichever_way_it_comes(office: Office) -> None:
    reference = closed(office)
    runs(DUE)
    given = answer(RESIDENT, office.landlord, reference, GOOD, at(after(2)))
    assert isinstance(given, Done) and given.case.ratings[0].outcome == 4
    again = answer(office.one.actor, office.landlord, reference, BAD, at(after(3)))
    assert isinstance(again, Refused) and again.reasons[0].code == "rated_before"
    assert runs(after(10), after(29)) == [0, 0]
    voices, services = reading.voices_of(office.landlord, CLOSED, CLOSED, after(40))
    assert (voices.closed, voices.answered, voices.asked) == (1, 1, 1)
    assert voices.opinion("handled").marks == {5: 1}
    assert (voices.opinion("easy").neither, voices.kept) == (1, {Kept.YES: 1})
    assert list(services) == ["Repairs"]
    assert not Unhappy.objects.exists()


def test_who_tells_us_by_themselves_is_not_asked_any_more(office: Office) -> None:
    reference = closed(office)
    answer(RESIDENT, office.landlord, reference, GOOD, at(CLOSED))
    assert runs(DUE, after(10)) == [0, 0]
    voices, _ = reading.voices_of(office.landlord, CLOSED, CLOSED, DUE)
    assert (voices.closed, voices.answered, voices.asked, voices.unasked_answers) == (1, 1, 0, 1)


@pytest.mark.parametrize(
    ("needs", "way", "why"),
    [
        ({"never_by": ["email"]}, "post", ""),
        ({"write_by": "post", "formats": ["large_print"]}, "post", ""),
        ({"formats": ["braille"]}, None, ""),  # somebody rings
        ({"interpreter": "Sylheti"}, None, ""),
        ({"never_by": ["email", "post", "phone"]}, None, WhyNot.DO_NOT_CONTACT),
        ({"never_by": ["email", "post"], "phone": ""}, None, WhyNot.NO_WAY),
    ],
)
def test_needs_are_obeyed(
    office: Office, needs: dict[str, object], way: str | None, why: str
) -> None:
    closed(office, **needs)
    assert runs(DUE) == [1 if way else 0]
    sent = [message.way for message in Message.objects.filter(kind="satisfaction")]
    assert sent == ([way] if way else [])
    assert only().why_not == why
    assert only().is_open == (not why)


def test_somebody_rings_twice_and_then_it_ends(office: Office) -> None:
    closed(office, formats=["braille"])
    runs(DUE)
    for _ in range(2):
        asking.unreached(office.one.actor, office.landlord, only().pk, at(after(1)))
    assert (only().is_open, only().asked_on) == (False, after(1))
    voices, _ = reading.voices_of(office.landlord, CLOSED, CLOSED, after(3))
    assert voices.standings == {Standing.NO_REPLY: 1}


def test_nobody_rang_is_said_as_such(office: Office) -> None:
    closed(office, interpreter="Sylheti")
    runs(DUE, after(29))
    assert only().why_not == WhyNot.NOBODY_RANG


def test_nobody_is_asked_of_a_case_that_went_on(office: Office) -> None:
    reference = closed(office)
    runs(CLOSED)
    office.one.does(reference, Verb.REOPEN, Reopen(reason="Not done."), CLOSED + timedelta(days=1))
    assert runs(DUE) == [0]
    assert only().why_not == WhyNot.WENT_ON


def test_without_a_choice_nobody_is_asked_nor_for_what_was_closed_before_it() -> None:
    made = builders.office()
    made.reach(State.CLOSED)
    assert runs(DUE) == [0]
    later = CLOSED + timedelta(days=1)
    choose(made.landlord, PLAN, later, made.one.actor, at(later))
    assert runs(DUE) == [0] and not Asked.objects.exists()
    choose(made.landlord, AskingPlan(None), CLOSED, made.one.actor, at(later))
    assert runs(DUE) == [0] and not Asked.objects.exists()


def test_a_choice_is_checked_and_kept_with_those_before_it(office: Office) -> None:
    for wrong in (AskingPlan(91), AskingPlan(5, 28, 28), AskingPlan(5, 0, 28)):
        with pytest.raises(NotKept):
            choose(office.landlord, wrong, CLOSED, office.one.actor, at(CLOSED))
    for _ in range(2):
        choose(office.landlord, AskingPlan(3), CLOSED, office.one.actor, at(CLOSED))
    assert [each.days for each in Asking.objects.order_by("pk")] == [7, 3]


def test_an_unhappy_answer_is_owed_the_choice_to_complain(office: Office) -> None:
    """Code 1.6."""
    reference = closed(office)
    runs(DUE)
    answer(RESIDENT, office.landlord, reference, BAD, at(after(1)))
    one = Unhappy.objects.get()
    assert (one.case.reference, one.stage, one.told, one.choice) == (reference, 1, True, None)  # type: ignore[union-attr]
    assert one.words == one.who == one.contact == ""  # it stands on the case


def test_an_answer_taken_down_by_staff_says_who_took_it(office: Office) -> None:
    reference = closed(office, formats=["braille"])
    runs(DUE)
    answer(office.one.actor, office.landlord, reference, BAD, at(after(1)))
    event = Event.objects.filter(case__reference=reference, name="rated").get()
    assert event.by_name == office.one.actor.name
    assert (only().asked_on, Unhappy.objects.get().told) == (after(1), False)
    overseer = builders.user(office.landlord, Role.AUDITOR, name="An Auditor")
    assert isinstance(answer(overseer, office.landlord, reference, BAD, at(DUE)), Refused)


def test_a_link_opens_its_own_asking_and_no_other(office: Office) -> None:
    closed(office)
    runs(DUE)
    token = token_of(only(), office.landlord)
    assert opened(office.landlord, token.lower()) == only()
    other = builders.landlord("harrow", "HAR")
    number, _, code = token.partition("-")
    wrong = f"{number}-{'B' if code[0] == 'A' else 'A'}{code[1:]}"
    for bad in (wrong, f"{int(number) + 1}-{code}", "", "1", "x" * 500, f"{number}-é"):
        assert opened(office.landlord, bad) is None
    assert opened(other, token) is None


def test_looking_costs_the_same_however_many_were_closed(
    office: Office, django_assert_num_queries: object
) -> None:
    for _ in range(2):
        closed(office)
    runs(DUE)
    with django_assert_num_queries(1):  # type: ignore[operator]
        reading.voices_of(office.landlord, CLOSED, CLOSED, DUE)
    assert Case.objects.count() == 2
