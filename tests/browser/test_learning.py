"""The pages of learning in a real browser, with the longest words: the register, quality checks and
the residents' panel."""

from dataclasses import replace
from datetime import date

import pytest
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from redress.cases.access import get_case
from redress.learning import panel, quality, store
from redress.people.models import Landlord
from redress.rules.access import Actor, Role, Verb
from tests import builders
from tests.browser.conftest import DESKTOP, PHONE, OpenPage, shot, sound
from tests.browser.test_oversight import sign_in
from tests.rules.inputs import learned
from tests.rules.test_improvements import SAID
from tests.web.desk.conftest import answered

WIDE = "W" * 100
NOW = builders.at(date(2026, 5, 20))
PAGES = (
    "improvements",
    "improvements?show=done",
    "improvement/1",
    "improvement/1/change-improvement",
    "improvements/add-improvement",
    "quality",
    "quality/1/sample",
    "quality/1/1/score",
    "panel",
    "panel/1/panel-pack",
    "panel/1/1/panel-case",
    "panel/1/panel-print",
)


@pytest.fixture
def landlord(transactional_db: None) -> Landlord:
    made = builders.landlord()
    officer = builders.user(made, Role.COMPLAINTS_OFFICER)
    head = builders.user(made, Role.HEAD_OF_SERVICE, name=WIDE)
    desk = builders.Desk(made, officer)
    references = [answered(desk, description=f"{WIDE} {WIDE}") for _ in range(2)]
    desk.does(references[0], Verb.LEARN, learned(lesson=WIDE), NOW.date())
    _fill(made, officer, head, references[0])
    return made


def _fill(made: Landlord, officer: Actor, head: Actor, reference: str) -> None:
    case = get_case(officer, made, reference)
    entry = replace(SAID, what=WIDE, owner=WIDE, cause="hand_over", service=WIDE)
    store.add(made, entry, officer, NOW, [(case, 1)])
    quality.draw(made, date(2026, 5, 1), date(2026, 5, 20), 5, head, NOW)
    pack = panel.begin(made, WIDE, officer, NOW)
    row = panel.put_in(pack, reference, officer)
    panel.confirm(row, row.texts, officer, NOW)
    panel.note(pack, row, WIDE, officer, NOW)


def test_every_page_of_learning(
    open_page: OpenPage, live_server: LiveServer, landlord: Landlord
) -> None:
    page = open_page(width=DESKTOP, scheme="dark")
    sign_in(page, live_server)
    for number, at in enumerate(PAGES):
        width = PHONE if number % 2 else DESKTOP
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"{live_server.url}/code-model/oversight/{at}")
        sound(page)
        shot(page, f"learning-{number}")
    page.goto(f"{live_server.url}/code-model/oversight/improvement/1/change-improvement")
    expect(page.get_by_role("button", name="Keep the improvement")).to_be_visible()
