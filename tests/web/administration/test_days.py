"""Bank holidays and closures in the browser: set after looking at what they change."""

from datetime import date

import pytest
from django.test import Client

from redress.cases.models import Redating
from redress.people.models import ClosureDay, Landlord
from redress.rules.access import Role
from redress.web import clock
from redress.work import redate
from tests import builders
from tests.web.desk.conftest import TODAY, browser_of, opened
from tests.web.reader import sound

HERE = "/code-model/administration/days"
MON = {"date_day": "18", "date_month": "5", "date_year": "2026", "why": "Staff <day>"}


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: builders.at(TODAY))


@pytest.fixture
def browser(landlord: Landlord) -> Client:
    both = (Role.ADMINISTRATOR, Role.COMPLAINTS_OFFICER)
    return browser_of(builders.user(landlord, *both, name="Jo Whitfield"))


def test_looked_at_set_and_told_on_the_case(landlord: Landlord, browser: Client) -> None:
    desk = builders.Desk(landlord, builders.user(landlord, Role.COMPLAINTS_OFFICER))
    reference = opened(desk)
    look = browser.post(HERE, MON | {"what": "closure"})
    page = sound(browser.get(look["Location"]))
    assert "We are closed on Monday 18 May 2026: Staff <day>." in page.words
    assert (
        f"{reference} Respond by, our promise: Thu 21 May 2026, was Wed 20 May 2026" in page.words
    )
    assert not ClosureDay.objects.exists()
    for _ in range(2):  # pressed twice
        assert browser.post(look["Location"])["Location"] == HERE
    assert ClosureDay.objects.count() == Redating.objects.count() == 1
    assert "Mon 18 May 2026 Closed Staff <day> Take away" in sound(browser.get(HERE)).words
    redate.run(builders.at(TODAY))
    words = sound(browser.get(f"/code-model/desk/case/{reference}")).words
    assert "Dates worked out again" in words and "Thu 21 May 2026, was Wed 20 May 2026" in words
    log = sound(browser.get("/code-model/administration/log")).words
    assert "Day off set Mon 18 May 2026 Because Staff <day> Jo Whitfield" in log


def test_a_bank_holiday_names_the_other_landlords_it_is_for(browser: Client) -> None:
    builders.landlord("harrow", "HAR")
    look = browser.post(HERE, MON | {"what": "holiday"})["Location"]
    assert "Harrow" in sound(browser.get(look)).words
    look = browser.post(HERE, MON | {"what": "closure"})["Location"]
    assert "Harrow" not in sound(browser.get(look)).words


def test_what_is_wrong_is_said_and_what_was_typed_is_kept(browser: Client) -> None:
    assert set(sound(browser.post(HERE, {})).problems.values()) == {
        "id_what_0",
        "id_date_day",
        "id_why",
    }
    page = sound(browser.post(HERE, MON | {"what": "closure", "date_year": "2199"}))
    assert "The date must be from Sunday 1 January 2012 to Friday 31 December 2032" in page.words
    assert page.one("input", name="why").attrs["value"] == "Staff <day>"
    browser.post(browser.post(HERE, MON | {"what": "closure"})["Location"])
    assert "This day is set already" in sound(browser.post(HERE, MON | {"what": "closure"})).words


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "what=closure&date=2026-05-18",
        "what=party&date=2026-05-18&why=x",
        "what=closure&date=2026-02-30&why=x",
        "what=closure&date=2099-01-01&why=x",
        "what=closure&date=2026-05-18&why=x&after=-1",
        "what=closure&date=2026-05-18&why=x&after=" + "9" * 40,
    ],
)
def test_an_address_that_nobody_can_mean_is_no_page(browser: Client, asked: str) -> None:
    for answer in (browser.get(f"{HERE}/change?{asked}"), browser.post(f"{HERE}/change?{asked}")):
        assert answer.status_code == 404
    assert not ClosureDay.objects.exists()


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.ADMINISTRATOR}))
def test_nobody_else_sets_a_day(landlord: Landlord, role: Role) -> None:
    somebody = browser_of(builders.user(landlord, role, name=f"A {role}"))
    there = f"{HERE}/change?what=closure&date={date(2026, 5, 18)}&why=x"
    assert somebody.get(there).status_code == somebody.post(there).status_code == 403
    other = builders.landlord("harrow", "HAR")
    theirs = browser_of(builders.user(other, Role.ADMINISTRATOR, name="Dee Lane"))
    assert theirs.post(there).status_code == 403 and not ClosureDay.objects.exists()


def test_the_look_costs_the_same_for_thirty_cases(
    landlord: Landlord, browser: Client, django_assert_max_num_queries: object
) -> None:
    desk = builders.Desk(landlord, builders.user(landlord, Role.COMPLAINTS_OFFICER))
    for _ in range(30):
        desk.receive(date(2026, 5, 11))
    there = f"{HERE}/change?what=closure&date=2026-05-13&why=x"
    with django_assert_max_num_queries(25):  # type: ignore[operator]
        assert len(browser.get(there).context["rows"]) == 30
