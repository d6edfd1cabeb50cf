"""Keeping and erasing in the browser: proposed by one, approved by another, done by the worker."""

import re
from datetime import date

import pytest
from django.test import Client

from redress.cases.models import Case
from redress.people.models import Landlord
from redress.privacy.models import Proposal
from redress.rules.access import Role, Verb
from redress.rules.actions.hold import Hold
from redress.rules.facts import State
from redress.web import clock
from redress.work import erase_cases
from tests import builders
from tests.web.desk.conftest import browser_of
from tests.web.reader import sound

pytestmark = pytest.mark.usefixtures("shelf")
HERE = "/code-model/administration/retention"
DUE = date(2032, 7, 1)


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: builders.at(DUE))


@pytest.fixture
def office(db: None) -> builders.Office:
    return builders.office()


@pytest.fixture
def officer(office: builders.Office) -> Client:
    return browser_of(office.one.actor)


@pytest.fixture
def director(office: builders.Office) -> Client:
    return browser_of(builders.user(office.landlord, Role.DIRECTOR, name="Dina Roy"))


def closed(office: builders.Office) -> str:
    person = builders.resident(office.landlord)
    return office.reach(State.CLOSED, resident=person.pk)


def proposed(browser: Client) -> str:
    """Everything that is ticked, sent; gives the address of the proposal."""
    page = browser.get(HERE).content.decode()
    key = re.findall(r'name="submission" value="([^"]+)"', page)[0]
    cases = re.findall(r'name="case" value="(\d+)"', page)
    return str(browser.post(HERE, {"case": cases, "submission": key})["Location"])


def test_from_the_list_to_the_case_that_says_it_is_erased(
    office: builders.Office, officer: Client, director: Client
) -> None:
    reference = closed(office)
    page = sound(officer.get(HERE))
    assert reference in page.words and "6 yearsLimitation Act 1980" in page.words
    assert "Mary" not in page.words and "leaks" not in page.words
    there = proposed(officer)
    own = sound(officer.get(there)).words
    assert "did not propose it approves it" in own and "Approve: erase" not in own
    assert officer.post(there, {"step": "approve"}).status_code == 404
    assert "What is erased cannot be had back." in sound(director.get(there)).words
    assert director.post(there, {"step": "approve"}).status_code == 302
    assert erase_cases.run(builders.at(DUE)) == 1
    assert "Erased Thu 1 Jul 2032" in sound(director.get(there)).words
    case = sound(officer.get(f"/code-model/desk/case/{reference}")).words
    assert "Erased on Thu 1 Jul 2032, at the end of its retention." in case
    assert "Place a legal hold" not in case and "Record what was learned" not in case
    assert "Approved byDina Roy" in case and "Mary" not in case


@pytest.mark.parametrize(
    "path", ["letters/1", "letters/1/paper", "hold", "needs", "looks", "documents", "record-call"]
)
def test_other_pages_of_an_erased_case_cope(
    office: builders.Office, officer: Client, director: Client, path: str
) -> None:
    reference = closed(office)
    director.post(proposed(officer), {"step": "approve"})
    erase_cases.run(builders.at(DUE))
    answer = officer.get(f"/code-model/desk/case/{reference}/{path}")
    assert answer.status_code in (200, 302, 403, 404, 409)
    lists = ["worklist?show=closed", f"find?find={reference}"]
    for each in lists:
        assert officer.get(f"/code-model/desk/{each}").status_code in (200, 302)
    assert reference not in officer.get("/code-model/desk/lessons").content.decode()


def test_what_is_held_is_shown_with_why_and_cannot_be_ticked(
    office: builders.Office, officer: Client
) -> None:
    reference = closed(office)
    office.one.does(reference, Verb.HOLD, Hold(reason="A claim"), DUE)
    page = sound(officer.get(HERE)).words
    assert "Nothing is due to be erased" in page
    assert (
        f"{reference}Closed: Thu 21 May 2026Due since: Fri 21 May 2032Kept because: a legal hold"
        in page
    )
    case = sound(officer.get(f"/code-model/desk/case/{reference}")).words
    assert "Legal hold since Thu 1 Jul 2032: A claim Lift it" in case
    number = Case.objects.get().pk
    refused = sound(officer.post(HERE, {"case": [number, "x"], "submission": "k"})).words
    assert "Nothing that you chose can be erased" in refused


def test_turned_down_nothing_is_erased(
    office: builders.Office, officer: Client, director: Client
) -> None:
    closed(office)
    there = proposed(officer)
    assert director.post(there, {"step": "drop"}).status_code == 302
    again = sound(director.post(there, {"step": "approve"})).words
    assert "It was approved or turned down meanwhile" in again
    assert director.post(there, {"step": "other"}).status_code == 404
    assert erase_cases.run(builders.at(DUE)) == 0


def test_sent_twice_it_is_one_proposal(office: builders.Office, officer: Client) -> None:
    closed(office)
    number = Case.objects.get().pk
    sent = {"case": [number], "submission": "the-same"}
    first, again = officer.post(HERE, sent), officer.post(HERE, sent)
    assert first["Location"] == again["Location"] and Proposal.objects.count() == 1


def test_an_administrator_proposes_and_cannot_approve(office: builders.Office) -> None:
    closed(office)
    by = browser_of(builders.user(office.landlord, Role.ADMINISTRATOR, name="Jo Whitfield"))
    other = browser_of(builders.user(office.landlord, Role.ADMINISTRATOR, name="Al Whitfield"))
    there = proposed(by)
    assert other.post(there, {"step": "approve"}).status_code == 404
    assert Proposal.objects.get().approved_at is None


@pytest.mark.parametrize("role", sorted(Role))
def test_who_may_open_a_proposal(office: builders.Office, officer: Client, role: Role) -> None:
    closed(office)
    there = proposed(officer)
    may = {
        *(Role.COMPLAINTS_OFFICER, Role.HEAD_OF_SERVICE, Role.DIRECTOR),
        *(Role.SENIOR_LEAD, Role.ADMINISTRATOR),
    }
    somebody = builders.user(office.landlord, role, name="Some Body")
    assert browser_of(somebody).get(there).status_code == (200 if role in may else 403)


def test_another_landlords_people_see_none_of_it(office: builders.Office, officer: Client) -> None:
    closed(office)
    there = proposed(officer)
    other: Landlord = builders.landlord("harrow", "HAR")
    theirs = browser_of(builders.user(other, *Role, name="Una Bell"))
    assert theirs.get(there).status_code == 403
    assert theirs.get(there.replace("code-model", "harrow")).status_code == 404
    assert theirs.post(there, {"step": "approve"}).status_code == 403
