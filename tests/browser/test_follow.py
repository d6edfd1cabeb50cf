"""Following a complaint in a real browser at the size of a phone: the budgets of a resident's tasks
counted in taps and pages, and every page sound, with JavaScript and without."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from redress.people.models import Resident
from redress.rules.access import Role, Verb
from redress.rules.actions.extend import Extend
from redress.rules.actions.promise import Promise
from redress.rules.actions.share_findings import ShareFindings
from redress.uploads.shelf import Shelf
from redress.web import clock
from redress.web.resident.follow.steps import word_of
from tests import builders
from tests.browser.conftest import PHONE, OpenPage, shot, sound
from tests.browser.test_every_page import signed_in
from tests.rules.inputs import offer
from tests.uploads.corpus import PDF
from tests.web.desk.conftest import TODAY, answered, case_of, opened
from tests.web.follower import BASE, code_in

GO = "main form button.govuk-button:not(.govuk-button--secondary)"
LONG = "The kitchen ceiling leaks and nobody comes, not once in all these weeks. " * 12
WAYS = [
    pytest.param({"width": PHONE}, id="phone"),
    pytest.param({"width": PHONE, "javascript": False}, id="phone, no JavaScript"),
    pytest.param({"width": PHONE, "scheme": "dark"}, id="phone, dark"),
    pytest.param({"forced": True}, id="forced colours"),
]


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> Iterator[date]:
    monkeypatch.setattr(clock, "now", lambda: builders.at(TODAY, 11))
    yield TODAY


@pytest.fixture
def desk(transactional_db: None) -> builders.Desk:
    landlord = builders.landlord()
    return builders.Desk(landlord, builders.user(landlord, Role.COMPLAINTS_OFFICER))


class Thumb:
    """One thumb: counts its taps and the pages it brings. Typing is no tap, as in the budgets."""

    def __init__(self, page: Page) -> None:
        self.page, self.taps, self.pages = page, 0, 0
        page.on("domcontentloaded", lambda _: setattr(self, "pages", self.pages + 1))

    def tap(self, selector: str) -> None:
        with self.page.expect_navigation():
            self.page.locator(selector).first.click()
        self.taps += 1

    def starts_again(self) -> None:
        self.taps = self.pages = 0


def gets_in(thumb: Thumb, live_server: LiveServer, reference: str) -> None:
    """From the address in a letter to the complaint."""
    page = thumb.page
    page.goto(f"{live_server.url}{BASE}")
    page.fill("#id_reference", reference)
    page.fill("#id_contact", "mary@example.org")
    thumb.tap(GO)
    page.fill("#id_code", code_in())
    thumb.tap(GO)
    expect(page.get_by_role("heading", name="Your complaint")).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False])
def test_the_budgets_of_a_phone(
    open_page: OpenPage,
    live_server: LiveServer,
    desk: builders.Desk,
    shelf: Shelf,
    tmp_path: Path,
    javascript: bool,
) -> None:
    """R2: see how it stands, at most 3 taps. R3: add a photo, at most 3 pages and 5 taps. R4: ask
    for stage 2, at most 2 pages and 3 taps. The page that says that it is done is none."""
    reference = answered(desk)
    thumb = Thumb(open_page(width=PHONE, javascript=javascript))
    page = thumb.page
    gets_in(thumb, live_server, reference)
    assert thumb.taps == 2 and thumb.pages - 1 == 2  # two pages to fill in, then the answer
    for words in ("We have answered your complaint.", "Our complaints team", "Housing Ombudsman"):
        expect(page.locator("main")).to_contain_text(words)
    photo = tmp_path / "leak.pdf"
    photo.write_bytes(PDF)
    thumb.starts_again()
    thumb.tap("a[href$='/receive-message']")
    page.set_input_files("input[type=file]", photo)
    thumb.taps += 2  # on the button, and on the photo in the phone's own list
    thumb.tap(GO)
    expect(page.get_by_text("We have what you sent.")).to_be_visible()
    assert thumb.taps <= 5 - 1 and thumb.pages <= 3
    thumb.starts_again()
    thumb.tap("a[href$='/escalate']")
    thumb.tap(GO)
    expect(page.get_by_text("This is stage 2.")).to_be_visible()
    assert thumb.taps <= 3 and thumb.pages - 1 <= 2
    assert case_of(desk, reference).stage.number == 2


@pytest.mark.parametrize("way", WAYS)
def test_every_page_is_sound(
    open_page: OpenPage,
    live_server: LiveServer,
    desk: builders.Desk,
    way: dict[str, object],
    request: pytest.FixtureRequest,
) -> None:
    """With most to show, and after a refused form."""
    reference = full(desk)
    thumb = Thumb(open_page(**way))
    page = thumb.page
    name = request.node.callspec.id.replace(", ", "-").replace(" ", "-")

    def seen(what: str) -> None:
        sound(page)
        shot(page, f"follow-{what}-{name}")

    page.goto(f"{live_server.url}{BASE}")
    seen("1-ask")
    thumb.tap(GO)
    seen("2-error")
    gets_in(thumb, live_server, reference)
    seen("3-complaint")
    for verb in (
        Verb.ANSWER_DEFINITION,
        Verb.RECEIVE_MESSAGE,
        Verb.RECORD_FINDINGS_COMMENT,
        Verb.ANSWER_EXTENSION,
        Verb.AGREE_UPDATES,
        Verb.SAY_NOT_DONE,
        Verb.SETTLE_OFFER,
        Verb.WITHDRAW,
    ):
        page.goto(f"{live_server.url}{BASE}/{word_of(verb)}")
        seen(f"4-{word_of(verb)}")
        if verb in (Verb.ANSWER_DEFINITION, Verb.RECORD_FINDINGS_COMMENT):
            thumb.tap(GO)
            seen(f"5-{word_of(verb)}-error")
    page.goto(f"{live_server.url}{BASE}/letters/2")
    seen("6-letter")
    page.goto(f"{live_server.url}{BASE}/rate")
    seen("7-over")
    thumb.tap(".redress-leave button")
    seen("8-left")
    signed_in(page, live_server, desk.actor)
    page.goto(f"{live_server.url}/code-model/desk/case/{reference}/read-out-code")
    page.fill("#id_how", "Her date of birth")
    thumb.tap(GO)
    expect(page.locator(".govuk-panel__title")).to_be_visible()
    seen("9-read-out")


def full(desk: builders.Desk) -> str:
    """A case with all that can be there at once, at its longest."""
    reference = opened(desk)
    Resident.objects.update(name="Óscar ‏שרה محمد 😀 von der Lengthy-Hyphenatedname " * 4)
    later = TODAY + timedelta(days=30)
    promise = Promise(what=LONG, owner="Repairs", due_on=later, agreed=True)
    desk.does(reference, Verb.PROMISE, promise, TODAY)
    desk.does(reference, Verb.OFFER, offer(pounds=1_500, pay_by=later, words=(LONG,)), TODAY)
    desk.does(reference, Verb.EXTEND, Extend(new_date=date(2026, 5, 28), reason=LONG), TODAY)
    shared = ShareFindings(findings=LONG, comment_by=date(2026, 5, 20))
    desk.does(reference, Verb.SHARE_FINDINGS, shared, TODAY)
    return reference
