"""/health tells whoever watches the site whether it is well, and nothing about anybody."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.db.utils import OperationalError
from django.test import Client

from redress.cases.models import Round, Worker
from tests import builders
from tests.web.conftest import NOW
from tests.work.messages import letter_mail

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("frozen")]


def beaten(ago: float) -> None:
    Worker.objects.create(name="x", started_at=NOW, beat_at=NOW - timedelta(seconds=ago))


def asked() -> tuple[int, Any]:
    response = Client().get("/health")
    return response.status_code, response.json()


def test_all_is_well() -> None:
    beaten(ago=59)
    status, said = asked()
    assert status == 200 and said["well"]
    assert said["database"] == {"well": True, "found": "reached"}
    assert said["migrations"] == {"well": True, "found": "applied"}
    assert said["worker"] == {"well": True, "found": "heartbeat 59 seconds ago"}
    assert said["messages"] == {"well": True, "found": "none is due"}


def test_no_worker_or_one_that_hangs() -> None:
    status, said = asked()
    assert (status, said["worker"]["found"]) == (503, "none is running")
    beaten(ago=61)
    status, said = asked()
    assert (status, said["worker"]["well"]) == (503, False)


def test_a_message_that_should_have_gone(settings: Any) -> None:
    settings.MAIL_HOST, settings.MAIL_FROM = "127.0.0.1", {"": "a@landlord.example"}
    beaten(ago=1)
    letter_mail(builders.landlord(), not_before=NOW - timedelta(minutes=6))
    status, said = asked()
    assert (status, said["messages"]["found"]) == (503, "the oldest due for 360 seconds")


def test_a_round_that_failed_is_named_and_its_reason_is_not() -> None:
    beaten(ago=1)
    Round.objects.create(name="bounces", due_at=NOW, problem="OSError: mary@example.org")
    status, said = asked()
    assert (status, said["rounds"]["found"]) == (200, "failed: bounces")


def test_a_database_that_cannot_be_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> None:
        raise OperationalError("could not connect to mary@db.example")

    monkeypatch.setattr(connection, "cursor", gone)
    status, said = asked()
    assert status == 503
    assert said == {
        "well": False,
        "database": {"well": False, "found": "not reached (OperationalError)"},
    }


def test_only_reading() -> None:
    with time_machine.travel(NOW):
        assert Client().post("/health").status_code == 405
