"""A session that ended in the middle of a letter: what was written comes back after signing in."""

from typing import Any

import pytest
from django.test import Client

from redress.cases.models import Event
from redress.people.models import User
from redress.rules.access import Actor
from tests import builders
from tests.web.desk.conftest import address, browser_of, desk, landlord, officer, opened, today
from tests.web.desk.pages import fill, sent_by, words_of

__all__ = ["desk", "landlord", "officer", "today"]  # fixtures of the desk
TEXT = "  First line\n\n<b>second</b> 😀 שלום "


def text_of(answer: Any) -> str:
    return str(answer.content.decode())


@pytest.fixture
def signed_out(desk: builders.Desk, officer: Actor) -> tuple[Client, str, Any]:
    """Somebody who filled a form, was signed out meanwhile, and sends it."""
    client, ref = browser_of(officer), opened(desk)
    at = address(f"case/{ref}/respond")
    data = fill(client, at, finding_1="upheld", reasons_1=TEXT)
    client.logout()
    return client, at, client.post(at, {**data, "step": "issue"})


def sign_in(client: Client, page: Any, actor: Actor, password: str = "x") -> Any:  # noqa: S107
    kept = sent_by(text_of(page).replace('action="/sign-in', 'data-to="/sign-in'))
    email = User.objects.get(pk=actor.id).email
    _, _, rest = text_of(page).partition('action="')
    to = rest.partition('"')[0]
    return client.post(to, {**kept, "email": email, "password": password})


def test_the_text_comes_back_into_its_form_and_nothing_is_done(
    signed_out: Any, officer: Actor
) -> None:
    client, at, asked = signed_out
    assert "What you wrote is not lost" in words_of(text_of(asked))
    events = Event.objects.count()
    back = sign_in(client, asked, officer)
    assert f'action="{at}"' in text_of(back)
    kept = sent_by(text_of(back).replace(f'action="{at}"', ""))
    assert kept["reasons_1"] == [TEXT] and kept["step"] == ["change"]
    form = client.post(at, kept)
    assert sent_by(text_of(form))["reasons_1"] == [TEXT]
    assert sent_by(text_of(form))["finding_1"] == ["upheld"]
    assert Event.objects.count() == events


def test_a_wrong_password_loses_nothing(signed_out: Any, officer: Actor) -> None:
    client, _, asked = signed_out
    again = sign_in(client, asked, officer, password="wrong")
    assert TEXT.strip() in sent_by(text_of(again))["kept-reasons_1"][0]


def test_it_goes_on_nowhere_but_to_our_own_pages(signed_out: Any, officer: Actor) -> None:
    client, _, _ = signed_out
    kept = {"kept-reasons_1": "x", "password": "x"}
    email = User.objects.get(pk=officer.id).email
    answer = client.post("/sign-in?next=https://evil.example/", {**kept, "email": email})
    assert answer["Location"] == "/your-landlords"


def test_nothing_of_it_is_in_an_address(signed_out: Any) -> None:
    _, at, asked = signed_out
    assert f"next={at}".replace("/", "%2F") in text_of(asked)
    assert asked.status_code == 200 and "Location" not in asked
