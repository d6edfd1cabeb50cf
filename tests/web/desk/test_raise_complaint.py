"""Raising a complaint from a request."""

from datetime import date

from django.test import Client

from redress.rules.facts import Kind, State
from tests import builders
from tests.web.desk.conftest import RECEIVED, address, case_of, parts, received
from tests.web.desk.pages import errors_of, send


def test_it_is_a_complaint_from_the_day_chosen(page: Client, desk: builders.Desk) -> None:
    ref = received(desk, kind=Kind.SERVICE_REQUEST)
    at = address(f"case/{ref}/raise-complaint")
    send(page, at, dissatisfaction="Still no heat.", **parts("received_on", RECEIVED))
    case = case_of(desk, ref)
    assert (case.kind, case.state) == (Kind.COMPLAINT, State.STAGE_1_RECEIVED)
    assert case.stage.received_on == RECEIVED


def test_what_is_refused(page: Client, desk: builders.Desk) -> None:
    ref = received(desk, kind=Kind.SERVICE_REQUEST)
    at = address(f"case/{ref}/raise-complaint")
    answer = send(page, at, **parts("received_on", date(2026, 4, 30)))
    assert [error[-10:] for error in errors_of(answer.content.decode())] == ["(Code 1.5)"] * 2
