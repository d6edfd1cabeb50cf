"""Asking the resident for clarification."""

from datetime import date

from django.test import Client

from redress.people.models import Landlord
from redress.rules.access import Role
from tests import builders
from tests.web.desk.conftest import TODAY, address, browser_of, case_of, opened, parts
from tests.web.desk.pages import errors_of, send, words_of


def test_the_questions_are_a_letter_and_no_date_moves(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    before = case_of(desk, ref).deadlines
    at = address(f"case/{ref}/ask-clarification")
    said = words_of(page.get(at).content.decode())
    assert "Asking stops no clock." in said and "Wednesday 20 May 2026" in said
    typed = {"questions": "- Which day?\n\nWho came?", **parts("answer_by", date(2026, 5, 15))}
    answer = send(page, at, **typed)
    assert answer["Location"] == address(f"case/{ref}")
    letter = page.get(address(f"case/{ref}/letters/3")).content.decode()
    assert ">Which day?</li>" in letter and ">Who came?</li>" in letter
    assert "We do not stop work while we wait." in words_of(letter)
    assert case_of(desk, ref).deadlines == before


def test_what_is_missing(page: Client, desk: builders.Desk) -> None:
    at = address(f"case/{opened(desk)}/ask-clarification")
    answer = send(page, at, questions=" ", **parts("answer_by", TODAY))
    assert errors_of(answer.content.decode()) == [
        "There is no question to ask. Write what is unclear, one question on each line. (Code 5.6)",
        "The day is not ahead. Choose a day after today. (Code 5.6)",
    ]


def test_who_may_not(desk: builders.Desk, landlord: Landlord) -> None:
    at = address(f"case/{opened(desk)}/ask-clarification")
    logger = browser_of(builders.user(landlord, Role.LOGGER, name="Lee Moss"))
    assert logger.get(at).status_code in (403, 404)
    other = builders.user(builders.landlord("harrow", "HAR"), Role.COMPLAINTS_OFFICER, name="Zed")
    assert browser_of(other).get(at).status_code == 404
