"""Days set in the browser: the book they make, what is shown before, and what the worker does."""

import json
from datetime import date

import pytest

from redress.cases import days_off
from redress.cases.book import book_of
from redress.cases.days_off import Change, What
from redress.cases.facts import facts_of
from redress.cases.models import Case, Event, Redating
from redress.cases.verify import verify
from redress.people.models import AdminEntry, Landlord
from redress.rules.access import Actor, Role
from redress.rules.calendar import calendar_for
from redress.rules.decision import Book, calendar_of
from redress.rules.facts import Clock, State
from redress.work import redate
from tests import builders
from tests.rules.bank_holidays_by_hand import add, bank_holidays

TODAY = date(2026, 5, 8)
MON = date(2026, 5, 11)
MOURNING = Change(What.HOLIDAY, MON, "A day of mourning")
CLOSED = Change(What.CLOSURE, MON, "Staff conference")
pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> builders.Office:
    return builders.office()


@pytest.fixture
def jo(office: builders.Office) -> Actor:
    return builders.user(office.landlord, Role.ADMINISTRATOR, Role.DIRECTOR, name="Jo Whitfield")


def fresh(landlord: Landlord) -> Landlord:
    return Landlord.objects.get(pk=landlord.pk)


def counts(landlord: Landlord, day: date) -> tuple[bool, bool]:
    """Whether a day counts for the landlord's promise, and for the Code limit."""
    ours = fresh(landlord)
    calendar = calendar_of(book_of(ours).in_force(ours.slug, TODAY))
    return calendar.is_working_day(day), calendar.code.is_working_day(day)


def due(reference: str) -> tuple[date, date]:
    case = facts_of(Case.objects.get(reference=reference))
    found = case.deadline(case.stage.number, Clock.RESPOND)
    assert found and found.promise and found.code
    return found.promise.date, found.code.date


def test_nothing_set_is_the_packaged_book_and_asks_nothing(
    office: builders.Office, django_assert_num_queries: object
) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]
        assert book_of(office.landlord) == Book()


def test_a_book_is_read_once_for_a_version(
    office: builders.Office, jo: Actor, django_assert_num_queries: object
) -> None:
    days_off.apply(office.landlord, jo, CLOSED, builders.at(TODAY))
    ours = fresh(office.landlord)
    book_of(ours)
    with django_assert_num_queries(0):  # type: ignore[operator]
        book_of(ours).in_force(ours.slug, TODAY)


def test_a_holiday_is_for_the_division_and_a_closure_for_one_landlord(
    office: builders.Office, jo: Actor
) -> None:
    other = builders.landlord("harrow", "HAR")
    assert days_off.apply(office.landlord, jo, CLOSED, builders.at(TODAY))
    assert (counts(office.landlord, MON), counts(other, MON)) == ((False, True), (True, True))
    assert days_off.apply(office.landlord, jo, MOURNING, builders.at(TODAY))
    assert (counts(office.landlord, MON), counts(other, MON)) == ((False, False), (False, False))
    assert AdminEntry.objects.filter(landlord=other).get().by_name == "Jo Whitfield"
    assert calendar_for("england-and-wales").is_working_day(MON)  # for those who ask no landlord


def test_pressed_twice_it_is_set_once(office: builders.Office, jo: Actor) -> None:
    assert days_off.apply(office.landlord, jo, MOURNING, builders.at(TODAY))
    assert not days_off.apply(office.landlord, jo, MOURNING, builders.at(TODAY))
    assert Redating.objects.count() == 1


def test_what_was_shown_is_what_happens_and_the_record_still_verifies(
    office: builders.Office, jo: Actor
) -> None:
    reference = office.reach(State.STAGE_1_OPEN)
    closed = office.reach(State.CLOSED)
    before = due(reference), due(closed)
    shown, more = days_off.preview(jo, office.landlord, MOURNING, TODAY)
    assert [each.reference for each in shown] == [reference] and not more
    assert due(reference) == before[0]  # looking changes nothing
    days_off.apply(office.landlord, jo, MOURNING, builders.at(TODAY))
    assert redate.run(builders.at(TODAY)) == 1
    event = Event.objects.filter(case__reference=reference).latest("sequence")
    assert (event.name, event.by_id, event.by_name) == ("redated", None, "Redress")
    assert json.loads(event.content)["note"]["redated"] == shown[0].moves
    acknowledged = facts_of(Case.objects.get(reference=reference)).stage.acknowledged_on
    assert acknowledged
    expected = add(acknowledged, 10, bank_holidays("england-and-wales") | {MON})
    assert due(reference) == (expected, expected) != before[0]
    assert due(closed) == before[1]
    assert redate.run(builders.at(TODAY)) == 0 and Redating.objects.get().done_at
    assert not verify().faults


def test_taken_away_the_dates_are_as_they_were(office: builders.Office, jo: Actor) -> None:
    reference = office.reach(State.STAGE_1_OPEN)
    before = due(reference)
    days_off.apply(office.landlord, jo, CLOSED, builders.at(TODAY))
    redate.run(builders.at(TODAY))
    assert due(reference) != before
    off = Change(CLOSED.what, CLOSED.date, CLOSED.why, off=True)
    shown, _ = days_off.preview(jo, fresh(office.landlord), off, TODAY)
    assert [each.reference for each in shown] == [reference]
    assert days_off.apply(fresh(office.landlord), jo, off, builders.at(TODAY))
    assert not days_off.apply(fresh(office.landlord), jo, off, builders.at(TODAY))
    redate.run(builders.at(TODAY))
    assert due(reference) == before


def test_a_case_that_comes_after_counts_by_the_new_days(office: builders.Office, jo: Actor) -> None:
    days_off.apply(office.landlord, jo, MOURNING, builders.at(TODAY))
    reference = office.one.receive(date(2026, 5, 8))
    case = facts_of(Case.objects.get(reference=reference))
    first = case.deadline(1, Clock.ACKNOWLEDGE)
    assert first and first.code and first.code.date == date(2026, 5, 18)  # else Friday the 15th


def test_the_round_goes_on_where_it_stopped(
    office: builders.Office, jo: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(redate, "BATCH", 2)
    for _ in range(5):
        office.one.receive(date(2026, 5, 8))
    days_off.apply(office.landlord, jo, MOURNING, builders.at(TODAY))
    assert [redate.run(builders.at(TODAY)) for _ in range(4)] == [2, 2, 1, 0]
    assert Redating.objects.get().moved == 5


def test_restricted_cases_move_unseen(office: builders.Office, jo: Actor) -> None:
    from redress.rules.access import Verb
    from redress.rules.actions.restrict import Restrict

    reference = office.reach(State.STAGE_1_OPEN)
    assert office.one.actor.id
    hidden = Restrict(people=[(office.one.actor.id, "Amina Khan")], reason="Staff.")
    office.one.does(reference, Verb.RESTRICT, hidden, date(2026, 5, 7))
    assert days_off.preview(jo, office.landlord, MOURNING, TODAY) == ([], 0)
    days_off.apply(office.landlord, jo, MOURNING, builders.at(TODAY))
    assert redate.run(builders.at(TODAY)) == 1
