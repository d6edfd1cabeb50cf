"""Sending an update."""

from datetime import date

import pytest
from django.test import Client

from redress.rules.contacts import Contact, contact
from tests import builders
from tests.web.desk.conftest import TODAY, address, opened, parts
from tests.web.desk.pages import errors_of, fill, send, words_of

NEXT = parts("write_by", date(2026, 5, 19))
SAID = {"what_happened": "The surveyor came.", "what_next": "We read the report.", **NEXT}


def test_the_update_is_a_letter_with_the_next_day(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    answer = send(page, address(f"case/{ref}/send-update"), **SAID, agreed="yes")
    assert answer.status_code == 302
    letter = words_of(page.get(address(f"case/{ref}/letters/3")).content.decode())
    assert "The surveyor came." in letter and "again by Tuesday 19 May 2026" in letter
    assert "Housing Ombudsman" in letter


def test_what_was_not_agreed_is_said_before_it_goes(page: Client, desk: builders.Desk) -> None:
    at = address(f"case/{opened(desk)}/send-update")
    seen = words_of(page.post(at, fill(page, at, **SAID)).content.decode())
    assert "The resident has not agreed to hear from us again on that day. (Code 5.9)" in seen


def test_what_is_missing(page: Client, desk: builders.Desk) -> None:
    at = address(f"case/{opened(desk)}/send-update")
    text = send(page, at, **parts("write_by", TODAY)).content.decode()
    assert [line.split(".")[0] for line in errors_of(text)] == [
        "Nothing says what has happened since we last wrote",
        "Nothing says what comes next",
        "The day is not ahead",
    ]


def test_old_details_of_the_ombudsman_show_before_the_letter_goes(
    page: Client, desk: builders.Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = address(f"case/{opened(desk)}/send-update")
    old = contact("housing-ombudsman", TODAY).model_copy(update={"expires_on": date(2026, 5, 11)})

    def stale(*given: object) -> Contact:
        return old

    monkeypatch.setattr("redress.rules.stationery.Stationery.contact", stale)
    seen = words_of(page.post(at, fill(page, at, **SAID, agreed="yes")).content.decode())
    assert "The Housing Ombudsman’s details are past the day until which they were checked." in seen
    assert send(page, at, **SAID, agreed="yes").status_code == 302  # it holds nothing up
