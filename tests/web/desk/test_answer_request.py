"""Answering a request."""

from django.test import Client

from redress.rules.facts import Kind, State
from tests import builders
from tests.web.desk.conftest import address, case_of, received
from tests.web.desk.pages import errors_of, send, words_of


def test_the_answer_is_a_letter_that_says_how_to_complain(
    page: Client, desk: builders.Desk
) -> None:
    ref = received(desk, kind=Kind.SERVICE_REQUEST)
    send(page, address(f"case/{ref}/answer-request"), answer="We will come on Friday.")
    assert case_of(desk, ref).state is State.REQUEST_ANSWERED
    letter = words_of(page.get(address(f"case/{ref}/letters/1")).content.decode())
    assert "We will come on Friday." in letter and "You can make a complaint now." in letter


def test_an_empty_answer(page: Client, desk: builders.Desk) -> None:
    ref = received(desk, kind=Kind.COMPLIMENT)
    answer = send(page, address(f"case/{ref}/answer-request"))
    assert errors_of(answer.content.decode()) == [
        "There is no answer to send. Write what the resident is to be told. (Code 1.4)"
    ]
