"""Correcting the received date."""

from datetime import date

from django.test import Client

from redress.rules.facts import Clock
from tests import builders
from tests.web.desk.conftest import TODAY, address, case_of, opened, parts, received
from tests.web.desk.pages import errors_of, fill, send


def test_open_dates_are_counted_again(page: Client, desk: builders.Desk) -> None:
    ref = received(desk)
    at = address(f"case/{ref}/correct-received-date")
    assert fill(page, at)["received_on_day"] == ["1"]
    send(page, at, reason="The email says so.", **parts("received_on", date(2026, 4, 27)))
    deadline = case_of(desk, ref).deadline(1, Clock.ACKNOWLEDGE)
    # 5 working days after Mon 27 April, with the bank holiday of 4 May among them: Tue 5 May
    assert deadline and deadline.due_on == date(2026, 5, 5)


def test_what_is_refused(page: Client, desk: builders.Desk) -> None:
    ref = opened(desk)  # acknowledged on 6 May
    at = address(f"case/{ref}/correct-received-date")
    answer = send(page, at, reason="", **parts("received_on", TODAY))
    assert [error[-11:] for error in sorted(errors_of(answer.content.decode()))] == [
        "(Code 5.12)",
        " (Code 6.2)",
    ]
    old = send(page, at, reason="x", **parts("received_on", date(1999, 1, 4)))
    assert "cannot count from this date" in errors_of(old.content.decode())[0]
