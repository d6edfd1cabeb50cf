"""Contacts: those running out first, new details from a day, and letters that follow."""

from datetime import date, timedelta

import pytest
from django.test import Client

from redress.cases.models import Letter
from redress.people.models import AdminEntry, Landlord, StationeryVersion
from redress.rules.access import Role, Verb
from redress.rules.actions.signpost import Signpost
from redress.web import clock
from tests import builders
from tests.web.desk.conftest import TODAY, browser_of, opened, parts
from tests.web.reader import sound

HERE = "/code-model/administration/contacts"
JUNE = date(2026, 6, 1)
WAYS = "Telephone: 01632 960001\nEmail: help@warden.example\nPost: 1 High Street"


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: builders.at(TODAY))


@pytest.fixture
def browser(landlord: Landlord) -> Client:
    return browser_of(builders.user(landlord, Role.ADMINISTRATOR, name="Jo Whitfield"))


def said(starts: date = TODAY, until: date = date(2027, 5, 1), **more: str) -> dict[str, str]:
    return {
        "name": "The Warden",
        "what_for": "keys",
        "ways": WAYS,
        "source": "Their <b>letter</b>",
        **parts("starts", starts),
        **parts("checked_on", TODAY),
        **parts("expires_on", until),
        **more,
    }


def signposted(landlord: Landlord, on: date) -> str:
    """What a letter that points to the warden says on a day."""
    fresh = Landlord.objects.get(pk=landlord.pk)
    name = f"Officer {Letter.objects.count()}"
    desk = builders.Desk(fresh, builders.user(fresh, Role.COMPLAINTS_OFFICER, name=name))
    reference = opened(desk)
    given = Signpost(matter="Your keys.", turn_to=("the-warden",))
    desk.does(reference, Verb.SIGNPOST, given, on)
    return Letter.objects.get(case__reference=reference, kind="signpost").text


def test_added_changed_from_a_day_and_letters_follow_from_that_day(
    landlord: Landlord, browser: Client
) -> None:
    assert browser.post(f"{HERE}/new", said())["Location"] == HERE
    at = f"{HERE}/the-warden"
    page = sound(browser.get(at))
    assert page.one("textarea", name="ways").words.strip() == WAYS
    new = WAYS.replace("960001", "960002")
    for _ in range(2):  # pressed twice
        browser.post(at, said(JUNE, ways=new))
    listed = sound(browser.get(HERE)).words
    assert "01632 960001" in listed and "New details from Mon 1 Jun 2026" in listed
    assert "telephone 01632 960001; email help@warden.example; post 1 High" in signposted(
        landlord, TODAY
    )
    assert "telephone 01632 960002; email help@warden.example" in signposted(landlord, JUNE)
    assert "Not in force yet" in sound(browser.get(at)).words
    assert [line.what for line in AdminEntry.objects.all()] == ["contact_changed"] * 2
    log = sound(browser.get("/code-model/administration/log")).words
    assert "Contact changed The Warden From Mon 1 Jun 2026" in log


def test_those_running_out_come_first_and_the_administration_and_today_say_so(
    landlord: Landlord, browser: Client
) -> None:
    browser.post(f"{HERE}/new", said(until=TODAY + timedelta(days=30)))
    rows = sound(browser.get(HERE)).words
    assert rows.index("The Warden") < rows.index("Housing Ombudsman complaints about")
    assert "Runs out Thu 11 Jun 2026" in rows
    told = "The details of The Warden run out on Thu 11 Jun 2026"
    assert told in sound(browser.get("/code-model/administration/")).words
    both = (Role.ADMINISTRATOR, Role.COMPLAINTS_OFFICER)
    officer = browser_of(builders.user(landlord, *both, name="Both Roles"))
    assert told in sound(officer.get("/code-model/desk/")).words
    alone = browser_of(builders.user(landlord, Role.COMPLAINTS_OFFICER, name="One Role"))
    assert told not in sound(alone.get("/code-model/desk/")).words


def test_an_open_draft_says_that_details_changed_and_so_does_the_letter(
    landlord: Landlord, browser: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser.post(f"{HERE}/new", said())
    browser.post(f"{HERE}/the-warden", said(JUNE, ways="Telephone: 01632 960002"))
    officer = builders.user(landlord, Role.COMPLAINTS_OFFICER)
    desk = builders.Desk(landlord, officer)
    page = browser_of(officer)
    at = f"/code-model/desk/case/{opened(desk)}/signpost"
    typed = {"matter": "Ring 01632 960001 for keys.", "turn_to": ["the-warden"], "draft": "0"}
    page.post(at, typed | {"step": "draft", "seen": "3"})
    assert "Contact details have changed" not in sound(page.get(at)).words
    monkeypatch.setattr(clock, "now", lambda: builders.at(JUNE))
    opened_again = sound(page.get(at))
    assert "Contact details have changed since: The Warden; 01632 960001." in opened_again.words
    seen = opened_again.one("input", name="seen").attrs["value"]
    version = opened_again.one("input", name="draft").attrs["value"]
    look = sound(page.post(at, typed | {"seen": seen, "draft": version}))
    assert "“01632 960001”: These details have changed in the register of contacts." in look.words


def test_the_ombudsman_on_the_public_page_is_the_landlords_own(browser: Client) -> None:
    at = f"{HERE}/housing-ombudsman"
    browser.post(at, said(name="Housing Ombudsman", ways="Telephone: 0300 999 0000"))
    assert "0300 999 0000" in sound(Client().get("/code-model/")).words


@pytest.mark.parametrize(
    ("wrong", "says", "at"),
    [
        ({"ways": "ring us"}, "“ring us” must be a way and where", "id_ways"),
        ({"ways": "A: 1\nA: 2"}, "“A” stands there twice", "id_ways"),
        ({"ways": ""}, "Enter how to reach them", "id_ways"),
        ({"ways": "A: \x00"}, "a character that cannot be saved", "id_ways"),
        ({"ways": "A: " + "1" * 100_000}, "must be 1,000 characters or fewer", "id_ways"),
        ({"name": "Housing Ombudsman"}, "There is a contact of this name already", "id_name"),
        (parts("starts", TODAY - timedelta(days=1)), "must be today or later", "id_starts_day"),
        (parts("expires_on", TODAY), "must be after the first day", "id_expires_on_day"),
        (
            parts("checked_on", TODAY + timedelta(days=1)),
            "must be today or in the past",
            "id_checked_on_day",
        ),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(
    browser: Client, wrong: dict[str, str], says: str, at: str
) -> None:
    page = sound(browser.post(f"{HERE}/new", said() | wrong))
    assert any(says in words and where == at for words, where in page.problems.items())
    assert page.one("input", name="source").attrs["value"] == "Their <b>letter</b>"
    assert not StationeryVersion.objects.exists()


def test_nobody_else_may_and_another_landlords_contact_is_not_there(
    landlord: Landlord, browser: Client
) -> None:
    browser.post(f"{HERE}/new", said())
    at = f"{HERE}/the-warden"
    roles = sorted(set(Role) - {Role.ADMINISTRATOR})
    others = [browser_of(builders.user(landlord, each, name=f"A {each}")) for each in roles]
    dee = builders.user(builders.landlord("harrow", "HAR"), Role.ADMINISTRATOR, name="Dee Lane")
    for who in (*others, browser_of(dee)):
        assert who.get(at).status_code == who.post(at, said()).status_code == 403
    assert browser_of(dee).get(at.replace("code-model", "harrow")).status_code == 404
    assert StationeryVersion.objects.count() == 1
