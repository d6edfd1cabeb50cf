"""The resident's pages in a real browser: every page of the journey, as people come to it."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from redress.cases.models import Case
from tests import builders
from tests.browser.conftest import DESKTOP, PHONE, OpenPage, shot, sound
from tests.uploads.corpus import photo

WAYS = [
    pytest.param({"width": PHONE, "javascript": False}, id="phone, no JavaScript"),
    pytest.param({"width": PHONE, "scheme": "dark"}, id="phone, dark"),
    pytest.param({"width": DESKTOP, "forced": True}, id="forced colours"),
]
MOST_PAGES, MOST_TAPS = 9, 14  # R1


@dataclass
class Thumb:
    """One thumb on a phone: counts what it taps. The next field of a page is reached by the
    keyboard's own key, so only the first costs a tap."""

    page: Page
    taps: int = 0
    pages: int = 1

    def on(self, words: str = "Continue") -> None:
        """Taps the button that leads to the next page."""
        self.taps += 1
        self.pages += 1
        self.page.get_by_role("button", name=words, exact=True).click()

    def choose(self, label: str) -> None:
        """Taps an answer."""
        self.taps += 1
        self.page.get_by_label(label).check()

    def write(self, *typed: tuple[str, str]) -> None:
        """Taps the first field and writes; goes on by the keyboard's key."""
        self.taps += 1
        for field, text in typed:
            self.page.locator(f"#id_{field}").fill(text)


@pytest.mark.parametrize("javascript", [True, False])
def test_a_plain_complaint_on_a_phone_is_short(
    open_page: OpenPage, live_server: LiveServer, javascript: bool
) -> None:
    """R1: from the landlord's page to the reference."""
    builders.landlord()
    page = open_page(width=PHONE, javascript=javascript)
    page.goto(f"{live_server.url}/code-model/")
    thumb = Thumb(page)
    thumb.on("Make a complaint")
    thumb.pages = 1  # the first question
    thumb.choose("Me, or my home")
    thumb.on()
    thumb.write(("description", "The ceiling leaks."), ("outcome_sought", "Mend it."))
    thumb.on()
    parts = (("day", "3"), ("month", "March"), ("year", "2026"))
    thumb.write(*((f"occurred_on_{part}", typed) for part, typed in parts))
    for _ in ("when", "safety", "files", "needs"):
        thumb.on()
    thumb.write(("name", "Mary Osei"), ("phone", "07700 900123"))
    thumb.on()
    expect(page.get_by_role("heading", level=1)).to_have_text("Check your answers")
    assert thumb.pages <= MOST_PAGES
    thumb.on("Send my complaint")
    expect(page.get_by_role("heading", level=1)).to_contain_text("We have your complaint")
    assert thumb.taps <= MOST_TAPS
    assert Case.objects.get().description == "The ceiling leaks."


@pytest.mark.parametrize("way", WAYS)
def test_every_page_on_the_longest_way(
    open_page: OpenPage,
    live_server: LiveServer,
    way: dict[str, object],
    request: pytest.FixtureRequest,
    tmp_path: Path,
) -> None:
    """For somebody else, in danger, with a photo, errors and a link to come back by."""
    builders.landlord()
    page = open_page(**way)
    name = request.node.callspec.id.replace(", ", "-").replace(" ", "-")

    def seen(what: str) -> None:
        sound(page)
        shot(page, f"{what}-{name}")

    def on(words: str = "Continue") -> None:
        page.get_by_role("button", name=words, exact=True).click()

    page.goto(f"{live_server.url}/code-model/complain")
    on()
    expect(page).to_have_title("Error: Tell us what is wrong – Code-Model")
    seen("01-who")
    page.get_by_label("Someone I am helping").check()
    on()
    page.get_by_label("Your name").fill("Kofi " + "Ó" * 180)
    seen("02-helper")
    on()
    on()
    expect(page).to_have_title("Error: What happened – Code-Model")
    seen("03-what")
    page.get_by_label("What went wrong?").fill("The ceiling leaks.\nNobody comes.")
    on()
    page.locator("#id_occurred_on_month").fill("March")
    on()
    seen("04-when")
    page.locator("#id_occurred_on_year").fill("2026")
    on()
    page.get_by_label("Someone is in danger now").check()
    seen("05-safety")
    on()
    expect(page.get_by_role("heading", level=1)).to_have_text("Get help now")
    seen("06-urgent")
    page.get_by_role("button", name="Go on with the questions").click()
    (tmp_path / "Kitchen ceiling.jpg").write_bytes(photo())
    page.locator("input[type=file]").set_input_files(tmp_path / "Kitchen ceiling.jpg")
    on("Add this file")
    expect(page.get_by_role("heading", name="You added 1 file")).to_be_visible()
    seen("07-files")
    on()
    seen("08-needs")
    on()
    page.get_by_label("Their email address").fill("mary")
    on()
    seen("09-you")
    page.get_by_label("Their email address").fill("mary@example.org")
    on("Save and come back later")
    seen("10-save")
    on("Email me the link")
    expect(page.get_by_role("heading", level=1)).to_have_text("Your answers are kept")
    seen("11-saved")
    page.get_by_role("link", name="Go on now").click()
    seen("12-check")
    on("Send my complaint")
    expect(page.locator(".govuk-panel")).to_contain_text("MOD-000001")
    seen("13-sent")
