"""Asking for comments and answering, in a real browser: the budgets of both, by mouse and by keys.

T5: three colleagues are asked on one page with at most 5 clicks and 24 keys besides the question.
T6: who was asked answers on at most 3 pages with at most 4 clicks and no key besides the answer.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from redress.cases.access import get_case
from redress.cases.facts import facts_of
from redress.cases.models import Message
from redress.people import address_book
from redress.people.models import User
from redress.rules.access import Actor, Role, Verb
from redress.rules.facts_comments import CommentFacts
from redress.web import clock
from tests import builders
from tests.browser.conftest import DESKTOP, PHONE, OpenPage, shot, sound
from tests.rules.inputs import ROOFER, SURVEYOR, ask
from tests.web.desk.conftest import TODAY, opened

QUESTION = "When did you come, and what did you find?"
ANSWER = "We came on 3 April. The flashing was loose."
PEOPLE = [
    ("Sam Roy", "Axis Roofing", "sam@axis.example"),
    ("Uma Patel", "Surveyors", "uma@council.example"),
    ("Lee Wong", "Lifts", "lee@lifts.example"),
    ("Ida Fox", "Fox Drains", "ida@fox.example"),
]


@dataclass
class Counter:
    """Does as a person would, and counts clicks, keys and pages."""

    page: Page
    clicks: int = 0
    keys: int = 0
    pages: int = 0

    def __post_init__(self) -> None:
        self.page.on("framenavigated", lambda frame: self._turned())

    def _turned(self) -> None:
        self.pages += 1

    def click(self, role: str, name: str) -> None:
        self.page.get_by_role(role, name=name, exact=True).click()  # type: ignore[arg-type]
        self.clicks += 1

    def tick(self, label: str) -> None:
        self.page.get_by_label(label).click()
        self.clicks += 1

    def press(self, key: str, times: int = 1) -> None:
        for _ in range(times):
            self.page.keyboard.press(key)
        self.keys += times

    def tab_to(self, selector: str) -> None:
        """Tab on until this has the focus, each Tab counted; never more than a page has."""
        for _ in range(40):
            if self.page.evaluate("s => document.activeElement.matches(s)", selector):
                return
            self.press("Tab")
        raise AssertionError(f"Tab does not come to {selector}")

    def types(self, text: str) -> None:
        """Free text, which is not counted."""
        self.page.keyboard.type(text)


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: builders.at(TODAY))


@pytest.fixture
def desk(db: None) -> builders.Desk:
    landlord = builders.landlord()
    for name, organisation, email in PEOPLE:
        address_book.keep(
            landlord,
            name=name,
            organisation=organisation,
            email=email,
            manager_email=f"boss.{email}",
        )
    return builders.Desk(landlord, builders.user(landlord, Role.COMPLAINTS_OFFICER))


def sign_in(page: Page, root: str, actor: Actor) -> None:
    page.goto(f"{root}/sign-in")
    page.get_by_label("Email address", exact=True).fill(User.objects.get(pk=actor.id).email)
    page.get_by_label("Password", exact=True).fill("x")
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(lambda url: "sign-in" not in url)


def asked_of(desk: builders.Desk, reference: str) -> tuple[CommentFacts, ...]:
    return facts_of(get_case(desk.actor, desk.landlord, reference)).comments


def link(root: str, to: str = "sam@axis.example") -> str:
    """The link in the mail to somebody, at the address of the server under test."""
    mail = Message.objects.filter(to_address=to).order_by("-pk")[0]
    found = re.search(r"/code-model/comments/\S+", mail.text)
    assert found
    return root + found[0]


def test_three_are_asked_within_the_budget(
    open_page: OpenPage, live_server: LiveServer, desk: builders.Desk
) -> None:
    reference = opened(desk)
    page = open_page()
    sign_in(page, live_server.url, desk.actor)
    page.goto(f"{live_server.url}/code-model/desk/case/{reference}/ask-comments")
    sound(page)
    counter = Counter(page)
    for name, organisation, _ in PEOPLE[:3]:
        counter.tick(f"{name}, {organisation}")
    page.get_by_label("What do you need to know?").click()
    counter.clicks += 1
    counter.types(QUESTION)
    shot(page, "comments-01-ask")
    counter.click("button", "Ask for comments")
    expect(page.get_by_role("alert")).to_contain_text("They are asked")
    sound(page)
    shot(page, "comments-02-case")
    assert len(asked_of(desk, reference)) == 3
    assert (counter.pages, counter.clicks, counter.keys) == (1, 5, 0)


def test_three_are_asked_by_keyboard_alone(
    open_page: OpenPage, live_server: LiveServer, desk: builders.Desk
) -> None:
    reference = opened(desk)
    page = open_page()
    sign_in(page, live_server.url, desk.actor)
    page.goto(f"{live_server.url}/code-model/desk/case/{reference}/ask-comments")
    page.locator("#id_people_0").focus()  # where the skip link and a few Tabs lead
    counter = Counter(page)
    for number in range(3):
        counter.tab_to(f"#id_people_{number}")
        counter.press("Space")
    counter.tab_to("#id_question")
    counter.types(QUESTION)
    counter.tab_to("main form button.govuk-button")
    counter.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("They are asked")
    assert len(asked_of(desk, reference)) == 3
    assert counter.keys <= 24 and counter.clicks == 0, counter.keys


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "plain"])
def test_who_was_asked_answers_within_the_budget(
    open_page: OpenPage, live_server: LiveServer, desk: builders.Desk, javascript: bool
) -> None:
    reference = opened(desk)
    given = ask(date(2026, 5, 15), ROOFER, SURVEYOR, issues=(1,), address=True)
    desk.does(reference, Verb.ASK_COMMENTS, given, TODAY)
    page = open_page(width=PHONE if javascript else DESKTOP, javascript=javascript)
    counter = Counter(page)
    page.goto(link(live_server.url))
    sound(page)
    shot(page, f"comments-03-question-{javascript}")
    page.get_by_label("Your answer").click()
    counter.clicks += 1
    counter.types(ANSWER)
    counter.click("button", "Send my answer")
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    sound(page)
    shot(page, f"comments-04-thanks-{javascript}")
    assert asked_of(desk, reference)[0].answer == ANSWER
    counter.clicks += 1  # on the link in the mail
    assert counter.pages <= 3 and counter.clicks <= 4 and counter.keys == 0


def test_it_is_answered_by_keyboard_alone(
    open_page: OpenPage, live_server: LiveServer, desk: builders.Desk
) -> None:
    reference = opened(desk)
    desk.does(reference, Verb.ASK_COMMENTS, ask(date(2026, 5, 15)), TODAY)
    page = open_page()
    page.goto(link(live_server.url))
    counter = Counter(page)
    counter.tab_to("#id_answer")
    counter.types(ANSWER)
    counter.tab_to("main form button.govuk-button")
    counter.press("Enter")
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    assert asked_of(desk, reference)[0].answer == ANSWER
    assert counter.clicks == 0


LONG = ("Óscar ‏שרה 😀 von der Lengthy-Hyphenatedname" * 6)[:100]
WAYS = [
    pytest.param({"width": PHONE, "javascript": False}, id="phone-plain"),
    pytest.param({"width": PHONE, "scheme": "dark"}, id="phone-dark"),
    pytest.param({"width": DESKTOP, "scheme": "dark"}, id="desktop-dark"),
    pytest.param({"width": DESKTOP, "forced": True}, id="forced-colours"),
]


@pytest.mark.parametrize("way", WAYS)
def test_every_page_of_it_holds(
    open_page: OpenPage,
    live_server: LiveServer,
    desk: builders.Desk,
    monkeypatch: pytest.MonkeyPatch,
    way: dict[str, object],
    request: pytest.FixtureRequest,
) -> None:
    """Empty, full, long, refused and over."""
    name, page = request.node.callspec.id, open_page(**way)
    sign_in(page, live_server.url, desk.actor)
    see = seer(page, f"{live_server.url}/code-model/", name)
    see("desk/comments-asked", "empty")
    long = address_book.keep(desk.landlord, name=LONG, organisation=LONG, email="l@example.org")
    reference = opened(desk)
    people = (ROOFER, SURVEYOR, type(ROOFER)(name=LONG, organisation=LONG, email="l@example.org"))
    given = ask(TODAY, *people, issues=(1,), address=True, question=LONG * 3)
    desk.does(reference, Verb.ASK_COMMENTS, given, TODAY)
    see(link("")[len("/code-model/") :], "question")
    page.get_by_role("button", name="Send my answer").click()
    expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()
    sound(page)
    shot(page, f"comments-{name}-refused")
    monkeypatch.setattr(clock, "now", lambda: builders.at(date(2026, 5, 14)))
    for path in ("comments-asked", "address-book", f"address-book/{long.pk}"):
        see(f"desk/{path}", path.replace("/", "-"))
    for word in ("", "/ask-comments", "/comment", "/chase-comments", "/withdraw-comments"):
        see(f"desk/case/{reference}{word}", f"case{word.replace('/', '-')}")
    page.goto(f"{live_server.url}/code-model/comments/x")
    sound(page)
    monkeypatch.setattr(clock, "now", lambda: builders.at(date(2026, 7, 14)))
    page.goto(link(live_server.url))
    sound(page)
    shot(page, f"comments-{name}-over")


def seer(page: Page, root: str, name: str) -> Callable[[str, str], None]:
    """Opens a page, judges it and takes its picture."""

    def see(path: str, what: str) -> None:
        page.goto(root + path)
        sound(page)
        shot(page, f"comments-{name}-{what}")

    return see
