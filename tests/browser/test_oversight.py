"""The pages around the work in a real browser: signing in, choosing, reading figures, faults."""

from datetime import date

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from redress.assessment.imports import import_form
from redress.people.models import Landlord, User
from redress.publishing import store
from redress.reports.models import Pack
from redress.rules.access import Role
from redress.rules.assessment import Body
from redress.rules.figures_year import Year
from redress.rules.publishing import Given
from redress.work import make_packs
from tests import builders
from tests.browser.conftest import DESKTOP, PHONE, OpenPage, shot, sound
from tests.rules.forms import text
from tests.rules.second_form import LINES
from tests.rules.second_form import text as second

WAYS = [
    pytest.param({"width": PHONE}, id="phone"),
    pytest.param({"width": DESKTOP, "scheme": "dark"}, id="desktop, dark"),
    pytest.param({"width": PHONE, "forced": True}, id="phone, forced colours"),
]
WIDE = "W" * 120


@pytest.fixture
def landlord(transactional_db: None) -> Landlord:
    """A landlord and a director with the longest names, and a few cases with the longest words."""
    made = builders.landlord()
    made.name = "Residents of the Long Valley " * 6 + WIDE[:26]
    made.save()
    actor = builders.user(made, Role.DIRECTOR, Role.COMPLAINTS_OFFICER)
    User.objects.filter(pk=actor.id).update(name=WIDE)
    desk = builders.Desk(made, actor)
    desk.receive(date(2024, 6, 3), service=WIDE[:100], category=WIDE[:100])
    desk.receive(date(2025, 6, 3))
    form = text(p6_2=f"6.2\t{WIDE}\tYes\t{WIDE}\t\n\nCommented [GH1]: {WIDE}")
    make_packs.run(builders.at(date(2026, 4, 7)))
    at, other = (
        builders.at(date(2026, 4, 1)),
        second(f"2.1\t{WIDE}\tYes\t{WIDE}\t{WIDE}", *LINES[3:]),
    )
    import_form(made, Year(2025), "form.txt", form.encode(), actor, at)
    import_form(made, Year(2025), "second.txt", other.encode(), actor, at, Body.LGSCO)
    said = Given(response=WIDE, response_by=WIDE, response_on=date(2026, 4, 1))
    store.draft(made, Year(2025), said, actor, builders.at(date(2026, 4, 1)), date(2026, 4, 1))
    return made


def sign_in(page: Page, live_server: LiveServer) -> None:
    page.goto(f"{live_server.url}/sign-in")
    page.get_by_label("Email address").fill("amina.khan.code-model@example.org")
    page.get_by_label("Password").fill("x")
    page.locator("main").get_by_role("button", name="Sign in").click()


@pytest.mark.parametrize("way", WAYS)
def test_staff_sign_in_and_read_the_report(
    open_page: OpenPage,
    live_server: LiveServer,
    landlord: Landlord,
    way: dict[str, object],
    request: pytest.FixtureRequest,
) -> None:
    page = open_page(**way)
    name = request.node.callspec.id.replace(", ", "-").replace(" ", "-")
    sign_in(page, live_server)
    expect(page).to_have_url(f"{live_server.url}/code-model/desk/")
    for address, what in (
        ("/code-model/oversight/annual", "annual"),
        ("/code-model/oversight/annual?year=2024-25", "annual-before"),
        ("/code-model/oversight/annual?year=2010-11", "annual-none"),
        ("/code-model/oversight/figures?period=2024-25", "figures"),
        ("/code-model/oversight/figures?own=soon", "figures-wrong"),
        ("/code-model/oversight/figure-list/received?period=2024-25", "figure-list"),
        ("/code-model/oversight/returns?year=2024-25", "returns"),
        ("/code-model/oversight/overview", "overview"),
        ("/code-model/oversight/packs", "packs"),
        (f"/code-model/oversight/packs/{Pack.objects.latest('pk').pk}", "pack"),
        ("/code-model/oversight/packs/now/board-pack", "pack-now"),
        ("/code-model/oversight/self-assessment?year=2025-26", "self-assessment"),
        ("/code-model/oversight/self-assessment?year=2010-11", "self-assessment-none"),
        ("/code-model/oversight/self-assessment/2025-26/provision/6.2", "provision"),
        ("/code-model/oversight/self-assessment/2025-26/approve", "approve-assessment"),
        ("/code-model/oversight/self-assessment?year=2025-26&code=lgsco", "second"),
        ("/code-model/oversight/self-assessment/2025-26/provision/2.1?code=lgsco", "second-one"),
        ("/code-model/oversight/self-assessment/circumstances", "circumstances"),
        ("/code-model/oversight/publish", "publish"),
        ("/code-model/oversight/publish/preview/2025-26/self-assessment.html", "preview"),
        ("/code-model/oversight/submission?year=2025-26", "submission"),
        ("/code-model/", "start-long"),
    ):
        page.goto(live_server.url + address)
        sound(page)
        shot(page, f"{what}-{name}")


@pytest.mark.parametrize("way", WAYS)
def test_what_goes_wrong_is_shown_soundly(
    open_page: OpenPage, live_server: LiveServer, landlord: Landlord, way: dict[str, object]
) -> None:
    page = open_page(**way)
    page.goto(f"{live_server.url}/sign-in")
    page.locator("main").get_by_role("button", name="Sign in").click()
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    sound(page)
    for address in ("/nowhere", "/code-model/complain/sent", "/"):
        page.goto(live_server.url + address)
        sound(page)
    builders.landlord("harrow", "HAR")
    sign_in(page, live_server)
    page.goto(f"{live_server.url}/harrow/oversight/annual")
    expect(page.get_by_role("heading", level=1)).to_have_text("You cannot see this page")
    sound(page)


def test_the_whole_way_by_keyboard(
    open_page: OpenPage, live_server: LiveServer, landlord: Landlord
) -> None:
    """Tab, space and enter alone: the skip link, a form, its errors, and on to the end."""
    page = open_page()
    page.goto(f"{live_server.url}/code-model/complain")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.get_by_role("radio").first).to_be_checked()
    to_the_button(page)
    page.locator("main").focus()
    page.locator("textarea").first.focus()
    page.keyboard.type("The ceiling leaks.")
    to_the_button(page)
    to_the_button(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Safety")
    page.get_by_role("checkbox").last.focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("checkbox").last).to_be_checked()
    for heading in ("Photos and files", "What you need from us", "About you"):
        to_the_button(page)
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    to_the_button(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Check your answers")
    to_the_button(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("We have your complaint")


def to_the_button(page: Page) -> None:
    """Tabs on until the form's button has the focus, and presses it."""
    for _ in range(40):
        if page.evaluate(
            "document.activeElement.matches('main form button.govuk-button:not([name])')"
        ):
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{page.url}: the button is not reached by Tab")
