"""The pictures of the guide: each role at its pages, in the demonstration as it stands on one day.

`tools/draw_guide.py` runs this and test_desk.py and puts what they save into docs/guide/pictures.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from redress.cases.importing import import_cases
from redress.cases.models import Case, Comment, Message
from redress.demo.build import build
from redress.demo.harrow import write_csv
from redress.demo.staff import PASSWORD, email, staff_of
from redress.people.landlords import landlord_named
from redress.people.models import Landlord
from redress.rules.facts import State
from redress.web import clock
from tests import builders
from tests.browser.conftest import PHONE, OpenPage, shot, sound

pytestmark = pytest.mark.pictures
TODAY = date(2026, 6, 10)  # a Wednesday
STORY = "Rain comes through the bedroom ceiling. We rang three times and nobody came."
STRIP_WIDTH, STRIP_HEIGHT = 360, 760  # a phone
REASONS = (
    "We looked at our records and spoke to the team. They show what you told us.\n\n"
    "We should have come on the day we had agreed, and rung you when we could not. Our policy on "
    "repairs asks for both. We did neither."
)


@dataclass(frozen=True)
class Office:
    """The demonstration of one landlord, and a window for anybody who works there."""

    landlord: Landlord
    root: str
    open_page: OpenPage

    def at(self, who: str, path: str = "desk/", **way: object) -> Page:
        """Somebody signed in, at a page."""
        page = self.open_page(**way)
        page.goto(f"{self.root}/sign-in")
        page.get_by_label("Email address", exact=True).fill(email(who, self.landlord))
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.locator("main").get_by_role("button", name="Sign in").click()
        page.wait_for_url(lambda url: "sign-in" not in url)
        page.goto(f"{self.root}/{self.landlord.slug}/{path}")
        return page


@pytest.fixture
def office(
    transactional_db: None,
    live_server: LiveServer,
    open_page: OpenPage,
    monkeypatch: pytest.MonkeyPatch,
) -> Office:
    monkeypatch.setattr(clock, "now", lambda: builders.at(TODAY))
    landlord = landlord_named("tower-hamlets-homes")
    Landlord.objects.filter(pk=landlord.pk).update(demonstration=True)
    build(landlord, TODAY)
    return Office(landlord, live_server.url, open_page)


def first_case(page: Page) -> None:
    """Opens the first case of the list."""
    page.locator(".desk-rows .desk-case a").first.click()
    expect(page.get_by_role("heading", name="What happened so far")).to_be_visible()


def step(page: Page, word: str) -> None:
    """Opens the form of an action of the case."""
    page.goto(f"{page.url.split('?')[0]}/{word}")


def picture(page: Page, name: str, height: int) -> None:
    """Judges the page, and takes its picture from the top."""
    sound(page)
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    shot(page, f"guide-{name}", height)


def resident(office: Office) -> None:
    page = office.open_page()
    page.goto(f"{office.root}/{office.landlord.slug}/")
    expect(page.get_by_role("heading", name="Complain to us")).to_be_visible()
    picture(page, "start", 1000)
    page = office.open_page(width=STRIP_WIDTH)
    page.goto(f"{office.root}/{office.landlord.slug}/complain")
    the_form(page)


def the_form(page: Page) -> None:
    """The resident's form from its first page to the reference, a picture a page."""

    def next_page(name: str, button: str = "Continue") -> None:
        sound(page)
        page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
        shot(page, f"strip-{name}", STRIP_HEIGHT)
        page.get_by_role("button", name=button, exact=True).click()

    page.get_by_label("Me, or my home").check()
    next_page("1-who")
    page.get_by_label("What went wrong?").fill(STORY)
    page.get_by_label("What would put it right?").fill("Mend the roof, and say sorry.")
    next_page("2-what")
    page.locator("#id_occurred_on_month").fill("March")
    page.locator("#id_occurred_on_year").fill("2026")
    next_page("3-when")
    page.get_by_label("There is damp or mould").check()
    next_page("4-safety")
    expect(page.get_by_role("heading", level=1)).to_have_text("Get help now")
    next_page("5-urgent", "Go on with the questions")
    next_page("6-files")
    page.get_by_label("Large print").check()
    next_page("7-needs")
    page.get_by_label("Your name").fill("Mary Osei")
    page.get_by_label("Phone number").fill("07700 900123")
    next_page("8-you")
    next_page("9-check", "Send my complaint")
    expect(page.locator(".govuk-panel")).to_be_visible()
    shot(page, "strip-10-sent", STRIP_HEIGHT)


def front_line(office: Office) -> None:
    page = office.at("contact-centre", "desk/receive")
    expect(page).to_have_title(re.compile("Take down a contact"))
    known = Case.objects.filter(landlord=office.landlord, state=State.STAGE_1_ANSWERED)[0]
    assert known.resident
    page.locator("#id_find").fill(known.resident.name)
    page.locator(f"label[for=resident_{known.resident_id}]").click()
    expect(page.locator("#near-by")).to_contain_text(known.reference)
    page.locator("#id_channel").select_option("phone")
    page.locator("#id_description").fill("The kitchen ceiling leaks again. Nobody has come back.")
    picture(page, "receive", 1150)
    page.get_by_role("link", name="Pass it on", exact=True).first.click()
    page.get_by_label("Reference of the case").fill(known.reference)
    page.get_by_label("Take it to stage 2").check()
    picture(page, "pass-on", 800)


def officer(office: Office) -> None:
    page = office.at("officer")
    expect(page.get_by_role("heading", name="Today", level=1)).to_be_visible()
    picture(page, "worklist", 1250)
    page.get_by_role("link", name="Cases", exact=True).first.click()
    page.get_by_text("Filter the list").click()
    picture(page, "filter", 900)
    for box in page.locator(".desk-rows input[type=checkbox]").all()[1:4]:
        box.check(force=True)
    page.locator("#bulk-tag").fill("complex")
    page.locator("#bulk-tag + button").click()
    expect(page.get_by_role("heading", name="3 of 3 cases")).to_be_visible()
    picture(page, "several", 640)
    page.goto(f"{office.root}/tower-hamlets-homes/desk/worklist?waiting=sorting")
    first_case(page)
    step(page, "log")
    expect(page.get_by_role("heading", name="Log the complaint", level=1)).to_be_visible()
    picture(page, "triage", 1080)


def handler(office: Office) -> None:
    page = office.at("handler")
    expect(page.get_by_role("heading", name="Next for you")).to_be_visible()
    picture(page, "handler-today", 760)
    page.goto(f"{office.root}/tower-hamlets-homes/desk/worklist?waiting=comments")
    first_case(page)
    picture(page, "case", 1250)
    step(page, "ask-comments")
    picture(page, "ask-comments", 1000)
    page.go_back()
    step(page, "submit")
    page.get_by_label("Upheld", exact=True).first.check()
    page.get_by_label("Reasons", exact=True).first.fill(REASONS)
    expect(page.locator("[data-meter]").first).to_contain_text("Reading age")
    picture(page, "submit", 1250)


def signer(office: Office) -> None:
    page = office.at("head")
    expect(page.get_by_role("heading", name="Waiting for your signature")).to_be_visible()
    picture(page, "signer-today", 700)
    page.locator(".desk-to-sign li", has_not_text="a refusal").locator("a").first.click()
    expect(page.get_by_role("button", name="Sign and issue")).to_be_visible()
    picture(page, "sign", 1400)
    page = office.at("head", "desk/cover")
    picture(page, "cover", 950)


def reviewer(office: Office) -> None:
    page = office.at("reviewer", "desk/worklist?stage=2")
    expect(page.locator(".desk-rows")).to_contain_text("Stage 2")
    picture(page, "stage-2-list", 760)
    page = office.at("reviewer", "desk/worklist?stage=2&waiting=us&sort=-received")
    first_case(page)
    picture(page, "stage-2-case", 1150)


def asked(office: Office) -> None:
    waits = Comment.objects.filter(answered_on=None, withdrawn_on=None, due_on__gte=TODAY)[0]
    mail = Message.objects.filter(case=waits.case, to_address=waits.email)[0]
    found = re.search(r"/tower-hamlets-homes/comments/\S+", mail.text)
    assert found
    page = office.open_page(width=PHONE)
    page.goto(office.root + found[0])
    page.get_by_label("Your answer").fill("We came on 4 June. Nobody was in, and we left a card.")
    picture(page, "comments-question", 1500)
    page.get_by_role("button", name="Send my answer").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    picture(page, "comments-thanks", 700)


def overseers(office: Office) -> None:
    page = office.at("member")
    expect(page.get_by_role("heading", name="Everybody’s")).to_be_visible()
    picture(page, "member-today", 900)
    page = office.at("lead", "desk/promises")
    picture(page, "promises", 760)


def administrator(office: Office) -> None:
    page = office.at("administrator", "administration/")
    picture(page, "administration", 700)
    page.get_by_role("link", name="People", exact=True).first.click()
    picture(page, "people", 900)
    page.goto(f"{office.root}/tower-hamlets-homes/administration/days")
    page.get_by_label(re.compile("on which we are closed")).check()
    page.get_by_label("Why", exact=True).fill("Staff conference")
    picture(page, "days", 1000)


ROLES: tuple[Callable[[Office], None], ...] = (
    resident,
    front_line,
    officer,
    handler,
    signer,
    reviewer,
    asked,
    overseers,
    administrator,
)


def test_each_role_sees_what_the_guide_shows(office: Office, browser: Browser) -> None:
    for role in ROLES:
        role(office)
        for context in browser.contexts:  # an open case goes on asking who else is there
            context.close()


def test_the_year_of_harrow(
    transactional_db: None, live_server: LiveServer, open_page: OpenPage, tmp_path: Path
) -> None:
    harrow = landlord_named("harrow")
    Landlord.objects.filter(pk=harrow.pk).update(demonstration=True)
    staff_of(harrow)
    write_csv(tmp_path / "cases.csv")
    assert import_cases(tmp_path / "cases.csv", harrow, at=builders.at(TODAY)).faults == []
    there = Office(harrow, live_server.url, open_page)
    page = there.at("lead", "oversight/annual?year=2023-24")
    expect(page.get_by_role("heading", name="Annual report 2023-24")).to_be_visible()
    picture(page, "annual", 1000)
