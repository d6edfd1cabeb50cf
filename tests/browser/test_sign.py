"""Writing and signing a response in a browser: two people at once, drafts, and tasks T8 and T8b
with their pages and clicks counted.
"""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from redress.cases.models import Draft
from redress.people.models import User
from redress.rules.access import Actor, Role
from redress.web import clock
from tests import builders
from tests.browser.conftest import PHONE, OpenPage, shot, sound
from tests.web.desk.conftest import TODAY, opened


class Person:
    """Somebody signed in, whose clicks and pages are counted."""

    def __init__(self, page: Page, root: str, actor: Actor) -> None:
        self.page, self.root, self.clicks, self.pages = page, root, 0, 0
        page.goto(f"{root}/sign-in")
        page.get_by_label("Email address").fill(User.objects.get(pk=actor.id).email)
        page.get_by_label("Password").fill("x")
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(lambda url: "sign-in" not in url)

    def go(self, path: str) -> None:
        self.page.goto(f"{self.root}/tower-hamlets-homes/desk/{path}")

    def click(self, role: str, name: str, turns: bool = False) -> None:
        self.page.get_by_role(role, name=name, exact=True).first.click()  # type: ignore[arg-type]
        self.clicks, self.pages = self.clicks + 1, self.pages + turns


@pytest.fixture
def office(
    transactional_db: None, monkeypatch: pytest.MonkeyPatch
) -> tuple[builders.Desk, Actor, str]:
    monkeypatch.setattr(clock, "now", lambda: builders.at(TODAY))
    landlord = builders.landlord("tower-hamlets-homes", "THH")
    desk = builders.Desk(landlord, builders.user(landlord, Role.COMPLAINTS_OFFICER))
    head = builders.user(landlord, Role.HEAD_OF_SERVICE, name="Carol Jones")
    return desk, head, opened(desk)


def test_a_response_is_written_in_three_pages_and_signed_in_two_clicks(
    open_page: OpenPage, live_server: LiveServer, office: tuple[builders.Desk, Actor, str]
) -> None:
    desk, head, ref = office
    writer = Person(open_page(), live_server.url, desk.actor)
    writer.go(f"case/{ref}")
    writer.page.locator("a[href$='/submit']").first.click()
    writer.page.get_by_label("Upheld", exact=True).check()
    writer.page.get_by_label("Reasons", exact=True).fill("We came late, and it rained in again.")
    sound(writer.page)
    shot(writer.page, "submit")
    writer.clicks, writer.pages = 2, 1
    writer.click("button", "Look at the letter", turns=True)
    sound(writer.page)
    writer.click("button", "Send it for signature", turns=True)
    expect(writer.page.get_by_role("alert")).to_contain_text("waits for its signature")
    sound(writer.page)
    shot(writer.page, "waits")
    assert writer.pages <= 3 and writer.clicks <= 10  # T8

    signer = Person(open_page(), live_server.url, head)
    signer.go("")
    sound(signer.page)
    shot(signer.page, "today-to-sign")
    signer.page.locator("a[href$='/sign']").click()
    signer.clicks, signer.pages = 1, 1
    sound(signer.page)
    shot(signer.page, "sign")
    signer.click("button", "Sign and issue")
    expect(signer.page.get_by_role("alert")).to_contain_text("is issued as a letter")
    assert signer.pages == 1 and signer.clicks <= 2  # T8b, with no key pressed


def test_what_is_written_is_kept_within_seconds_and_two_texts_stand_side_by_side(
    open_page: OpenPage, live_server: LiveServer, office: tuple[builders.Desk, Actor, str]
) -> None:
    desk, head, ref = office
    one = Person(open_page(), live_server.url, desk.actor)
    two = Person(open_page(width=PHONE), live_server.url, head)
    one.go(f"case/{ref}/submit")
    two.go(f"case/{ref}/submit")
    expect(two.page.locator("[data-here]")).to_contain_text("Amina Khan")
    one.page.get_by_label("Reasons", exact=True).fill("Mine.")
    expect(one.page.locator(".desk-kept")).to_contain_text("kept as a draft", timeout=9_000)
    assert Draft.objects.get().fields["reasons_1"] == ["Mine."]
    expect(one.page.locator("[data-here]")).to_contain_text("Carol Jones", timeout=12_000)
    two.page.get_by_label("Reasons", exact=True).fill("Hers.")
    expect(two.page.locator(".desk-kept")).to_contain_text("Amina Khan", timeout=9_000)
    two.click("button", "Keep as a draft")
    expect(two.page.get_by_text("Amina Khan kept another text")).to_be_visible()
    sound(two.page)
    shot(two.page, "two-texts-phone")
    assert Draft.objects.get().fields["reasons_1"] == ["Mine."]


@pytest.mark.parametrize("width", [PHONE, 1280])
def test_absence_is_set_without_javascript(
    open_page: OpenPage,
    live_server: LiveServer,
    office: tuple[builders.Desk, Actor, str],
    width: int,
) -> None:
    desk, head, _ = office
    signer = Person(open_page(width=width, javascript=False), live_server.url, head)
    signer.go("cover")
    signer.page.get_by_label("Who signs for you").select_option(str(desk.actor.id))
    for name in ("from_on", "to_on"):
        for part in ("day", "month", "year"):
            signer.page.locator(f"#id_{name}_{part}").fill(str(getattr(TODAY, part)))
    signer.click("button", "Set this cover")
    expect(signer.page.get_by_text("signs for you from")).to_be_visible()
    sound(signer.page)
    shot(signer.page, f"cover-{width}")
