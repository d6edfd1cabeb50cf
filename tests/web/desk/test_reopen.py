"""Opening a case again."""

from django.test import Client

from redress.rules.access import Verb
from redress.rules.actions.withdraw import Withdraw
from redress.rules.facts import State
from tests import builders
from tests.web.desk.conftest import TODAY, address, case_of, opened
from tests.web.desk.pages import errors_of, send


def test_it_returns_to_where_it_stood(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    before = case_of(desk, ref)
    desk.does(ref, Verb.WITHDRAW, Withdraw(how="She rang."), TODAY)
    send(page, address(f"case/{ref}/reopen"), reason="She changed her mind.")
    assert case_of(desk, ref).state is State.STAGE_1_OPEN
    assert case_of(desk, ref).deadlines == before.deadlines  # no date starts again


def test_why_must_be_said(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)
    desk.does(ref, Verb.WITHDRAW, Withdraw(how="She rang."), TODAY)
    answer = send(page, address(f"case/{ref}/reopen"))
    assert errors_of(answer.content.decode()) == [
        "There is no reason. Give the reason in a sentence. (Code 5.12)"
    ]
