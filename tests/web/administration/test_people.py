"""People in the administration: who may, what is said, and what each form does once."""

from datetime import date, timedelta

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from redress.cases.models import Case, Message
from redress.people import passwords
from redress.people.models import AdminEntry, Landlord, Membership, Organisation, User
from redress.people.staff import person_of
from redress.rules.access import Actor, Role, Verb
from redress.rules.actions.allocate import Allocate
from redress.web import clock
from tests import builders
from tests.web.desk.conftest import TODAY, browser_of, opened
from tests.web.reader import Page, sound

HERE = "/code-model/administration/"
SAM = {
    "name": "Sam Roy",
    "email": "sam@example.org",
    "organisation": "Axis",
    "team": "Repairs",
    "roles": ["handler"],
}


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: builders.at(TODAY))


@pytest.fixture
def jo(landlord: Landlord) -> Actor:
    return builders.user(landlord, Role.ADMINISTRATOR, name="Jo Whitfield")


@pytest.fixture
def browser(jo: Actor) -> Client:
    return browser_of(jo)


def sam_of(browser: Client) -> tuple[User, str]:
    """Somebody new, and the address of their page."""
    assert browser.post(f"{HERE}people/add", SAM).status_code == 302
    sam = User.objects.get(email="sam@example.org")
    return sam, f"{HERE}people/{sam.pk}"


def page_of(browser: Client, path: str = "") -> Page:
    return sound(browser.get(HERE + path))


class TestWhoMay:
    @pytest.mark.parametrize("role", sorted(Role))
    def test_only_an_administrator_opens_or_sends_anything(
        self, landlord: Landlord, jo: Actor, role: Role
    ) -> None:
        somebody = browser_of(builders.user(landlord, role, name=f"A {role}"))
        status = 200 if role is Role.ADMINISTRATOR else 403
        for path in ("", "people", "people/add", "log", f"people/{jo.id}"):
            assert somebody.get(HERE + path).status_code == status, path
        if status == 403:
            for path in ("people/add", f"people/{jo.id}"):
                assert somebody.post(HERE + path, {"step": "link"} | SAM).status_code == 403
            assert not AdminEntry.objects.exists() and not Message.objects.exists()

    def test_one_of_another_landlord_reaches_neither_pages_nor_people(
        self, landlord: Landlord, jo: Actor, browser: Client
    ) -> None:
        other = builders.landlord("harrow", "HAR")
        dee = builders.user(other, Role.ADMINISTRATOR, name="Dee Lane")
        assert browser_of(dee).get(f"{HERE}people/{jo.id}").status_code == 403
        assert browser.get(f"{HERE}people/{dee.id}").status_code == 404
        assert browser.post(f"{HERE}people/{dee.id}", {"step": "link"}).status_code == 404
        assert "Dee Lane" not in page_of(browser, "people").words
        assert not Message.objects.exists()

    def test_an_administrator_sees_no_case_by_that_alone(
        self, landlord: Landlord, browser: Client
    ) -> None:
        desk = builders.Desk(landlord, builders.user(landlord, Role.COMPLAINTS_OFFICER))
        reference = opened(desk)
        assert browser.get(f"/code-model/desk/case/{reference}").status_code == 404
        assert browser.get("/code-model/desk/")["Location"] == HERE
        page = page_of(browser)
        assert not page.all("input", name="find")
        assert [node.words for node in page.all("a", href=HERE)] == ["Administration"]


class TestAdding:
    def test_they_are_listed_and_set_their_password_by_the_link_in_the_mail(
        self, browser: Client
    ) -> None:
        with time_machine.travel(builders.at(TODAY), tick=False):
            sam_of(browser)
            listed = page_of(browser, "people").words
            assert (
                "Sam Roy sam@example.org Handler Repairs Axis Training not noted Never signed in"
                in listed
            )
            mail = Message.objects.get()
            sent = passwords.with_link(mail.kind, mail.to_address, mail.text)
            link = sent.rsplit("\n", 1)[1].removeprefix(settings.SITE_ADDRESS)
            stranger = Client(enforce_csrf_checks=True)
            assert "Sam Roy" in sound(stranger.get(link)).words
            ours = Client()
            weak = sound(
                ours.post(link, {"password": "sam@example.org", "again": "sam@example.org"})
            )
            assert "too similar to the email" in str(weak.problems)
            other = {"password": "three words together", "again": "three words apart"}
            assert sound(ours.post(link, other)).problems == {
                "The two passwords are not the same": "id_again"
            }
            done = ours.post(link, other | {"again": other["password"]})
            assert (done.status_code, done["Location"]) == (302, "/sign-in")
            for over in (ours.get(link), ours.post(link, other | {"again": other["password"]})):
                assert over.status_code == 410
                assert "This link no longer works" in sound(over).words
            signed = {"email": "sam@example.org", "password": "three words together"}
            assert ours.post("/sign-in", signed)["Location"] == "/your-landlords"
            words = page_of(browser, "log").words
            assert "Set their password Sam Roy" in words

    def test_pressing_twice_makes_one_person_and_one_mail(self, browser: Client) -> None:
        sam_of(browser)
        again = sound(browser.post(f"{HERE}people/add", SAM))
        assert again.problems == {
            "Somebody on the staff has this email address already": "id_email"
        }
        assert again.one("input", name="name").attrs["value"] == "Sam Roy"
        assert User.objects.filter(name="Sam Roy").count() == 1 and Message.objects.count() == 1

    def test_nothing_said_is_refused_with_what_is_missing(self, browser: Client) -> None:
        page = sound(browser.post(f"{HERE}people/add", {}))
        assert page.problems == {
            "Enter name": "id_name",
            "Enter email address": "id_email",
            "Enter organisation": "id_organisation",
            "Enter team": "id_team",
            "Select at least one role": "id_roles_0",
        }
        assert not AdminEntry.objects.exists()


class TestOnePerson:
    def test_roles_change_and_the_log_says_what_was(self, browser: Client) -> None:
        sam, there = sam_of(browser)
        given = SAM | {"step": "roles", "roles": ["handler", "team_leader"]}
        assert browser.post(there, given).status_code == 302
        browser.post(there, given)  # pressed twice
        held = Membership.objects.filter(user=sam).values_list("role", flat=True)
        assert set(held) == {"handler", "team_leader"}
        assert AdminEntry.objects.filter(what="roles").count() == 1
        said = "Was handler; is now handler, team leader; team Repairs Jo Whitfield"
        assert said in page_of(browser, "log").words

    def test_the_last_administrator_keeps_the_role(self, browser: Client, jo: Actor) -> None:
        given = SAM | {"step": "roles", "roles": ["director"]}
        page = sound(browser.post(f"{HERE}people/{jo.id}", given))
        assert list(page.problems.values()) == ["id_roles_0"]
        assert "Give somebody else the administrator’s role first" in page.words
        page = sound(browser.post(f"{HERE}people/{jo.id}", {"step": "leave", "to": ""}))
        assert "Give somebody else the administrator’s role first" in page.words
        assert browser.get(HERE).status_code == 200

    def test_a_link_sent_again(self, browser: Client) -> None:
        _, there = sam_of(browser)
        assert browser.post(there, {"step": "link"})["Location"] == there
        assert Message.objects.filter(kind=passwords.KIND).count() == 2

    def test_training_is_shown_as_due_and_then_overdue(
        self, landlord: Landlord, browser: Client
    ) -> None:
        sam, there = sam_of(browser)
        due = TODAY + timedelta(days=1)
        wrong = {"step": "training"} | _dates("trained_on", TODAY) | _dates("refresher_due", TODAY)
        page = sound(browser.post(there, wrong))
        assert "The refresher must be due after the training" in page.words
        browser.post(there, wrong | _dates("refresher_due", due))
        assert "Refresher due Wed 13 May 2026" in page_of(browser, "people").words
        person = person_of(landlord, sam.pk)
        assert person and not person.refresher_overdue(due)
        assert person.refresher_overdue(due + timedelta(days=1))

    def test_leaving_with_cases_names_the_number_and_the_list_and_then_hands_them_over(
        self, landlord: Landlord, browser: Client
    ) -> None:
        desk = builders.Desk(landlord, builders.user(landlord, Role.COMPLAINTS_OFFICER))
        sam, there = sam_of(browser)
        reference = opened(desk)
        desk.does(reference, Verb.ALLOCATE, Allocate(handler=sam.pk, handler_name="Sam Roy"), TODAY)
        page = sound(browser.post(there, {"step": "leave", "to": ""}))
        assert "1 of their open cases would be left with nobody" in page.words
        assert page.all("a", href=f"/code-model/desk/worklist?handler={sam.pk}")
        assert browser.post(there, {"step": "leave", "to": str(jo_id(landlord))}).status_code == 200
        leave = {"step": "leave", "to": str(desk.actor.id)}
        assert browser.post(there, leave).status_code == 302
        assert Case.objects.get(reference=reference).handler_id == desk.actor.id
        assert browser.post(there, leave).status_code == 404  # pressed twice: they are gone
        assert AdminEntry.objects.filter(what="left").count() == 1
        assert not User.objects.get(pk=sam.pk).is_active


class TestWhatIsMissing:
    def test_the_administration_and_today_name_each_with_its_provision(
        self, landlord: Landlord, browser: Client
    ) -> None:
        missing = page_of(browser).words
        for provision in ("Code 4.1", "Code 9.4", "Code 9.5"):
            assert provision in missing
        officer = browser_of(builders.user(landlord, Role.COMPLAINTS_OFFICER))
        today = sound(officer.get("/code-model/desk/")).words
        assert "Code 4.1" not in today and "Senior lead for complaints (Code 9.4)" in today
        handler = browser_of(builders.user(landlord, Role.HANDLER, name="A Handler"))
        assert "Code 9.4" not in sound(handler.get("/code-model/desk/")).words

    def test_nothing_is_said_once_all_are_appointed(
        self, landlord: Landlord, browser: Client
    ) -> None:
        named = (Role.COMPLAINTS_OFFICER, Role.SENIOR_LEAD, Role.MEMBER_RESPONSIBLE)
        builders.user(landlord, *named, name="All Three")
        assert "Nobody holds" not in page_of(browser).words
        User.objects.filter(name="All Three").update(is_active=False)
        assert "Nobody holds these roles" in page_of(browser).words


def test_the_list_costs_the_same_for_forty_people(
    landlord: Landlord, browser: Client, django_assert_max_num_queries: object
) -> None:
    for number in range(40):
        browser.post(f"{HERE}people/add", SAM | {"email": f"p{number}@example.org"})
    assert Organisation.objects.filter(name="Axis").count() == 1
    with django_assert_max_num_queries(10):  # type: ignore[operator]
        browser.get(f"{HERE}people")


def jo_id(landlord: Landlord) -> int:
    """An administrator who does no casework, so cannot be given any."""
    return User.objects.get(memberships__landlord=landlord, name="Jo Whitfield").pk


def _dates(name: str, day: date) -> dict[str, str]:
    return {f"{name}_{part}": str(getattr(day, part)) for part in ("day", "month", "year")}
