"""Closing, when nothing is owed."""

from django.test import Client

from redress.rules.facts import State
from tests import builders
from tests.web.desk.conftest import MEND, address, answered, case_of
from tests.web.desk.pages import fill, send, words_of


def test_it_is_closed(page: Client, desk: builders.Desk) -> None:
    ref = answered(desk)
    send(page, address(f"case/{ref}/close"), note="All done.")
    assert case_of(desk, ref).state is State.CLOSED


def test_not_while_something_is_owed(page: Client, desk: builders.Desk) -> None:
    ready = answered(desk)
    data = fill(page, address(f"case/{ready}/close"))
    owing = answered(desk, MEND)
    answer = page.get(address(f"case/{owing}/close"))
    assert answer.status_code == 409
    assert "(Code 7.3)" in words_of(answer.content.decode())
    forced = page.post(address(f"case/{owing}/close"), data)
    assert "(Code 7.3)" in forced.content.decode()
    assert case_of(desk, owing).state is State.STAGE_1_ANSWERED
