"""Keyboard shortcuts in a real browser: what each key does, when no key does anything, and off."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from redress.people.models import User
from redress.rules.access import Actor, Role
from redress.web import clock
from tests import builders
from tests.browser.conftest import PHONE, OpenPage, shot, sound
from tests.web.desk.conftest import TODAY, opened

CASE = {
    "k": "record-call",
    "a": "allocate",
    "e": "extend",
    "r": "respond",
    "u": "undo",
    "2": "escalate",
}
ANYWHERE = {"n": "receive", "t": "", "c": "worklist", "?": "shortcuts"}


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: builders.at(TODAY))


@pytest.fixture
def desk(db: None) -> builders.Desk:
    landlord = builders.landlord()
    return builders.Desk(landlord, builders.user(landlord, Role.COMPLAINTS_OFFICER))


def sign_in(page: Page, root: str, actor: Actor) -> None:
    page.goto(f"{root}/sign-in")
    page.get_by_label("Email address", exact=True).fill(User.objects.get(pk=actor.id).email)
    page.get_by_label("Password", exact=True).fill("x")
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(lambda url: "sign-in" not in url)


def test_each_key_opens_its_page_and_none_does_while_typing_or_with_another_key(
    open_page: OpenPage, live_server: LiveServer, desk: builders.Desk
) -> None:
    page, root = open_page(), f"{live_server.url}/code-model/desk/"
    sign_in(page, live_server.url, desk.actor)
    case = f"{root}case/{opened(desk)}"
    for key, path in ANYWHERE.items():
        page.goto(case)
        page.keyboard.press(key)
        expect(page).to_have_url(root + path)
    for key, path in CASE.items():
        page.goto(case)
        page.keyboard.press(key)
        expect(page).to_have_url(f"{case}/{path}")
    page.goto(case)
    for key in ("Control+e", "Alt+e", "Meta+e", "x", "E", "Enter"):
        page.keyboard.press(key)
    page.keyboard.press("/")
    expect(page.locator("#find")).to_be_focused()
    page.keyboard.type("track tune ?/")  # letters of shortcuts, in a field
    expect(page.locator("#find")).to_have_value("track tune ?/")
    assert page.url == case


def test_no_key_leaves_a_page_on_which_something_was_written(
    open_page: OpenPage, live_server: LiveServer, desk: builders.Desk
) -> None:
    page, root = open_page(), f"{live_server.url}/code-model/desk/"
    sign_in(page, live_server.url, desk.actor)
    at = f"{root}case/{opened(desk)}/record-call"
    page.goto(at)
    page.locator("#id_note").press_sequentially("She rang.")
    page.locator("h1").click()
    page.keyboard.press("t")
    page.keyboard.press("/")  # goes nowhere, so it may
    expect(page.locator("#find")).to_be_focused()
    expect(page.locator("#id_note")).to_have_value("She rang.")
    assert page.url == at


def test_turned_off_no_key_does_anything_until_it_is_turned_on_again(
    open_page: OpenPage, live_server: LiveServer, desk: builders.Desk
) -> None:
    page, root = open_page(), f"{live_server.url}/code-model/desk/"
    sign_in(page, live_server.url, desk.actor)
    page.goto(root)
    page.keyboard.press("?")
    expect(page.get_by_role("heading", name="Keyboard shortcuts")).to_be_visible()
    sound(page)
    shot(page, "shortcuts-on")
    page.get_by_role("button", name="Turn shortcuts off").click()
    expect(page.get_by_role("alert")).to_contain_text("Keyboard shortcuts are off")
    sound(page)
    for key in (*ANYWHERE, *CASE, "/"):
        page.keyboard.press(key)
    assert page.url == f"{root}shortcuts" and page.locator("#find:focus").count() == 0
    page.get_by_role("button", name="Turn shortcuts on").click()
    expect(page.get_by_role("alert")).to_contain_text("Keyboard shortcuts are on")
    page.keyboard.press("t")
    expect(page).to_have_url(root)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_holds_on_a_phone_without_javascript(
    open_page: OpenPage, live_server: LiveServer, desk: builders.Desk, scheme: str
) -> None:
    page = open_page(width=PHONE, javascript=False, scheme=scheme)
    sign_in(page, live_server.url, desk.actor)
    page.goto(f"{live_server.url}/code-model/desk/")
    page.get_by_role("link", name="Keyboard shortcuts").click()
    page.get_by_role("button", name="Turn shortcuts off").click()
    expect(page.get_by_role("alert")).to_contain_text("Keyboard shortcuts are off")
    sound(page)
    shot(page, f"shortcuts-phone-{scheme}")
