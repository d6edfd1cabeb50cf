"""Needs in the database: history that only grows, letters that obey, and who reads what."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from redress.cases import needs as of_cases
from redress.cases.models import Message
from redress.cases.needs import before_contact, late_reviews
from redress.people import needs
from redress.people.models import Disability, NeedsEntry, Resident
from redress.people.register import register_resident
from redress.rules.access import Role, Verb
from redress.rules.actions.allocate import Allocate
from redress.rules.actions.restrict import Restrict
from redress.rules.facts import State
from redress.rules.needs import Needs
from redress.rules.sending import Format, Never, Way
from redress.work import remind_reviews
from tests import builders
from tests.rules import story

pytestmark = pytest.mark.django_db
TODAY, AT = date(2026, 5, 12), builders.at(date(2026, 5, 12))
BRAILLE = Needs(formats=(Format.BRAILLE,))


@pytest.fixture
def office() -> builders.Office:
    return builders.office()


@pytest.fixture
def mary(office: builders.Office) -> Resident:
    return builders.resident(office.landlord)


def now_of(resident: Resident) -> Resident:
    return Resident.objects.get(pk=resident.pk)


def kept(mary: Resident, office: builders.Office, what: Needs) -> None:
    seen = needs.seen_of(mary)
    assert not of_cases.change(now_of(mary), what, office.one.actor, AT, seen)


def agreed(mary: Resident, office: builders.Office, review_on: date, on: date = TODAY) -> None:
    what = {"what": "We read letters to her.", "agreed_on": on, "agreed_by": ""}
    seen = needs.seen_of(mary)
    done = needs.agree(mary, office.one.actor, builders.at(on), seen, review_on=review_on, **what)
    assert not done, done


def test_they_are_kept_with_who_when_and_what_was(office: builders.Office, mary: Resident) -> None:
    kept(mary, office, Needs(safe="After ten", never_by=(Never.VOICEMAIL,)))
    kept(mary, office, Needs(safe="After noon", never_by=(Never.VOICEMAIL,)))
    newest, older = needs.history(mary)
    assert (newest.by_name, newest.at, newest.what) == ("Amina Khan", AT, "needs")
    assert newest.details == {"safe": ["After ten", "After noon"]}
    assert older.details == {"safe": ["", "After ten"], "never_by": [[], ["voicemail"]]}
    assert now_of(mary).what_they_need.safe == "After noon"
    assert now_of(mary).needs_asked_on == TODAY


def test_asking_again_is_kept_too(office: builders.Office, mary: Resident) -> None:
    kept(mary, office, Needs(safe="After ten"))
    kept(mary, office, Needs(safe="After ten"))
    assert [line.what for line in needs.history(mary)] == ["asked", "needs"]


def test_what_somebody_else_changed_meanwhile_is_not_written_over(
    office: builders.Office, mary: Resident
) -> None:
    kept(mary, office, Needs(safe="After ten"))
    late = of_cases.change(now_of(mary), Needs(), office.two.actor, AT, seen=0)
    assert [reason.code for reason in late] == ["changed_meanwhile"]
    assert now_of(mary).what_they_need.safe == "After ten"


def test_the_history_only_grows(office: builders.Office, mary: Resident) -> None:
    kept(mary, office, Needs(safe="After ten"))

    def refused(act: Callable[[], Any]) -> None:
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            act()

    rows = NeedsEntry.objects.all()
    refused(lambda: rows.update(by_name="Somebody"))
    refused(lambda: rows.update(details={"safe": ["", ""]}))
    refused(rows.delete)
    refused(lambda: rows.update(details=None, by_name="Somebody"))
    if connection.vendor == "sqlite":
        table = NeedsEntry._meta.db_table
        with connection.cursor() as cursor:
            refused(lambda: cursor.execute(f"REPLACE INTO {table} SELECT * FROM {table}"))  # noqa: S608
    rows.update(details=None)  # at the end of its retention
    refused(lambda: rows.update(details={}))


def test_what_is_said_as_a_contact_is_taken_down_is_in_the_history(
    office: builders.Office,
) -> None:
    tom = register_resident(office.landlord, name="Tom", needs="Ring after six")
    again = register_resident(office.landlord, name="Tom", needs="Ring after six")
    assert tom == again and again.what_they_need.needs == "Ring after six"
    (line,) = needs.history(tom)
    assert (line.by_name, line.details) == ("The resident", {"needs": ["", "Ring after six"]})


class TestLetters:
    """Every letter obeys what its resident needs."""

    def reach(self, office: builders.Office, mary: Resident) -> str:
        reference = office.one.receive(date(2026, 5, 1), resident=mary.pk)
        office.goes_on(reference, story.PATHS[State.STAGE_1_OPEN])
        return reference

    def ways(self) -> set[tuple[str, str, str]]:
        return set(Message.objects.values_list("way", "to_address", "answer"))

    def test_one_in_braille_is_a_task_for_a_person(
        self, office: builders.Office, mary: Resident
    ) -> None:
        kept(mary, office, BRAILLE)
        self.reach(office, mary)
        assert self.ways() == {("hand", "", "To be made first: Braille.")}

    def test_those_that_wait_are_turned_round(
        self, office: builders.Office, mary: Resident
    ) -> None:
        self.reach(office, mary)
        assert self.ways() == {("email", "mary@example.org", "")}
        kept(mary, office, Needs(never_by=(Never.EMAIL,)))
        assert self.ways() == {("post", "4 Elm Walk, E1 4AA", "")}
        kept(mary, office, BRAILLE)
        assert self.ways() == {("hand", "", "To be made first: Braille.")}
        kept(mary, office, Needs(write_by=Way.POST))
        assert self.ways() == {("hand", "", "")}  # a person chooses again

    def test_what_has_left_stays_as_it_left(self, office: builders.Office, mary: Resident) -> None:
        self.reach(office, mary)
        Message.objects.update(state="accepted")
        kept(mary, office, BRAILLE)
        assert self.ways() == {("email", "mary@example.org", "")}


class TestAdjustments:
    def test_they_are_agreed_looked_at_and_ended(
        self, office: builders.Office, mary: Resident
    ) -> None:
        agreed(mary, office, date(2026, 8, 1))
        assert before_contact(now_of(mary))[0].says == "We read letters to her."
        assert now_of(mary).adjustment_due == date(2026, 8, 1)
        who = office.two.actor, builders.at(date(2026, 8, 3))
        more = {"number": 1, "review_on": date(2027, 2, 1)}
        assert not needs.review(now_of(mary), *who, needs.seen_of(mary), **more)
        assert now_of(mary).adjustment_due == date(2027, 2, 1)
        over = needs.end(now_of(mary), *who, needs.seen_of(mary), number=1, why="She has moved.")
        assert not over and now_of(mary).adjustment_due is None
        (one,) = now_of(mary).agreed
        assert (one.agreed_by, one.reviews[0].on, one.ended_on, one.why_ended) == (
            "Amina Khan",
            date(2026, 8, 3),
            date(2026, 8, 3),
            "She has moved.",
        )
        assert before_contact(now_of(mary)) == ()
        assert [line.what for line in needs.history(mary)] == ["ended", "reviewed", "agreed"]
        again = needs.end(now_of(mary), *who, needs.seen_of(mary), number=1, why="Again.")
        assert [reason.code for reason in again] == ["changed_meanwhile"]

    def test_the_list_has_those_that_are_late_by_their_newest_case(
        self, office: builders.Office, mary: Resident, django_assert_num_queries: Any
    ) -> None:
        agreed(mary, office, date(2026, 2, 1), on=date(2026, 1, 5))
        office.one.receive(date(2026, 1, 5), resident=mary.pk)
        newest = office.one.receive(date(2026, 5, 1), resident=mary.pk)
        other = builders.resident(office.landlord, "Tom Hall")
        agreed(other, office, date(2026, 6, 1))
        with django_assert_num_queries(2):
            found = late_reviews(office.one.actor, office.landlord, TODAY)
        assert [(case.reference, one.name) for case, one in found] == [(newest, "Mary Osei")]
        assert not late_reviews(office.one.actor, office.landlord, TODAY, mine=True)
        elsewhere = builders.landlord("harrow", "HAR")
        assert not late_reviews(office.one.actor, elsewhere, TODAY)


def test_the_handler_is_told_of_a_late_review_once(office: builders.Office, mary: Resident) -> None:
    agreed(mary, office, date(2026, 5, 11), on=date(2026, 1, 5))
    assert remind_reviews.run(AT) == 0  # nobody handles a case of theirs
    reference = office.one.receive(date(2026, 5, 1), resident=mary.pk)
    eve = builders.user(office.landlord, Role.HANDLER, name="Eve Hall")
    given = Allocate(handler=eve.id or 0, handler_name="Eve Hall")
    office.one.does(reference, Verb.ALLOCATE, given, TODAY)
    assert [remind_reviews.run(AT), remind_reviews.run(AT)] == [1, 0]
    told = Message.objects.get(kind="reminder", letter=None)
    assert (told.to_name, told.subject) == (
        "Eve Hall",
        f"{reference}: an adjustment is late to be looked at",
    )
    assert told.text.endswith(f"/code-model/desk/case/{reference}/needs")
    assert "Mary" not in told.text
    # after the next review it is told again
    again = {"number": 1, "review_on": date(2026, 6, 1)}
    assert not needs.review(mary, office.one.actor, AT, needs.seen_of(mary), **again)
    june = builders.at(date(2026, 6, 2))
    assert [remind_reviews.run(june), remind_reviews.run(june)] == [1, 0]


def test_who_reads_a_disability_works_on_the_case(office: builders.Office, mary: Resident) -> None:
    reference = office.one.receive(date(2026, 5, 1), resident=mary.pk)
    told = {"says": "She is deaf.", "disclosed_on": TODAY}
    assert not needs.disclose(mary, office.two.actor, AT, 0, **told)
    handler = builders.user(office.landlord, Role.HANDLER, name="Eve Hall")
    assert of_cases.disabilities(handler, mary) is None
    given = Allocate(handler=handler.id or 0, handler_name="Eve Hall")
    office.one.does(reference, Verb.ALLOCATE, given, TODAY)
    (found,) = of_cases.disabilities(handler, mary) or []
    assert found.says == "She is deaf."
    assert of_cases.disabilities(office.two.actor, mary) is None
    assert "deaf" not in str([line.details for line in needs.history(mary)])
    assert not needs.take_off(mary, handler, AT, needs.seen_of(mary), number=found.pk)
    assert of_cases.disabilities(handler, mary) == []
    assert Disability.objects.get().says == ""


def test_who_has_only_a_case_restricted_to_others_is_not_listed(
    office: builders.Office, mary: Resident
) -> None:
    agreed(mary, office, date(2026, 2, 1), on=date(2026, 1, 5))
    reference = office.one.receive(date(2026, 5, 1), resident=mary.pk)
    people = ((office.one.actor.id or 0, "Amina Khan"),)
    office.one.does(reference, Verb.RESTRICT, Restrict(people=people, reason="Staff."), TODAY)
    assert late_reviews(office.one.actor, office.landlord, TODAY)
    assert not late_reviews(office.two.actor, office.landlord, TODAY)
