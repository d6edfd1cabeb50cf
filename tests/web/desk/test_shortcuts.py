"""Keyboard shortcuts on the server's side: which keys a page has, for whom, and the switch."""

import html
import json
import re

import pytest
from django.test import Client

from redress.people.models import Landlord, User
from redress.rules.access import Role
from redress.rules.facts import Kind
from tests import builders
from tests.web.desk.conftest import address, browser_of, opened, received
from tests.web.desk.pages import words_of


def keys_of(client: Client, path: str = "") -> dict[str, str]:
    """The keys that the script of a page gets; none where the page has no such script."""
    text = client.get(address(path)).content.decode()
    found = re.search(r'data-shortcuts="([^"]*)"', text)
    assert bool(found) == ("shortcuts.js" in text)
    return json.loads(html.unescape(found[1])) if found else {}


def test_every_page_of_the_desk_has_the_same_keys(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    expected = {
        "/": "#find",
        "n": "/code-model/desk/receive",
        "t": "/code-model/desk/",
        "c": "/code-model/desk/worklist",
        "?": "/code-model/desk/shortcuts",
    }
    for path in ("", "receive", "shortcuts", f"case/{ref}/extend"):
        assert keys_of(page, path) == expected, path
    assert keys_of(page, "worklist") == {**expected, "b": "#all"}
    assert 'id="all"' in page.get(address("worklist")).content.decode()


def test_a_case_has_keys_of_its_own(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    found = keys_of(page, f"case/{ref}")
    words = {
        "a": "allocate",
        "e": "extend",
        "k": "record-call",
        "r": "respond",
        "u": "undo",
        "2": "escalate",
    }
    for key, word in words.items():
        assert found[key] == f"/code-model/desk/case/{ref}/{word}"
        answer = page.get(found[key])
        assert answer.status_code in (200, 409), key  # the form, or why it cannot be done now


def test_a_request_has_no_response_and_its_page_opens(page: Client, desk: builders.Desk) -> None:
    ref = received(desk, kind=Kind.SERVICE_REQUEST)
    assert page.get(address(f"case/{ref}")).status_code == 200


def test_where_another_signs_r_leads_to_sending_it_for_signature(db: None) -> None:
    landlord = builders.landlord("herefordshire", "HER")
    desk = builders.Desk(landlord, builders.user(landlord, Role.HANDLER, name="Hana Ali"))
    officer = builders.Desk(landlord, builders.user(landlord, Role.COMPLAINTS_OFFICER))
    ref = opened(officer)
    text = browser_of(desk.actor).get(f"/herefordshire/desk/case/{ref}").content.decode()
    assert f"/case/{ref}/submit&quot;" in text


@pytest.mark.parametrize("role", sorted(Role))
def test_nobody_has_a_key_for_what_their_role_does_not_allow(
    landlord: Landlord, desk: builders.Desk, role: Role
) -> None:
    ref = opened(desk)
    client = browser_of(builders.user(landlord, role, name=f"Somebody {role}"))
    case = f"case/{ref}" if client.get(address(f"case/{ref}")).status_code == 200 else "shortcuts"
    found = keys_of(client, case)
    assert "?" in found and "t" in found
    for key, to in found.items():
        if not to.startswith("#"):
            assert client.get(to, follow=True).status_code in (200, 409), key
    explained = words_of(client.get(address("shortcuts")).content.decode())
    assert ("Take down a call" in explained) == ("n" in found)


def test_off_means_that_the_script_is_not_there_and_on_brings_it_back(page: Client) -> None:
    off = page.post(address("shortcuts"), {"shortcuts": "off"}, follow=True)
    assert "Keyboard shortcuts are off, on every computer" in words_of(off.content.decode())
    assert keys_of(page) == keys_of(page, "shortcuts") == {}
    page.post(address("shortcuts"), {"shortcuts": "off"})  # twice is once
    assert keys_of(page) == {}
    page.post(address("shortcuts"), {"shortcuts": "on"})
    assert "t" in keys_of(page)


def test_the_switch_is_the_persons_own(page: Client, landlord: Landlord) -> None:
    other = browser_of(builders.user(landlord, Role.HANDLER, name="Hana Ali"))
    page.post(address("shortcuts"), {"shortcuts": "off"})
    assert keys_of(page) == {} and "t" in keys_of(other)


@pytest.mark.parametrize("sent", [{}, {"shortcuts": ""}, {"shortcuts": "perhaps\x00"}])
def test_a_wish_that_is_none_changes_nothing(
    page: Client, desk: builders.Desk, sent: dict[str, str]
) -> None:
    assert page.post(address("shortcuts"), sent).status_code == 302
    assert User.objects.get(pk=desk.actor.id).shortcuts


def test_strangers_have_no_such_page_and_the_footer_leads_to_it(page: Client) -> None:
    assert Client().get(address("shortcuts")).status_code == 302
    asked = Client().post(address("shortcuts"), {"shortcuts": "off"}).content.decode()
    assert "Sign in" in asked and "are off" not in asked
    assert f'href="{address("shortcuts")}"' in page.get(address()).content.decode()
