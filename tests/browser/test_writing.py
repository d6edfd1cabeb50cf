"""Writing a letter with JavaScript: the same figures as the server's, and a passage in few keys."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from redress.rules.access import Role
from redress.rules.letter_samples import facts
from redress.rules.letters import render
from redress.rules.passages import passages
from redress.rules.plain_words import measure
from redress.rules.wording import letter_kinds
from redress.web import clock
from tests import builders
from tests.browser.conftest import PHONE, OpenPage, shot, sound
from tests.browser.test_desk import Window
from tests.rules.test_reading import SPOKEN
from tests.web.desk.conftest import TODAY, opened

TEXTS = [
    *(render(kind, facts(kind)).text for kind in letter_kinds()),
    *(passage.text for passage in passages().values()),
    *SPOKEN.values(),
    "Call Mr. J. Smith or see www.example.org.uk today. Thank you. É. It’s a follow-up, isn't it?",
    "However, prior to this we UTILISED it; additional “help” was upon us.\r\nNew\u2028line.",
    "Čeština má háčky. שלום לך. 12.50 and 3/4. a_b_c! Yes?) No.” " * 3,
    "",
    "...",
]
MEASURE = """async texts => {
  const script = document.querySelector("script[src*='writing']").src;
  const { measure } = await import(script);
  return texts.map(measure);
}"""


@pytest.fixture
def at_respond(
    open_page: OpenPage, live_server: LiveServer, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Window]:
    yield begun(open_page(), live_server, monkeypatch)


def begun(page: Page, live_server: LiveServer, monkeypatch: pytest.MonkeyPatch) -> Window:
    """An officer who is writing a response."""
    monkeypatch.setattr(clock, "now", lambda: builders.at(TODAY))
    landlord = builders.landlord()
    officer = builders.user(landlord, Role.COMPLAINTS_OFFICER)
    reference = opened(builders.Desk(landlord, officer))
    window = Window(page, live_server.url, landlord, "writing")
    window.sign_in(officer)
    window.go(f"desk/case/{reference}/respond")
    return window


def test_the_browser_counts_as_the_server_does(at_respond: Window) -> None:
    counted = at_respond.page.evaluate(MEASURE, TEXTS)
    for text, found in zip(TEXTS, counted, strict=True):
        here = measure(text)
        there = (found["words"], found["age"], found["longest"], dict(found["avoid"]))
        assert there == (here.words, here.age, here.longest, dict(here.avoid)), text[:80]


def test_a_passage_in_three_keys_and_its_name(at_respond: Window) -> None:
    page = at_respond.page
    reasons = page.get_by_label("Reasons", exact=True)
    reasons.fill("On 3 May:")
    page.keyboard.press("Tab")  # 1
    page.keyboard.type("app")
    page.keyboard.press("Tab")  # 2
    page.keyboard.press("Enter")  # 3
    text = passages()["missed-appointment"].text.strip()
    expect(reasons).to_have_value(f"On 3 May:\n\n{text}")
    expect(reasons).to_be_focused()
    page.keyboard.type("3 May")  # the first gap is chosen: typing fills it
    expect(reasons).to_have_value(f"On 3 May:\n\n{text.replace('{the day of the visit}', '3 May')}")
    expect(page.locator("[data-meter]").first).to_contain_text("Longest sentence: 10 words")
    at_respond.seen("passage")


def test_the_meter_follows_what_is_typed(at_respond: Window) -> None:
    meter = at_respond.page.locator("[data-meter]").first
    expect(meter).to_be_hidden()
    at_respond.write("Reasons", "Prior to this we were late.")
    expect(meter).to_contain_text("too short to tell")
    expect(meter).to_contain_text("“prior to”: before")
    at_respond.write("Reasons", "")
    expect(meter).to_be_hidden()


def test_enter_in_a_line_goes_on_and_puts_nothing_in(at_respond: Window) -> None:
    at_respond.page.locator("#id_what_1").fill("Mend it")
    at_respond.page.locator("#id_what_1").press("Enter")
    expect(at_respond.page.get_by_role("heading", name="There is a problem")).to_be_visible()


def test_without_javascript_on_a_phone(
    open_page: OpenPage, live_server: LiveServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page(width=PHONE, javascript=False)
    window = begun(page, live_server, monkeypatch)
    window.write("Reasons", "We came late.")
    page.locator("#id_reasons_1_passage").select_option("apology")
    page.get_by_role("button", name="Put it in").first.click()
    text = passages()["apology"].text.strip()
    expect(page.get_by_label("Reasons", exact=True)).to_have_value(f"We came late.\n\n{text}")
    page.get_by_role("button", name="Check how it reads").click()
    expect(page.locator("[data-meter]").first).to_contain_text("Reading age: about")
    sound(page)
    shot(page, "writing-phone-plain")
