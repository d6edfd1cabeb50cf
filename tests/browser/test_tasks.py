"""The tasks of a desk's day within their budgets of pages, clicks and keys, by mouse and by keys
alone. What they take in seconds is told by `bench/tasks.py`: no test reads a clock.
"""

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from redress.people.models import User
from redress.rules.access import Actor, Role
from redress.web import clock
from tests import builders
from tests.browser.conftest import OpenPage
from tests.browser.hands import Hands
from tests.browser.journeys import JOURNEYS, Journey, Office, travel
from tests.web.desk.conftest import TODAY


@pytest.fixture
def office(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> Office:
    now = builders.at(TODAY)
    monkeypatch.setattr(clock, "now", lambda: now)
    landlord = builders.landlord("tower-hamlets-homes", "THH")
    return Office(
        landlord,
        officer=builders.user(landlord, Role.COMPLAINTS_OFFICER),
        head=builders.user(landlord, Role.HEAD_OF_SERVICE, name="Carol Jones"),
        handler=builders.user(landlord, Role.HANDLER, name="Ben Ford"),
        leaver=builders.user(landlord, Role.HANDLER, name="Zoe Lang"),
        now=now,
    )


def sign_in(page: Page, root: str, actor: Actor) -> None:
    page.goto(f"{root}/sign-in")
    page.get_by_label("Email address", exact=True).fill(User.objects.get(pk=actor.id).email)
    page.get_by_label("Password", exact=True).fill("x")
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(lambda url: "sign-in" not in url)


@pytest.mark.parametrize("keyboard", [False, True], ids=["mouse", "keys"])
@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.code.replace(" ", "-"))
def test_a_task_is_within_its_budget(
    open_page: OpenPage, live_server: LiveServer, office: Office, journey: Journey, keyboard: bool
) -> None:
    page, budget = open_page(), journey.budget
    # The tests' database in memory makes no request wait for another, but fails it. What pages send
    # by themselves beside the task is therefore left out; `test_sign.py` has it.
    for beside in ("**/autosave", "**/here"):
        page.route(beside, lambda route: route.fulfill(status=204))
    if journey.by:
        sign_in(page, live_server.url, getattr(office, journey.by))
    hands = Hands(page, keyboard)
    travel(journey, hands, office, live_server.url)
    print(journey.code, hands.pages, hands.clicks, hands.keys, round(hands.seconds, 1))
    assert hands.pages <= budget.pages + journey.more_pages
    if keyboard:  # keys are all there is: their budget is that of the time
        assert hands.clicks == 0
    else:
        assert hands.clicks <= budget.clicks
        assert hands.keys <= budget.keys
