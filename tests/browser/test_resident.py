"""The resident's pages in a real browser: every page of the journey, as people come to it."""

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests import builders
from tests.browser.conftest import DESKTOP, PHONE, OpenPage, shot, sound

LONG_NAME = "Residents' Own Homes of the Very Long Valley and All Its Neighbouring Parishes " * 3
WAYS = [
    pytest.param({"width": PHONE, "javascript": False}, id="phone, no JavaScript"),
    pytest.param({"width": DESKTOP}, id="desktop"),
    pytest.param({"width": PHONE, "scheme": "dark"}, id="phone, dark"),
    pytest.param({"width": DESKTOP, "scheme": "dark"}, id="desktop, dark"),
    pytest.param({"width": DESKTOP, "forced": True}, id="forced colours"),
]


@pytest.mark.parametrize("way", WAYS)
def test_a_complaint_from_first_page_to_reference(
    open_page: OpenPage,
    live_server: LiveServer,
    way: dict[str, object],
    request: pytest.FixtureRequest,
) -> None:
    builders.landlord()
    page = open_page(**way)
    name = request.node.callspec.id.replace(", ", "-").replace(" ", "-")

    def seen(what: str) -> None:
        sound(page)
        shot(page, f"{what}-{name}")

    page.goto(f"{live_server.url}/code-model/")
    seen("1-start")
    page.get_by_role("button", name="Make a complaint").click()
    seen("2-complain")
    page.get_by_role("button", name="Continue").click()
    expect(page).to_have_title("Error: What happened – Code-Model")
    seen("3-error")
    what_happened(page)
    seen("4-safety")
    page.get_by_label("Someone is in danger now").check()
    page.get_by_role("button", name="Continue").click()
    seen("5-you")
    page.get_by_label("Your name").fill("Mary Osei " + "Ó" * 180)
    page.get_by_label("Email address").fill("mary")
    page.get_by_role("button", name="Continue").click()
    seen("6-you-error")
    page.get_by_label("Email address").fill("mary@example.org")
    page.get_by_label("A leaseholder").check()
    page.get_by_role("button", name="Continue").click()
    seen("7-check")
    page.get_by_role("button", name="Send my complaint").click()
    expect(page.get_by_role("heading", name="We have your complaint")).to_be_visible()
    expect(page.locator(".govuk-panel")).to_contain_text("MOD-000001")
    seen("8-sent")


def what_happened(page: Page) -> None:
    """Fills in the first page and goes on."""
    page.get_by_label("What went wrong?").fill("The ceiling leaks.\nNobody comes.")
    page.locator("#id_occurred_on_day").fill("3")
    page.locator("#id_occurred_on_month").fill("March")
    page.locator("#id_occurred_on_year").fill("2026")
    page.get_by_role("button", name="Continue").click()
