"""Taking down a call and sorting it, with pages, clicks and keys counted against the budgets.

A click on a label is a click. Keys are those outside free text (what happened, an issue): the
letters of a name, of a list's choice, Tab and Enter.
"""

from dataclasses import dataclass
from datetime import date

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from redress.cases.models import Case
from redress.people.models import Landlord, User
from redress.rules.access import Actor, Role
from redress.rules.actions.receive import NewIssue
from redress.rules.facts import Kind, State
from redress.web import clock
from tests import builders
from tests.browser.conftest import DESKTOP, PHONE, OpenPage, shot, sound
from tests.web.desk.conftest import TODAY, case_of, opened, received

TEXT = "The kitchen ceiling leaks again and nobody has been to look."


@dataclass
class Counted:
    """A page on which every click and key is counted, and every page that loads."""

    page: Page
    clicks: int = 0
    keys: int = 0
    pages: int = 1

    def __post_init__(self) -> None:
        self.page.on("load", self._loaded)

    def _loaded(self, page: Page) -> None:
        self.pages += 1

    def click(self, label: str) -> None:
        self.clicks += 1
        self.page.locator("label:visible, summary:visible").get_by_text(label, exact=True).click()

    def press(self, words: str) -> None:
        self.clicks += 1
        self.page.get_by_role("button", name=words, exact=True).click()

    def type(self, text: str) -> None:
        self.keys += len(text)
        self.page.keyboard.type(text)

    def key(self, name: str, times: int = 1) -> None:
        self.keys += times
        for _ in range(times):
            self.page.keyboard.press(name)

    def free(self, text: str) -> None:
        """What somebody said: its keys are not counted."""
        self.page.keyboard.type(text)

    def tab_to(self, selector: str) -> None:
        """By keyboard alone: on to this field."""
        for _ in range(60):
            if self.page.locator(selector).evaluate("e => e === document.activeElement"):
                return
            self.key("Tab")
        raise AssertionError(f"Tab never comes to {selector}")


@pytest.fixture
def landlord(transactional_db: None) -> Landlord:
    return builders.landlord()


@pytest.fixture
def officer(landlord: Landlord) -> Actor:
    return builders.user(landlord, Role.COMPLAINTS_OFFICER)


@pytest.fixture
def desk(landlord: Landlord, officer: Actor) -> builders.Desk:
    return builders.Desk(landlord, officer)


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> date:
    monkeypatch.setattr(clock, "now", lambda: builders.at(TODAY))
    return TODAY


def signed_in(page: Page, server: LiveServer, actor: Actor, path: str) -> Page:
    page.goto(f"{server.url}/sign-in")
    page.get_by_label("Email address").fill(User.objects.get(pk=actor.id).email)
    page.get_by_label("Password").fill("x")
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(lambda url: "sign-in" not in url)
    page.goto(f"{server.url}/code-model/desk/{path}")
    return page


def within(counted: Counted, *, pages: int, clicks: int, keys: int) -> None:
    print(f"{counted.pages - 1} pages, {counted.clicks} clicks, {counted.keys} keys")
    # the page after the last button is where it ends, not a page of the task
    assert counted.pages - 1 <= pages
    assert counted.clicks <= clicks and counted.keys <= keys


def test_a_call_from_somebody_known_is_one_page(
    open_page: OpenPage, live_server: LiveServer, desk: builders.Desk, officer: Actor
) -> None:
    """T1: 1 page, 6 clicks, 30 keys."""
    mary = builders.resident(desk.landlord)
    open_case = opened(desk, resident=mary.pk)
    task = Counted(signed_in(open_page(), live_server, officer, "receive"))
    task.click("Find the resident (optional)")
    task.type("osei elm")
    task.clicks += 1
    task.page.locator(f"label[for=resident_{mary.pk}]").click()
    task.click("How it came in")
    task.type("ph")
    task.click("What happened")
    task.free(TEXT)
    expect(task.page.locator("#near-by")).to_contain_text(open_case)
    expect(task.page.locator("#near-by")).to_contain_text("May be the same matter.")
    sound(task.page)
    shot(task.page, "intake-t1")
    task.press("Take it down")
    expect(task.page.get_by_role("alert")).to_contain_text("It is taken down.")
    within(task, pages=1, clicks=6, keys=30)
    taken = Case.objects.exclude(reference=open_case).get()
    assert (taken.resident_id, taken.channel, taken.description) == (mary.pk, "phone", TEXT)


def test_a_call_for_somebody_unknown_by_a_representative(
    open_page: OpenPage, live_server: LiveServer, desk: builders.Desk, officer: Actor
) -> None:
    """T2: 2 pages, 10 clicks, 90 keys; whether the resident agrees is recorded."""
    task = Counted(signed_in(open_page(), live_server, officer, "receive"))
    task.click("Somebody new")
    task.click("Name (optional)")
    task.type("Tom Bradley")
    task.key("Tab")
    task.type("07700900456")
    task.key("Tab", 2)
    task.type("9 Mill Court")
    task.key("Tab")
    task.type("e14ab")
    task.click("Somebody speaks for them")
    task.click("Name of whoever speaks for them (optional)")
    task.type("Ann Bradley")
    task.key("Tab")
    task.type("f")
    task.key("Tab")
    task.type("a")
    task.click("How it came in")
    task.type("ph")
    task.click("What happened")
    task.free(TEXT)
    shot(task.page, "intake-t2")
    sound(task.page)
    task.press("Take it down")
    expect(task.page.get_by_role("alert")).to_contain_text("It is taken down.")
    within(task, pages=2, clicks=10, keys=90)
    case = case_of(desk, Case.objects.get().reference)
    speaker = case.intake.representative
    assert speaker and (speaker.name, speaker.kind, speaker.consent) == (
        "Ann Bradley",
        "friend",
        "asked",
    )


def test_triage_with_priority_and_handler_is_one_page(
    open_page: OpenPage, live_server: LiveServer, desk: builders.Desk, officer: Actor
) -> None:
    """T3: 1 page, 4 clicks, 6 keys."""
    builders.user(desk.landlord, Role.HANDLER, name="Eve Hall")
    ref = received(desk, service="", category="")
    task = Counted(signed_in(open_page(), live_server, officer, f"case/{ref}/log"))
    task.click("What kind of problem (optional)")
    task.type("lea")
    task.click("Who will handle it (optional)")
    task.type("eve")
    task.click("High")
    sound(task.page)
    shot(task.page, "intake-t3")
    task.press("Log the complaint")
    expect(task.page.get_by_role("alert")).to_contain_text("The complaint is logged.")
    within(task, pages=1, clicks=4, keys=6)
    case = case_of(desk, ref)
    assert (case.state, case.service, case.category) == (State.STAGE_1_LOGGED, "Repairs", "leak")
    assert (case.priority, User.objects.get(pk=case.handler).name) == ("high", "Eve Hall")


def test_a_call_and_its_triage_by_keyboard_alone(
    open_page: OpenPage, live_server: LiveServer, desk: builders.Desk, officer: Actor
) -> None:
    mary = builders.resident(desk.landlord)
    task = Counted(signed_in(open_page(), live_server, officer, "receive"))
    task.tab_to("#id_find")
    task.type("osei")
    task.page.locator("label", has_text="Mary Osei").wait_for()
    task.tab_to("#resident_none")
    task.key("ArrowUp")
    expect(task.page.locator(f"#resident_{mary.pk}")).to_be_checked()
    task.tab_to("#id_channel")
    task.type("ph")
    task.tab_to("#id_description")
    task.free(TEXT)
    task.tab_to("#id_outcome_sought")
    last = "form[data-look] > button:last-of-type"
    task.tab_to(last)
    task.key("Enter")
    expect(task.page.get_by_role("alert")).to_contain_text("It is taken down.")
    case = Case.objects.get()
    assert case.resident_id == mary.pk
    task.page.goto(f"{live_server.url}/code-model/desk/case/{case.reference}/log")
    task.tab_to("#id_category")
    task.type("leak")
    task.tab_to("#id_issue_1_summary")
    task.free("The ceiling leaks")
    task.key("Tab")
    task.page.keyboard.press("Enter")
    expect(task.page.get_by_role("alert")).to_contain_text("The complaint is logged.")


@pytest.mark.parametrize(
    ("width", "scheme"), [(DESKTOP, "light"), (PHONE, "light"), (PHONE, "dark")]
)
def test_every_page_of_taking_in_looks_sound(
    open_page: OpenPage, live_server: LiveServer, desk: builders.Desk, officer: Actor,
    width: int, scheme: str,
) -> None:  # fmt: skip
    long = "Wolfeschlegelsteinhausenbergerdorff " * 5
    builders.resident(desk.landlord, name=long.strip())
    speaks = {"risks": ("danger_now", "damp_and_mould"), "issues": (NewIssue(summary=long),) * 2}
    ref = received(desk, **speaks)
    asked = received(desk, kind=Kind.SERVICE_REQUEST, description=f"Still waiting. {long}")
    page = signed_in(open_page(width=width, scheme=scheme), live_server, officer, "receive")
    page.locator("#id_find").fill("wolfe")
    page.locator("label", has_text="Wolfe").first.click()
    page.wait_for_timeout(500)
    for summary in page.locator("summary:visible").all():
        summary.click()
    sound(page)
    shot(page, f"intake-receive-{width}-{scheme}")
    for path in (
        f"case/{ref}", f"case/{ref}/log", f"case/{ref}/classify", f"case/{ref}/hand-over",
        f"case/{ref}/refuse", f"case/{asked}", f"case/{asked}/record-call", "requests-to-check",
    ):  # fmt: skip
        page.goto(f"{live_server.url}/code-model/desk/{path}")
        for summary in page.locator("main summary:visible").all():
            summary.click()
        sound(page)
        shot(page, f"intake-{path.replace('/', '-')}-{width}-{scheme}")


def test_without_javascript_find_shows_the_same(
    open_page: OpenPage, live_server: LiveServer, desk: builders.Desk, officer: Actor
) -> None:
    mary = builders.resident(desk.landlord)
    ref = opened(desk, resident=mary.pk)
    page = signed_in(open_page(javascript=False), live_server, officer, "receive")
    page.locator("#id_description").fill(TEXT)
    page.locator("#id_find").fill("osei")
    page.get_by_role("button", name="Find them", exact=True).click()
    page.locator(f"#resident_{mary.pk}").check(force=True)
    page.get_by_role("button", name="Find them", exact=True).click()
    expect(page.locator("#near-by")).to_contain_text(ref)
    assert page.locator("#id_description").input_value() == TEXT
    page.locator("#id_channel").select_option("phone")
    page.get_by_role("button", name="Take it down", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("It is taken down.")
