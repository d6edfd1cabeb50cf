"""Withdrawing, at the resident's wish."""

from django.test import Client

from redress.rules.facts import State
from tests import builders
from tests.web.desk.conftest import address, case_of, opened
from tests.web.desk.pages import errors_of, send


def test_it_is_withdrawn(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    send(page, address(f"case/{ref}/withdraw"), how="She rang on 12 May.")
    assert case_of(desk, ref).state is State.WITHDRAWN


def test_how_must_be_said(page: Client, desk: builders.Desk) -> None:
    answer = send(page, address(f"case/{opened(desk)}/withdraw"), how=" ")
    assert errors_of(answer.content.decode()) == [
        "Nothing says how the resident withdrew. Write when and how they told us. (Code 5.12)"
    ]
