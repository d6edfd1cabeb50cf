"""The directory of members and the election periods in the browser."""

from datetime import date

import pytest
from django.test import Client

from redress.people.models import AdminEntry, ElectionPeriod, Landlord, Member
from redress.rules.access import Role
from tests import builders
from tests.web.desk.conftest import browser_of
from tests.web.reader import sound

HERE = "/code-model/administration/members"
ELECTIONS = "/code-model/administration/elections"
ALI = {"name": "Cllr <Ali>", "kind": "councillor", "area": "Mile End", "email": "ali@a.example"}
DAYS = {
    "from_on_day": "30", "from_on_month": "3", "from_on_year": "2026",
    "to_on_day": "7", "to_on_month": "5", "to_on_year": "2026",
}  # fmt: skip


@pytest.fixture
def browser(landlord: Landlord) -> Client:
    return browser_of(builders.user(landlord, Role.ADMINISTRATOR, name="Jo Whitfield"))


def test_added_changed_and_logged(browser: Client) -> None:
    assert browser.post(HERE, ALI)["Location"] == HERE
    there = Member.objects.get()
    assert "Cllr <Ali>" in sound(browser.get(HERE)).words
    left = {"to_on_day": "6", "to_on_month": "5", "to_on_year": "2026"}
    assert browser.post(f"{HERE}/{there.pk}", ALI | left)["Location"] == HERE
    there.refresh_from_db()
    assert there.to_on == date(2026, 5, 6)
    assert AdminEntry.objects.filter(what="member_kept").count() == 2


def test_what_is_wrong_is_said_and_nothing_is_lost(browser: Client) -> None:
    answer = browser.post(HERE, ALI | {"area": ""})
    assert "Enter ward or constituency" in sound(answer).words
    assert 'value="Cllr &lt;Ali&gt;"' in answer.content.decode()
    wrong = DAYS | {"from_on_year": "2027", "name": "Local"}
    assert (
        "The last day must not be before the first" in sound(browser.post(ELECTIONS, wrong)).words
    )
    assert not Member.objects.exists() and not ElectionPeriod.objects.exists()


def test_an_election_period_is_set_and_taken_away(browser: Client) -> None:
    browser.post(ELECTIONS, DAYS | {"name": "Local elections"})
    period = ElectionPeriod.objects.get()
    assert "Local elections" in sound(browser.get(ELECTIONS)).words
    browser.post(ELECTIONS, {"step": "drop", "number": str(period.pk)})
    assert not ElectionPeriod.objects.exists()
    assert browser.post(ELECTIONS, {"step": "drop", "number": "x"}).status_code == 404


def test_another_landlords_member_is_not_there(landlord: Landlord, browser: Client) -> None:
    other = builders.landlord("harrow", "HAR")
    theirs = Member.objects.create(
        landlord=other, name="Cllr Far", kind="councillor", area="Pinner"
    )
    period = ElectionPeriod.objects.create(
        landlord=other, name="Theirs", from_on=date(2026, 3, 1), to_on=date(2026, 5, 1)
    )
    assert browser.get(f"{HERE}/{theirs.pk}").status_code == 404
    assert "Cllr Far" not in sound(browser.get(HERE)).words
    browser.post(ELECTIONS, {"step": "drop", "number": str(period.pk)})
    assert ElectionPeriod.objects.filter(pk=period.pk).exists()
    officer = browser_of(builders.user(landlord, Role.COMPLAINTS_OFFICER, name="An Officer"))
    assert officer.get(HERE).status_code == 403
