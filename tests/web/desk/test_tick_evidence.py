"""The checklist of evidence on the case and before whoever signs."""

from django.test import Client

from redress.rules.access import Role
from tests import builders
from tests.web.desk.conftest import address, browser_of, opened
from tests.web.desk.pages import errors_of, send, words_of


def test_it_is_ticked_on_the_case_and_asked_about_in_the_response(
    page: Client, desk: builders.Desk
) -> None:
    ref = opened(desk)
    at = address(f"case/{ref}/tick-evidence")
    assert "Photographs Missing" in words_of(page.get(address(f"case/{ref}")).content.decode())
    typed = {"kind": "photographs", "not_needed": "The leak has stopped."}
    assert send(page, at, **typed).status_code == 302
    said = words_of(page.get(address(f"case/{ref}")).content.decode())
    assert "Photographs Not needed: The leak has stopped." in said
    form = words_of(page.get(address(f"case/{ref}/respond")).content.decode())
    assert "Repair history and Call and visit notes" in form and "Photographs" not in form
    (error,) = errors_of(send(page, at, kind="call_notes").content.decode())
    assert error.startswith("The tick points at nothing")


def test_who_may(desk: builders.Desk) -> None:
    at = address(f"case/{opened(desk)}/tick-evidence")
    auditor = builders.user(desk.landlord, Role.AUDITOR, name="Ola Berg")
    assert browser_of(auditor).get(at).status_code == 403
    elsewhere = builders.landlord("harrow", "HAR")
    stranger = builders.user(elsewhere, Role.HANDLER, name="Hana Ali")
    assert browser_of(stranger).get(at).status_code == 404
