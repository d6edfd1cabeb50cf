"""Recording a call, a visit or a note."""

from datetime import date

from django.test import Client

from redress.rules.access import Role
from redress.rules.facts import Clock
from tests import builders
from tests.web.desk.conftest import RECEIVED, address, browser_of, case_of, opened, parts, received
from tests.web.desk.pages import errors_of, send, words_of


def test_it_is_kept_and_not_sent(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    before = case_of(desk, ref)
    send(page, address(f"case/{ref}/record-call"), reached="no", note="She was out.")
    said = words_of(page.get(address(f"case/{ref}")).content.decode())
    assert "Resident reached No Note She was out." in said
    assert "3. " not in said.partition("Letters")[2].partition("What happened")[0]
    assert case_of(desk, ref) == before


def test_the_first_call_that_reaches_the_resident_meets_its_date(db: None) -> None:
    """Tower Hamlets promises a first call before the response."""
    landlord = builders.landlord("tower-hamlets-homes", "THH")
    officer = builders.user(landlord, Role.COMPLAINTS_OFFICER)
    desk = builders.Desk(landlord, officer)
    ref = received(desk)
    at = f"/tower-hamlets-homes/desk/case/{ref}/record-call"
    day = date(2026, 5, 5)
    assert case_of(desk, ref).deadline(1, Clock.FIRST_CALL) is not None
    send(browser_of(officer), at, reached="yes", note="We spoke.", **parts("on", day))
    met = case_of(desk, ref).deadline(1, Clock.FIRST_CALL)
    assert met and met.met_on == day


def test_before_the_complaint_came_in(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    day = RECEIVED.replace(month=4)
    at = address(f"case/{ref}/record-call")
    answer = send(page, at, reached="yes", note="x", **parts("on", day))
    assert errors_of(answer.content.decode()) == [
        "This date cannot be right: it is in the future, or outside the life of the complaint. "
        "Give the day it really happened."
    ]
