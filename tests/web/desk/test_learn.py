"""Lessons at the desk: owed on the case and on Today, recorded, changed, listed."""

from django.test import Client

from redress.rules.access import Role
from tests import builders
from tests.web.desk.conftest import address, answered, browser_of, case_of
from tests.web.desk.pages import errors_of, send, words_of

SAID = {
    "cause": "hand_over",
    "went_wrong": "Two teams each thought that the other had it.",
    "lesson": "One person books a roofer and looks again after three days.",
    "wider": "no",
}


def test_it_is_owed_recorded_and_changed(page: Client, desk: builders.Desk) -> None:
    ref = answered(desk)
    at = address(f"case/{ref}/learn?number=1")
    assert "Record what was learned" in words_of(page.get(address(f"case/{ref}")).content.decode())
    assert ref in words_of(page.get(address("lessons")).content.decode())
    wrong = errors_of(send(page, at, wider="no").content.decode())
    assert [each.split(".")[0] for each in wrong] == [
        "No root cause is chosen",
        "Nothing says what went wrong",
        "Nothing says what was learned",
    ]
    assert send(page, at, **SAID).status_code == 302
    said = words_of(page.get(address(f"case/{ref}")).content.decode())
    assert SAID["lesson"] in said
    assert "It fell between two teams" in said
    assert "No lesson is owed" in words_of(page.get(address("lessons")).content.decode())
    form = page.get(at).content.decode()
    assert SAID["went_wrong"] in form
    assert send(page, at, cause="contractor").status_code == 302
    (issue,) = case_of(desk, ref).issues
    assert (issue.cause, issue.lesson) == ("contractor", SAID["lesson"])


def test_closing_says_that_it_is_owed(page: Client, desk: builders.Desk) -> None:
    ref = answered(desk)
    assert send(page, address(f"case/{ref}/close")).status_code == 302
    said = words_of(page.get(address(f"case/{ref}")).content.decode())
    assert "Nobody has said what was learned from what was upheld." in said
    assert send(page, address(f"case/{ref}/learn"), **SAID).status_code == 302


def test_who_sees_the_list(desk: builders.Desk) -> None:
    ref = answered(desk)
    auditor = browser_of(builders.user(desk.landlord, Role.AUDITOR, name="Ola Berg"))
    assert ref in auditor.get(address("lessons")).content.decode()
    assert auditor.get(address(f"case/{ref}/learn")).status_code == 403
    elsewhere = builders.landlord("harrow", "HAR")
    stranger = browser_of(builders.user(elsewhere, Role.HANDLER, name="Hana Ali"))
    assert stranger.get(address("lessons")).status_code == 403
    assert stranger.get(address(f"case/{ref}/learn")).status_code == 404
