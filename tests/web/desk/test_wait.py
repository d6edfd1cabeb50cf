"""The mark that a case waits: on the case, in the list, as a filter, and no date moved."""

from django.test import Client

from redress.rules.access import Role
from redress.rules.facts import Awaited
from tests import builders
from tests.web.desk.conftest import TODAY, address, browser_of, case_of, opened, parts
from tests.web.desk.pages import errors_of, send, words_of

MARK = {"whom": "survey", "why": "The damp surveyor comes on Tuesday."} | parts("since", TODAY)
CHIP = "Waiting for a survey"


def test_it_is_seen_on_the_case_and_in_lists_and_filtered_by(
    page: Client, desk: builders.Desk
) -> None:
    ref, other = opened(desk), opened(desk)
    before = case_of(desk, ref).deadlines
    assert send(page, address(f"case/{ref}/wait"), **MARK).status_code == 302
    case = case_of(desk, ref)
    assert (case.awaits, case.deadlines) == (Awaited.SURVEY, before)
    said = words_of(page.get(address(f"case/{ref}")).content.decode())
    assert f"{CHIP} since" in said and "No date has moved." in said
    for waiting, shown in (("for-survey", True), ("for-any", True), ("for-resident", False)):
        text = page.get(address(f"worklist?waiting={waiting}")).content.decode()
        assert (ref in text, other in text) == (shown, False)
    assert CHIP in words_of(page.get(address("worklist")).content.decode())


def test_it_is_taken_off(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    send(page, address(f"case/{ref}/wait"), **MARK)
    send(page, address(f"case/{ref}/wait"), **(MARK | {"whom": "nothing", "why": "It came."}))
    assert case_of(desk, ref).awaits is None
    said = words_of(page.get(address(f"case/{ref}")).content.decode())
    assert "No longer waiting" in said and CHIP not in said.split("What happened so far")[0]


def test_what_is_missing_is_said(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    (error,) = errors_of(send(page, address(f"case/{ref}/wait")).content.decode())
    assert error.startswith("Nothing is chosen")


def test_who_may(desk: builders.Desk) -> None:
    ref = opened(desk)
    at = address(f"case/{ref}/wait")
    auditor = builders.user(desk.landlord, Role.AUDITOR, name="Ola Berg")
    assert browser_of(auditor).get(at).status_code == 403
    elsewhere = builders.landlord("harrow", "HAR")
    stranger = builders.user(elsewhere, Role.HANDLER, name="Hana Ali")
    assert browser_of(stranger).get(at).status_code == 404
