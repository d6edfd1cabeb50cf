"""Mediation on the case page, from the offer to its outcome."""

from django.test import Client

from redress.rules.access import Role
from tests import builders
from tests.web.desk.conftest import address, browser_of, case_of, opened
from tests.web.desk.pages import errors_of, send, words_of


def test_it_is_offered_answered_and_over(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    at, before = address(f"case/{ref}/mediate"), case_of(desk, ref).deadlines
    assert "no date moves" in words_of(page.get(at).content.decode())
    assert send(page, at, who="Calm Talk").status_code == 302
    assert send(page, at, happened="accepted", who="Mary Osei").status_code == 302
    assert errors_of(send(page, at).content.decode())[0].startswith("Nothing says how")
    assert send(page, at, outcome="They agreed on a date.").status_code == 302
    assert case_of(desk, ref).deadlines == before
    said = words_of(page.get(address(f"case/{ref}")).content.decode())
    for words in ("with Calm Talk", "by Mary Osei", "They agreed on a date."):
        assert words in said


def test_who_may(desk: builders.Desk) -> None:
    at = address(f"case/{opened(desk)}/mediate")
    auditor = builders.user(desk.landlord, Role.AUDITOR, name="Ola Berg")
    assert browser_of(auditor).get(at).status_code == 403
    elsewhere = builders.landlord("harrow", "HAR")
    stranger = builders.user(elsewhere, Role.HANDLER, name="Hana Ali")
    assert browser_of(stranger).get(at).status_code == 404
