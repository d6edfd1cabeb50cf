"""Signing in and out: who gets in, what is said, where they land, and how often one may guess."""

from typing import Any

import pytest
import time_machine
from django.test import Client

from redress.people.models import Landlord, User
from redress.rules.access import Role
from redress.web.account.sign_in import TOO_MANY, WRONG
from tests import builders
from tests.web.reader import sound

EMAIL = "amina.khan.code-model@example.org"
PASSWORD = "x"


@pytest.fixture
def amina(landlord: Landlord) -> User:
    return User.objects.get(pk=builders.user(landlord, Role.COMPLAINTS_OFFICER).id)


def sign_in(client: Client, email: str = EMAIL, password: str = PASSWORD, to: str = "") -> Any:
    return client.post(f"/sign-in{to}", {"email": email, "password": password})


def refused(response: Any) -> str:
    """What the page says of a sign-in that failed."""
    page = sound(response)
    [line] = page.one("ul", class_="govuk-error-summary__list").words.strip().splitlines()
    return line.strip()


@pytest.mark.usefixtures("amina")
class TestWhoGetsIn:
    def test_email_and_password_in_any_case_and_with_stray_blanks(self, client: Client) -> None:
        sound(client.get("/sign-in"))
        assert sign_in(client, f" {EMAIL.upper()} ")["Location"] == "/your-landlords"
        assert client.get("/code-model/desk/").status_code == 200

    def test_a_wrong_password_and_an_unknown_address_read_the_same(self, client: Client) -> None:
        assert refused(sign_in(client, password="y")) == WRONG
        assert refused(sign_in(client, email="nobody@example.org")) == WRONG

    def test_a_closed_account_reads_the_same_too(self, client: Client) -> None:
        User.objects.update(is_active=False)
        assert refused(sign_in(client)) == WRONG

    def test_an_account_that_is_closed_is_out_at_once(self, client: Client) -> None:
        sign_in(client)
        User.objects.update(is_active=False)
        assert client.get("/code-model/desk/")["Location"].startswith("/sign-in")

    def test_the_address_is_kept_and_the_password_is_not(self, client: Client) -> None:
        page = sound(sign_in(client, password="hunter2"))
        assert page.one("input", name="email").attrs["value"] == EMAIL
        assert "value" not in page.one("input", name="password").attrs

    def test_the_session_is_a_new_one(self, client: Client) -> None:
        client.post("/code-model/complain/what", {"description": "Leak"})
        before = client.cookies["session"].value
        sign_in(client)
        assert client.cookies["session"].value != before

    @pytest.mark.parametrize(
        ("typed", "says"),
        [
            ({"email": "", "password": "x"}, ["Enter your email address"]),
            ({"email": EMAIL, "password": ""}, ["Enter your password"]),
            ({}, ["Enter your email address", "Enter your password"]),
            ({"email": "amina", "password": "x"}, ["Enter an email address with an @"]),
            ({"email": EMAIL, "password": "x" * 1_001}, ["Password must be 1,000 characters"]),
            ({"email": "a\0@example.org", "password": "x"}, ["cannot be saved"]),
            ({"email": EMAIL, "password": "x\0"}, ["cannot be saved"]),
            ({"email": "a" * 300 + "@example.org", "password": "x"}, ["254 characters"]),
        ],
    )
    def test_what_is_missing_or_odd_is_said(
        self, client: Client, typed: dict[str, str], says: list[str]
    ) -> None:
        found = list(sound(client.post("/sign-in", typed)).problems)
        assert len(found) == len(says)
        assert all(part in words for part, words in zip(says, found, strict=True))

    def test_odd_passwords_are_only_wrong(self, client: Client) -> None:
        for number, odd in enumerate(("🔑" * 400, "' OR 1=1 --", " ")):
            assert refused(sign_in(client, f"a{number}@example.org", odd)) == WRONG


@pytest.mark.usefixtures("amina")
class TestGuessing:
    def test_the_sixth_try_is_refused_even_if_right(self, client: Client) -> None:
        for _ in range(5):
            assert refused(sign_in(client, password="y")) == WRONG
        assert refused(sign_in(client)) == TOO_MANY
        assert refused(sign_in(client, EMAIL.upper())) == TOO_MANY

    def test_a_quarter_of_an_hour_later_one_may_try_again(self, client: Client) -> None:
        with time_machine.travel("2026-05-12T10:00:00Z", tick=False) as clock:
            for _ in range(5):
                sign_in(client, password="y")
            clock.shift(14 * 60)
            assert refused(sign_in(client)) == TOO_MANY
            clock.shift(61)
            assert sign_in(client).status_code == 302

    def test_an_unknown_address_runs_out_of_tries_the_same(self, client: Client) -> None:
        for _ in range(5):
            assert refused(sign_in(client, "nobody@example.org")) == WRONG
        assert refused(sign_in(client, "nobody@example.org")) == TOO_MANY

    def test_others_are_not_shut_out(self, client: Client) -> None:
        for _ in range(6):
            client.post("/sign-in", {"email": EMAIL, "password": "y"}, REMOTE_ADDR="10.0.0.9")
        assert sign_in(client).status_code == 302

    def test_a_right_password_starts_the_count_anew(self, client: Client) -> None:
        for _ in range(4):
            sign_in(client, password="y")
        sign_in(client)
        for _ in range(5):
            assert refused(sign_in(client, password="y")) == WRONG


@pytest.mark.usefixtures("amina")
class TestWhereOneLands:
    def test_the_page_one_wanted(self, client: Client) -> None:
        wanted = "/code-model/oversight/annual?year=2023-24"
        there = client.get(wanted)["Location"]
        assert there == "/sign-in?next=/code-model/oversight/annual%3Fyear%3D2023-24"
        response = client.post(there, {"email": EMAIL, "password": "x"})
        assert response["Location"] == wanted

    @pytest.mark.parametrize(
        "elsewhere",
        [
            "https://evil.example/",
            "//evil.example",
            "javascript:alert(1)",
            "",
            "http:///evil.example",
        ],
    )
    def test_never_elsewhere(self, client: Client, elsewhere: str) -> None:
        assert sign_in(client, to=f"?next={elsewhere}")["Location"] == "/your-landlords"

    def test_straight_to_the_desk_of_the_only_landlord(self, client: Client) -> None:
        sign_in(client)
        assert client.get("/your-landlords")["Location"] == "/code-model/desk/"

    def test_a_choice_of_those_where_one_holds_a_role(self, client: Client, amina: User) -> None:
        other = builders.landlord("harrow", "HAR")
        builders.landlord("together", "TOG")
        amina.memberships.create(landlord=other, role=Role.AUDITOR.value)
        amina.memberships.create(landlord=other, role=Role.DIRECTOR.value)
        sign_in(client)
        page = sound(client.get("/your-landlords"))
        desks = [a.attrs["href"] for a in page.all("a") if a.attrs["href"].endswith("/desk/")]
        assert desks == ["/code-model/desk/", "/harrow/desk/"]

    def test_without_a_role_one_is_told_whom_to_ask(self, client: Client, amina: User) -> None:
        amina.memberships.all().delete()
        sign_in(client)
        assert "You have no role for any landlord yet" in sound(client.get("/your-landlords")).words


@pytest.mark.usefixtures("amina")
class TestSigningOut:
    def test_it_ends_the_session(self, client: Client) -> None:
        sign_in(client)
        assert client.post("/sign-out")["Location"] == "/"
        assert client.get("/code-model/desk/")["Location"].startswith("/sign-in")

    def test_a_link_does_not_do_it(self, client: Client) -> None:
        sign_in(client)
        client.get("/sign-out")
        assert client.get("/code-model/desk/").status_code == 200

    def test_every_page_of_staff_offers_it(self, client: Client) -> None:
        sign_in(client)
        page = sound(client.get("/code-model/"))
        assert "Sign out" in page.one("header").words
        assert "Amina Khan" in page.one("header").words
