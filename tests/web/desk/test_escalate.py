"""Taking a complaint to stage 2: nobody has to say why."""

from datetime import date

from django.test import Client

from redress.rules.facts import State
from tests import builders
from tests.web.desk.conftest import TODAY, address, answered, case_of, opened, parts
from tests.web.desk.pages import errors_of, send


def test_it_takes_two_clicks_and_no_reason(page: Client, desk: builders.Desk) -> None:
    ref = answered(desk)
    send(page, address(f"case/{ref}/escalate"), channel="phone")
    case = case_of(desk, ref)
    assert case.state is State.STAGE_2_REQUESTED
    assert (case.stage.number, case.stage.received_on) == (2, TODAY)
    assert case.handler is None


def test_how_it_came_in_is_asked(page: Client, desk: builders.Desk) -> None:
    answer = send(page, address(f"case/{answered(desk)}/escalate"))
    assert errors_of(answer.content.decode()) == ["Select how it came in"]


def test_not_before_the_complaint(page: Client, desk: builders.Desk) -> None:
    at = address(f"case/{answered(desk)}/escalate")
    answer = send(page, at, channel="phone", **parts("requested_on", date(2026, 4, 30)))
    assert "(Code 6.11)" in errors_of(answer.content.decode())[0]
    older = send(page, at, channel="phone", **parts("requested_on", date(1999, 4, 30)))
    assert "cannot count from this date" in errors_of(older.content.decode())[0]


def test_not_before_stage_1_is_answered(page: Client, desk: builders.Desk) -> None:
    assert page.get(address(f"case/{opened(desk)}/escalate")).status_code == 409
