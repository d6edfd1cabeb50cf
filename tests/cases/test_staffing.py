"""People come and go: links that work once, cases handed over, accounts nobody uses."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine

from redress.cases import staffing
from redress.cases.models import Case, Event, Message
from redress.people import passwords, staff
from redress.people.models import AdminEntry, Landlord, Membership, User
from redress.people.staff import LastAdministrator, person_of, team_named
from redress.rules.access import Actor, Role, Verb
from redress.rules.actions.allocate import Allocate
from redress.rules.actions.restrict import Restrict
from redress.rules.facts import State
from tests import builders

NOW = datetime(2026, 5, 12, 10, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> builders.Office:
    return builders.office()


@pytest.fixture
def jo(office: builders.Office) -> Actor:
    return builders.user(office.landlord, Role.ADMINISTRATOR, name="Jo Whitfield")


def add(landlord: Landlord, by: Actor, email: str = "Sam@Example.org", **others: Any) -> User:
    given = {"name": "Sam Roy", "roles": [Role.HANDLER], "at": NOW} | others
    team = team_named("Axis", "Repairs")
    return staffing.add(landlord, by, email=email, team=team, **given)


def logged(landlord: Landlord) -> list[tuple[str, str, str]]:
    lines = AdminEntry.objects.filter(landlord=landlord).order_by("id")
    return [(line.by_name, line.what, line.about) for line in lines]


class TestAdding:
    def test_a_new_account_cannot_sign_in_until_its_password_is_set(
        self, office: builders.Office, jo: Actor
    ) -> None:
        sam = add(office.landlord, jo)
        assert (sam.email, sam.has_usable_password()) == ("sam@example.org", False)
        mail = Message.objects.get(kind=passwords.KIND)
        assert (mail.to_address, mail.way, mail.case_id) == ("sam@example.org", "email", None)
        assert "/set-password/" not in mail.text  # only the mail itself will hold it
        assert logged(office.landlord) == [
            ("Jo Whitfield", "added", "Sam Roy"),
            ("Jo Whitfield", "opened", "Sam Roy"),
            ("Jo Whitfield", "link", "Sam Roy"),
        ]

    def test_the_same_address_twice_is_one_person(self, office: builders.Office, jo: Actor) -> None:
        add(office.landlord, jo)
        with pytest.raises(staffing.OnTheStaff):
            add(office.landlord, jo, "sam@EXAMPLE.org", name="Another")
        assert Message.objects.count() == 1

    def test_whoever_works_for_another_landlord_keeps_account_name_and_password(
        self, office: builders.Office, jo: Actor
    ) -> None:
        other = builders.landlord("harrow", "HAR")
        there = User.objects.get(pk=builders.user(other, Role.DIRECTOR, name="Dee Lane").id)
        added = add(office.landlord, jo, there.email, name="Robbed Of Name")
        assert (added.pk, added.name, added.password) == (there.pk, "Dee Lane", there.password)
        assert not Message.objects.exists()
        assert logged(other) == []


class TestTheLink:
    def test_it_sets_a_password_once(self, office: builders.Office, jo: Actor) -> None:
        sam = add(office.landlord, jo)
        token = passwords.path(sam).removeprefix("set-password/")
        assert passwords.opened(token) == sam
        sam.set_password("three words together")
        sam.save()
        assert passwords.opened(token) is None

    def test_it_ends_after_three_days(self, office: builders.Office, jo: Actor) -> None:
        with time_machine.travel(NOW, tick=False) as clock:
            sam = add(office.landlord, jo)
            token = passwords.path(sam).removeprefix("set-password/")
            clock.move_to(NOW + timedelta(days=3))
            assert passwords.opened(token) == sam
            clock.move_to(NOW + timedelta(days=3, seconds=1))
            assert passwords.opened(token) is None

    def test_it_is_for_one_person_and_cannot_be_made_up(
        self, office: builders.Office, jo: Actor
    ) -> None:
        sam, uma = add(office.landlord, jo), add(office.landlord, jo, "uma@example.org")
        sams = passwords.path(sam).removeprefix("set-password/")
        umas = passwords.path(uma).removeprefix("set-password/")
        swapped = f"{sams.rpartition(':')[0]}:{umas.rpartition(':')[2]}"
        for wrong in (swapped, sams[:-1], f"{uma.pk}:{sams.partition(':')[2]}", "", ":", "1:2:3"):
            assert passwords.opened(wrong) is None, wrong

    def test_it_ends_with_the_account(self, office: builders.Office, jo: Actor) -> None:
        sam = add(office.landlord, jo)
        token = passwords.path(sam).removeprefix("set-password/")
        User.objects.filter(pk=sam.pk).update(is_active=False)
        assert passwords.opened(token) is None
        assert passwords.with_link(passwords.KIND, sam.email, "Hello.") == "Hello."


class TestRoles:
    def test_a_change_is_on_the_log_and_no_change_is_not(
        self, office: builders.Office, jo: Actor
    ) -> None:
        person = person_of(office.landlord, add(office.landlord, jo).pk)
        assert person and person.team
        before = AdminEntry.objects.count()
        same = (office.landlord, jo, person, [Role.HANDLER], person.team, NOW)
        assert not staff.set_roles(*same)
        roles = [Role.TEAM_LEADER, Role.HANDLER]
        assert staff.set_roles(office.landlord, jo, person, roles, person.team, NOW)
        assert AdminEntry.objects.count() == before + 1
        line = AdminEntry.objects.latest("id")
        assert line.details["was"] == ["handler"]
        assert line.details["is"] == ["handler", "team_leader"]
        again = person_of(office.landlord, person.user.pk)
        assert again and again.roles == roles[::-1]

    def test_the_last_administrator_stays(self, office: builders.Office, jo: Actor) -> None:
        assert jo.id
        person = person_of(office.landlord, jo.id)
        assert person
        team = team_named("Us", "Complaints")
        with pytest.raises(LastAdministrator):
            staff.set_roles(office.landlord, jo, person, [Role.DIRECTOR], team, NOW)
        with pytest.raises(LastAdministrator):
            staffing.leave(office.landlord, jo, person, None, NOW)
        closed = add(office.landlord, jo, roles=[Role.ADMINISTRATOR])
        User.objects.filter(pk=closed.pk).update(is_active=False)
        with pytest.raises(LastAdministrator):  # one whose account is closed is no help
            staffing.leave(office.landlord, jo, person, None, NOW)
        User.objects.filter(pk=closed.pk).update(is_active=True)
        staffing.leave(office.landlord, jo, person, None, NOW)
        assert not Membership.objects.filter(user=jo.id).exists()


class TestLeaving:
    def handled(self, office: builders.Office, *people: Actor) -> list[str]:
        given = []
        for person in people:
            assert person.id
            reference = office.reach(State.STAGE_1_OPEN)
            to = Allocate(handler=person.id, handler_name=person.name)
            office.one.does(reference, Verb.ALLOCATE, to, date(2026, 5, 7))
            given.append(reference)
        return given

    def test_a_leaver_owns_no_open_case(self, office: builders.Office, jo: Actor) -> None:
        ann = builders.user(office.landlord, Role.HANDLER, name="Ann Bell")
        taker = builders.user(office.landlord, Role.HANDLER, name="Tom Hale")
        first, second = self.handled(office, ann, ann)
        assert ann.id and office.one.actor.id
        few = [(ann.id, ann.name), (office.one.actor.id, office.one.actor.name)]
        hidden = Restrict(people=few, reason="A relation of staff.")
        office.one.does(second, Verb.RESTRICT, hidden, date(2026, 5, 8))
        person = person_of(office.landlord, ann.id)
        assert person
        with pytest.raises(staffing.CasesLeft) as left:
            staffing.leave(office.landlord, jo, person, None, NOW)
        assert left.value.number == 2
        to = User.objects.get(pk=taker.id)
        assert staffing.leave(office.landlord, jo, person, to, NOW) == 2
        assert set(Case.objects.values_list("handler__name", flat=True)) == {"Tom Hale"}
        last = Event.objects.filter(case__reference=first).latest("sequence")
        assert (last.name, last.by_id, last.by_name) == ("allocated", jo.id, "Jo Whitfield")
        assert not User.objects.get(pk=ann.id).is_active
        assert person_of(office.landlord, ann.id) is None

    def test_where_a_rule_forbids_the_taker_nothing_happens_at_all(
        self, office: builders.Office, jo: Actor
    ) -> None:
        """Nobody who considered stage 1 handles stage 2 (Code 6.13)."""
        ann = builders.user(office.landlord, Role.STAGE_2_REVIEWER, name="Ann Bell")
        assert ann.id
        easy = self.handled(office, ann)[0]
        hard = office.reach(State.STAGE_2_OPEN)
        mine = Allocate(handler=ann.id, handler_name=ann.name)
        office.two.does(hard, Verb.ALLOCATE, mine, date(2026, 6, 8))
        person = person_of(office.landlord, ann.id)
        assert person
        to = User.objects.get(pk=office.one.actor.id)  # who answered stage 1
        with pytest.raises(staffing.CasesLeft) as left:
            staffing.leave(office.landlord, jo, person, to, builders.at(date(2026, 6, 9)))
        assert left.value.number == 1
        for reference in (easy, hard):
            assert Case.objects.get(reference=reference).handler_id == ann.id
        assert logged(office.landlord) == []

    def test_an_account_that_another_landlord_needs_stays_open(
        self, office: builders.Office, jo: Actor
    ) -> None:
        other = builders.landlord("harrow", "HAR")
        both = add(other, jo, roles=[Role.DIRECTOR])
        User.objects.filter(pk=both.pk).update(password="argon2")
        add(office.landlord, jo)
        person = person_of(office.landlord, both.pk)
        assert person
        staffing.leave(office.landlord, jo, person, None, NOW)
        assert User.objects.get(pk=both.pk).is_active
        assert person_of(other, both.pk) and not person_of(office.landlord, both.pk)


class TestUnused:
    """Accounts unused for 90 days are closed."""

    def closed(self, now: datetime) -> int:
        with time_machine.travel(now, tick=False):
            return staffing.close_unused(now)

    def test_on_the_ninetieth_day_it_is_open_and_after_it_closed(
        self, office: builders.Office, jo: Actor
    ) -> None:
        User.objects.update(open_since=NOW - timedelta(days=400), last_login=NOW)
        assert self.closed(NOW + timedelta(days=90)) == 0
        assert self.closed(NOW + timedelta(days=90, seconds=1)) == 3  # both officers, and Jo
        assert self.closed(NOW + timedelta(days=91)) == 0
        assert {what for _, what, _ in logged(office.landlord)} == {"closed"}

    def test_one_never_used_closes_too_and_one_opened_again_has_its_time(
        self, office: builders.Office, jo: Actor
    ) -> None:
        User.objects.update(last_login=NOW + timedelta(days=90))
        sam = add(office.landlord, jo)
        assert self.closed(NOW + timedelta(days=91)) == 1
        sam.refresh_from_db()
        assert not sam.is_active
        staffing.reopen(office.landlord, jo, sam, NOW + timedelta(days=100))
        assert self.closed(NOW + timedelta(days=150)) == 0
        assert User.objects.get(pk=sam.pk).is_active

    def test_opening_again_ends_the_old_password(self, office: builders.Office, jo: Actor) -> None:
        sam = add(office.landlord, jo)
        sam.set_password("three words together")
        sam.is_active = False
        sam.save()
        staffing.reopen(office.landlord, jo, sam, NOW)
        assert not User.objects.get(pk=sam.pk).check_password("three words together")
