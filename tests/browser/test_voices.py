"""What residents say and the Ombudsman's cases, in a real browser: on a phone and on the desk."""

from collections.abc import Iterator
from datetime import date

import pytest
from pytest_django.live_server_helper import LiveServer

from redress.ombudsman import store as register
from redress.people.models import Landlord
from redress.rules.access import Role, Verb
from redress.rules.actions.close import Close
from redress.rules.ombudsman import Asks, Body, Duty, Element, Entry, Found, Status
from redress.rules.satisfaction import AskingPlan
from redress.rules.survey import Counts, Of
from redress.rules.survey_rows import Survey
from redress.satisfaction import asking, store
from redress.satisfaction.links import token_of
from redress.satisfaction.models import Asked
from redress.web import clock
from tests import builders
from tests.browser.conftest import DESKTOP, PHONE, OpenPage, nothing_sideways, shot, sound
from tests.browser.test_oversight import sign_in
from tests.builders import at
from tests.web.desk.conftest import TODAY, answered, opened

WORD = "W" * 120


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(clock, "now", lambda: at(TODAY))
    yield


@pytest.fixture
def desk(transactional_db: None) -> builders.Desk:
    made = builders.landlord()
    return builders.Desk(made, builders.user(made, Role.COMPLAINTS_OFFICER))


def told(desk: builders.Desk) -> str:
    """A resident who was asked; gives the token of the link."""
    asking.choose(desk.landlord, AskingPlan(0), TODAY, desk.actor, at(TODAY))
    reference = answered(desk, resident=builders.resident(desk.landlord).pk)
    desk.does(reference, Verb.CLOSE, Close(), TODAY)
    asking.run(at(TODAY))
    return token_of(Asked.objects.get(), desk.landlord)


def given(landlord: Landlord, desk: builders.Desk) -> int:
    """A survey, and a case of ours that the Ombudsman determined, with an order overdue and an
    answer asked for; gives its number."""
    counts = Counts(put_to=172, complained=55, satisfied=10, neither=5, dissatisfied=40)
    survey = Survey(name=WORD, held_from=TODAY, held_to=TODAY, lines={Of.ALL: counts})
    store.keep_survey(landlord, survey, desk.actor, at(TODAY))
    entry = Entry(
        body=Body.HOUSING,
        reference="W" * 40,
        received_on=TODAY,
        case=opened(desk),
        reasons=(WORD,),
        status=Status.DETERMINED,
        decided_on=TODAY,
        elements=(Element(WORD, Found.MALADMINISTRATION),),
    )
    row = register.keep(landlord, entry, desk.actor, at(TODAY), TODAY)
    for duty in (
        Duty(Asks.ORDER, WORD, None, date(2026, 5, 1), pounds=200),
        Duty(Asks.ANSWER, WORD, TODAY, TODAY, stage=1),
    ):
        register.keep_duty(row, duty, desk.actor, at(TODAY), TODAY)
    return row.pk


def test_a_resident_says_how_it_was_handled_on_a_phone(
    live_server: LiveServer, open_page: OpenPage, desk: builders.Desk
) -> None:
    page = open_page(width=PHONE)
    page.goto(f"{live_server.url}/code-model/how-we-did/{told(desk)}")
    sound(page)
    nothing_sideways(page)
    page.get_by_label("Badly", exact=True).check()
    page.get_by_label("In part", exact=True).check()
    page.get_by_role("button", name="Send my answers").click()
    page.get_by_text("We are sorry that you are not happy.").wait_for()
    sound(page)
    shot(page, "how-we-did")
    page.get_by_role("button", name="Complain about how we dealt with it").click()
    page.wait_for_url("**/code-model/complain")


def test_each_page_of_them_is_sound(
    live_server: LiveServer, open_page: OpenPage, desk: builders.Desk
) -> None:
    told(desk)
    number = given(desk.landlord, desk)
    page = open_page(width=DESKTOP, scheme="dark")
    sign_in(page, live_server)
    paths = (
        *("what-they-say", "what-they-say/survey", "what-they-say/survey-file"),
        *("what-they-say/unhappy-file", "what-they-say/when-asked", "ombudsman"),
        *("ombudsman?show=all", f"ombudsman/{number}", f"ombudsman/{number}/change"),
        *(f"ombudsman/{number}/asked", "ombudsman/year/2026-27", f"ombudsman/{number}/evidence"),
        f"../desk/case/{register.row_of(desk.landlord, number).case.reference}",
        "../desk/which-ombudsman?matters=supported&matters=charge_amount&person=tenant"
        "&landlord=council",
    )
    for turn, path in enumerate(paths):
        page.set_viewport_size({"width": PHONE if turn % 2 else DESKTOP, "height": 900})
        page.goto(f"{live_server.url}/code-model/oversight/{path}")
        sound(page)
        nothing_sideways(page)
