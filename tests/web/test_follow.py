"""Getting to one's own complaint: the same answer for everybody, and a code for whom we know."""

import os
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.conf import settings as site
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from redress.cases import following
from redress.cases.models import FollowCode, Letter, Message, SentForm
from redress.people.models import Landlord, Resident
from redress.rules.access import Role, Verb
from redress.rules.actions.name_representative import NameRepresentative
from redress.rules.actions.record_consent import RecordConsent, Said
from redress.rules.facts_incoming import Sender
from redress.rules.facts_people import ConsentBy, Scope, SpeaksAs
from redress.web import clock
from redress.web.resident.follow.follow import source_of
from tests import builders
from tests.web.desk.conftest import TODAY, case_of, opened, received
from tests.web.follower import BASE, asks, code_in, gets_in, sends
from tests.web.reader import sound

pytestmark = pytest.mark.django_db
Go = Callable[..., None]
MANY = 2_000 if os.environ.get("BROWSER_SWEEPS") else 200  # guesses; all of them for a release


@pytest.fixture
def desk(landlord: Landlord) -> builders.Desk:
    return builders.Desk(landlord, builders.user(landlord, Role.COMPLAINTS_OFFICER))


@pytest.fixture
def reference(desk: builders.Desk) -> str:
    return opened(desk)


@pytest.fixture(autouse=True)
def goes(monkeypatch: pytest.MonkeyPatch) -> Go:
    """Every page is asked for at 11 in the morning, until the clock goes on."""
    kept = [builders.at(TODAY)]

    def now() -> datetime:
        return kept[0]

    def on(**span: float) -> None:
        kept[0] += timedelta(**span)

    monkeypatch.setattr(clock, "now", now)
    return on


def letters_of(code: str) -> str:
    """Another code than this."""
    return f"{(int(code) + 1) % 1_000_000:06}"


class TestGettingIn:
    def test_the_code_of_the_email_opens_the_complaint(
        self, client: Client, reference: str
    ) -> None:
        page = gets_in(client, reference)
        assert "We are looking into your complaint." in page.words
        assert "We give you our answer by Wednesday 20 May 2026" in page.words

    def test_the_email_leaves_at_once_and_says_nothing_of_the_case(
        self, client: Client, reference: str
    ) -> None:
        asks(client, reference)
        mail = Message.objects.get(kind="follow_code")
        assert mail.secret and mail.case is None and mail.not_before == mail.created_at
        assert reference not in mail.subject + mail.text and "Osei" not in mail.subject
        assert code_in() not in mail.subject

    @pytest.mark.parametrize(
        "typed", ["mod-000001", " MOD 000001 ", "mod1", "1", "MOD000001", "MOD–1"]
    )
    @pytest.mark.parametrize("contact", [" MARY@Example.org ", "+44 7700 900123", "07700900123"])
    def test_it_is_found_however_it_is_written(
        self, client: Client, reference: str, typed: str, contact: str
    ) -> None:
        assert reference == "MOD-000001"
        asks(client, typed, contact)
        assert len(code_in()) == 6

    def test_the_code_is_kept_as_a_keyed_digest_alone(self, client: Client, reference: str) -> None:
        asks(client, reference)
        kept = FollowCode.objects.get()
        text = " ".join(str(value) for value in vars(kept).values())
        assert code_in() not in text and "mary" not in text and "127.0.0.1" not in text

    def test_it_works_once(self, client: Client, reference: str) -> None:
        gets_in(client, reference)
        asked, other = code_in(), Client()
        asks(other, reference)
        refused = other.post(f"{BASE}/code", {"code": asked})
        assert "That code does not work" in sound(refused).words

    def test_it_works_for_ten_minutes(self, client: Client, reference: str, goes: Go) -> None:
        asks(client, reference)
        goes(minutes=10)
        refused = client.post(f"{BASE}/code", {"code": code_in()})
        assert "That code does not work" in sound(refused).words

    def test_five_wrong_codes_end_it_and_a_new_one_can_be_had(
        self, client: Client, reference: str
    ) -> None:
        asks(client, reference)
        right = code_in()
        for _ in range(5):
            client.post(f"{BASE}/code", {"code": letters_of(right)})
        assert client.post(f"{BASE}/code", {"code": right}).status_code == 200
        gets_in(client, reference)

    def test_nobody_uses_up_the_tries_of_another(self, client: Client, reference: str) -> None:
        asks(client, reference)
        right, other = code_in(), Client()
        asks(other, reference)
        for _ in range(9):
            other.post(f"{BASE}/code", {"code": letters_of(right)})
        assert client.post(f"{BASE}/code", {"code": right}).status_code == 302

    def test_a_code_is_of_no_use_in_another_browser(self, client: Client, reference: str) -> None:
        asks(client, reference)
        other = Client()
        asks(other, reference, "somebody@example.org")
        assert other.post(f"{BASE}/code", {"code": code_in()}).status_code == 200

    def test_of_two_windows_each_has_a_code_that_works(
        self, client: Client, reference: str
    ) -> None:
        asks(client, reference)
        first = code_in()
        asks(client, reference)
        assert client.post(f"{BASE}/code", {"code": first}).status_code == 302
        again = client.post(f"{BASE}/code", {"code": first})  # the other window
        assert again["Location"] == f"{BASE}/complaint"

    def test_where_email_is_not_safe_none_goes(self, client: Client, reference: str) -> None:
        Resident.objects.update(never_by=["email"])
        asks(client, reference)
        assert not Message.objects.filter(kind="follow_code").exists()

    def test_a_demonstration_shows_the_code_and_nothing_else_does(
        self, client: Client, reference: str, landlord: Landlord
    ) -> None:
        asks(client, reference)
        assert code_in() not in client.get(f"{BASE}/code").content.decode()
        Landlord.objects.filter(pk=landlord.pk).update(demonstration=True)
        asks(client, reference)
        assert code_in() in client.get(f"{BASE}/code").content.decode()


class TestTheSameForAll:
    """Whether a reference is there, whether the address is the right one: nothing tells."""

    def test_the_answers_do_not_differ(self, client: Client, reference: str) -> None:
        known = seen(client, reference, "mary@example.org")
        for ref, contact in guesses(reference):
            assert seen(Client(), ref, contact) == known, (ref, contact)

    def test_nor_does_the_work(self, client: Client, reference: str) -> None:
        known = work(reference, "mary@example.org")
        for ref, contact in guesses(reference):
            assert work(ref, contact) == known, (ref, contact)

    def test_many_guesses_learn_nothing_and_let_nobody_in(
        self, client: Client, reference: str, landlord: Landlord
    ) -> None:
        """A fifth are guesses of references and addresses, the others of their codes. By the rule
        itself, without the pages around it: they are compared above."""
        at, keys = builders.at(TODAY), []
        asks(client, reference)
        right = code_in()
        for number in range(MANY // 5):
            contact = "mary@example.org" if number % 2 else f"m{number}@example.org"
            key, _ = following.ask(landlord, f"MOD-{number % 9:06}", contact, "10.0.0.9", at)
            keys.append(key)
        sent = Message.objects.filter(kind="follow_code")
        assert sent.count() <= following.A_CASE
        codes = {f"{number:06}" for number in range(4)} - {right}
        guessed = {following.enter(landlord, [key], code, at) for key in keys for code in codes}
        assert guessed == {None}
        assert client.post(f"{BASE}/code", {"code": right}).status_code == 302

    def test_the_right_code_lets_in_whatever_others_try(
        self, client: Client, reference: str, landlord: Landlord
    ) -> None:
        asks(client, reference)
        right = code_in()
        for number in range(20):
            following.ask(landlord, reference, "mary@example.org", f"10.0.{number}.1", clock.now())
        assert client.post(f"{BASE}/code", {"code": right}).status_code == 302

    def test_after_a_while_a_new_code_can_be_had(
        self, client: Client, reference: str, landlord: Landlord, goes: Go
    ) -> None:
        for number in range(12):
            following.ask(landlord, reference, "mary@example.org", f"10.0.{number}.1", clock.now())
        sent = Message.objects.filter(kind="follow_code")
        assert sent.count() == following.A_CASE
        goes(hours=1)
        gets_in(client, reference)

    def test_one_place_asks_for_so_many_and_another_is_not_held_up(
        self, client: Client, desk: builders.Desk, landlord: Landlord, goes: Go
    ) -> None:
        for _ in range(following.A_SOURCE):
            following.ask(landlord, "MOD-999999", "x@example.org", "127.0.0.1", clock.now())
        reference = received(desk)
        asks(client, reference)
        assert not Message.objects.filter(kind="follow_code").exists()
        elsewhere = Client(REMOTE_ADDR="10.1.1.1")
        asks(elsewhere, reference)
        assert elsewhere.post(f"{BASE}/code", {"code": code_in()}).status_code == 302
        goes(minutes=15)
        gets_in(client, reference)


def guesses(reference: str) -> list[tuple[str, str]]:
    return [
        (reference, "not-hers@example.org"),
        (reference, "07700 900999"),
        ("MOD-999999", "mary@example.org"),
        ("nothing like it", "mary@example.org"),
        ("' OR 1=1 --", "'; DROP TABLE"),
    ]


def seen(client: Client, reference: str, contact: str) -> list[Any]:
    """All that a browser sees of asking, of the page after it, and of a wrong code."""
    answers = [asks(client, reference, contact), client.get(f"{BASE}/code")]
    answers.append(client.post(f"{BASE}/code", {"code": "x12345"}))
    token = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]*"')
    return [
        (
            answer.status_code,
            token.sub(b"", answer.content),
            sorted((k, v) for k, v in answer.headers.items()),
            sorted(answer.cookies),
        )
        for answer in answers
    ]


def work(reference: str, contact: str) -> list[str]:
    """The statements to the database, without what they are about."""
    with CaptureQueriesContext(connection) as queries:
        asks(Client(), reference, contact)
    said = [re.sub(r"ROLLBACK TO|RELEASE", "END", each["sql"]) for each in queries]
    return [re.sub(r"'[^']*'|\b\d+\b|NULL|\"s\d+_x\d+\"", "?", each)[:60] for each in said]


class TestTheSession:
    def test_it_is_of_one_landlord_and_one_case(
        self, client: Client, desk: builders.Desk, reference: str
    ) -> None:
        gets_in(client, reference)
        builders.landlord("harrow", "HAR")
        assert client.get("/harrow/follow/complaint")["Location"] == "/harrow/follow"
        other = received(desk)
        assert other not in client.get(f"{BASE}/complaint").content.decode()

    @pytest.mark.parametrize("path", ["complaint", "letters/1", "letters/1/pdf", "receive-message"])
    def test_without_it_nothing_is_seen(self, client: Client, reference: str, path: str) -> None:
        assert client.get(f"{BASE}/{path}")["Location"] == BASE
        assert client.post(f"{BASE}/receive-message", {"text": "x"})["Location"] == BASE

    def test_it_ends_half_an_hour_after_the_last_page(
        self, client: Client, reference: str, goes: Go
    ) -> None:
        gets_in(client, reference)
        goes(minutes=29)
        assert client.get(f"{BASE}/complaint").status_code == 200
        goes(minutes=29)
        assert client.get(f"{BASE}/complaint").status_code == 200
        goes(minutes=30)
        assert client.get(f"{BASE}/complaint")["Location"] == BASE

    def test_it_ends_at_the_button(self, client: Client, reference: str) -> None:
        gets_in(client, reference)
        left = sound(client.post(f"{BASE}/leave"))
        assert "You have signed out" in left.words
        assert client.get(f"{BASE}/complaint")["Location"] == BASE

    def test_it_ends_when_the_address_is_on_the_case_no_more(
        self, client: Client, reference: str
    ) -> None:
        gets_in(client, reference)
        Resident.objects.update(email="new@example.org")
        assert client.get(f"{BASE}/complaint")["Location"] == BASE

    def test_it_takes_another_name_as_it_begins(self, client: Client, reference: str) -> None:
        asks(client, reference)
        before = client.cookies[site.SESSION_COOKIE_NAME].value
        client.post(f"{BASE}/code", {"code": code_in()})
        assert client.cookies[site.SESSION_COOKIE_NAME].value != before

    def test_no_page_is_kept_and_none_names_the_case(self, client: Client, reference: str) -> None:
        gets_in(client, reference)
        answer = client.get(f"{BASE}/complaint")
        assert answer["Cache-Control"] == "no-store"
        title = sound(answer).one("title").words
        assert reference not in title and "Osei" not in title

    def test_what_was_typed_is_there_after_a_new_code(
        self, client: Client, reference: str, goes: Go
    ) -> None:
        gets_in(client, reference)
        goes(minutes=40)
        client.post(f"{BASE}/receive-message", {"text": "It leaks again.", "once": "k" * 32})
        assert "We kept what you wrote" in client.get(BASE).content.decode()
        asks(client, reference)
        page = client.post(f"{BASE}/code", {"code": code_in()}, follow=True)
        assert page.redirect_chain[-1][0] == f"{BASE}/receive-message"
        assert "It leaks again." in page.content.decode()

    def test_and_not_for_another_case(
        self, client: Client, desk: builders.Desk, reference: str, goes: Go
    ) -> None:
        gets_in(client, reference)
        goes(minutes=40)
        client.post(f"{BASE}/receive-message", {"text": "It leaks again.", "once": "k" * 32})
        other = received(desk)
        gets_in(client, other)
        assert "It leaks again." not in client.get(f"{BASE}/receive-message").content.decode()


class TestWhoSpeaksForThem:
    """A representative follows it with the resident's consent, and only as far as that goes."""

    HERS = "ann@advice.example"

    @pytest.fixture
    def consent(self, desk: builders.Desk, reference: str) -> RecordConsent:
        named = NameRepresentative(kind=SpeaksAs.ADVOCATE, name="Ann Bradley", email=self.HERS)
        desk.does(reference, Verb.NAME_REPRESENTATIVE, named, TODAY)
        return RecordConsent(
            number=1, said=Said.GIVEN, on=TODAY, by=ConsentBy.SIGNED, document="Folder 7"
        )

    def test_with_consent_they_see_it_and_write_as_themselves(
        self, client: Client, desk: builders.Desk, reference: str, consent: RecordConsent
    ) -> None:
        desk.does(reference, Verb.RECORD_CONSENT, consent, TODAY)
        asks(client, reference, self.HERS)
        page = client.post(f"{BASE}/code", {"code": code_in(self.HERS)}, follow=True)
        assert "We are looking into your complaint." in sound(page).words
        sends(client, "receive-message", text="She needs a lift.")
        (message,) = case_of(desk, reference).incoming
        assert (message.name, message.sender) == ("Ann Bradley", Sender.REPRESENTATIVE)

    def test_they_do_not_see_the_letters_that_are_the_residents_alone(
        self, client: Client, desk: builders.Desk, reference: str, consent: RecordConsent
    ) -> None:
        desk.does(reference, Verb.RECORD_CONSENT, consent, TODAY)
        asks(client, reference, self.HERS)
        client.post(f"{BASE}/code", {"code": code_in(self.HERS)})
        kinds = dict(Letter.objects.values_list("number", "kind"))
        asked = next(number for number, kind in kinds.items() if kind == "consent_request")
        assert client.get(f"{BASE}/letters/{asked}").status_code == 404

    def test_without_it_no_code_goes_and_nothing_tells_that(
        self, client: Client, reference: str, consent: RecordConsent
    ) -> None:
        known = seen(Client(), reference, "mary@example.org")
        assert seen(client, reference, self.HERS) == known
        assert not Message.objects.filter(kind="follow_code", to_address=self.HERS).exists()

    def test_it_ends_with_consent(
        self, client: Client, desk: builders.Desk, reference: str, consent: RecordConsent
    ) -> None:
        desk.does(reference, Verb.RECORD_CONSENT, consent, TODAY)
        asks(client, reference, self.HERS)
        client.post(f"{BASE}/code", {"code": code_in(self.HERS)})
        back = RecordConsent(number=1, said=Said.WITHDRAWN, on=TODAY)
        desk.does(reference, Verb.RECORD_CONSENT, back, TODAY)
        assert client.get(f"{BASE}/complaint")["Location"] == BASE

    @pytest.mark.parametrize("scope", [Scope.OUTCOME])
    def test_who_may_only_hear_the_outcome_does_not_follow(
        self,
        client: Client,
        desk: builders.Desk,
        reference: str,
        consent: RecordConsent,
        scope: Scope,
    ) -> None:
        desk.does(reference, Verb.RECORD_CONSENT, replace(consent, scope=scope), TODAY)
        asks(client, reference, self.HERS)
        assert not Message.objects.filter(kind="follow_code", to_address=self.HERS).exists()


def test_behind_a_proxy_the_address_is_the_last_that_it_names(settings: Any) -> None:
    """What stands before it anybody can make up."""
    made_up = RequestFactory().get(
        "/", headers={"X-Forwarded-For": "6.6.6.6, 203.0.113.7"}, REMOTE_ADDR="10.0.0.1"
    )
    settings.BEHIND_PROXY = False
    assert source_of(made_up) == "10.0.0.1"
    settings.BEHIND_PROXY = True
    assert source_of(made_up) == "203.0.113.7"


def test_codes_and_names_of_forms_are_taken_away_after_a_day(
    client: Client, reference: str, goes: Go
) -> None:
    gets_in(client, reference)
    sends(client, "receive-message", text="It leaks again.")
    assert following.sweep(clock.now()) == 0
    goes(days=1, seconds=1)
    assert following.sweep(clock.now()) == 2
    assert not FollowCode.objects.exists() and not SentForm.objects.exists()
