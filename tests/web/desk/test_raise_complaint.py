"""Raising a complaint from a request."""

import re
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


def test_dissatisfied_is_one_click_on_the_case_and_keeps_the_first_date(
    page: Client, desk: builders.Desk
) -> None:
    ref = received(desk, kind=Kind.SERVICE_REQUEST)
    text = page.get(address(f"case/{ref}")).content.decode()
    form = re.search(r'(?s)<form method="post" action="([^"]*raise-complaint)">(.*?)</form>', text)
    assert form and "Dissatisfied with this request" in form[2]
    data = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form[2]))
    answers = [page.post(form[1], data) for _ in range(2)]  # pressed twice
    assert [answer.status_code for answer in answers] == [302, 200]
    case = case_of(desk, ref)
    assert (case.state, case.stage.received_on) == (State.STAGE_1_RECEIVED, RECEIVED)
    assert [stage.number for stage in case.stages] == [0, 1]
    again = page.get(address(f"case/{ref}")).content.decode()
    assert "Dissatisfied with this request" not in again


def test_what_is_refused(page: Client, desk: builders.Desk) -> None:
    ref = received(desk, kind=Kind.SERVICE_REQUEST)
    at = address(f"case/{ref}/raise-complaint")
    answer = send(page, at, **parts("received_on", date(2026, 4, 30)))
    assert [error[-10:] for error in errors_of(answer.content.decode())] == ["(Code 1.5)"] * 2
