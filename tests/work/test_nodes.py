"""Several nodes on PostgreSQL, run by Procrastinate, share the work and do nothing twice."""

import os
import signal
from typing import Any

import pytest
from django.db import connection

from redress.cases.models import Round, Worker
from redress.people.models import Landlord
from redress.work.rounds import ROUNDS
from tests.mail_server import MailServer
from tests.work.messages import letter_mail
from tests.work.test_worker import landlord, process, states, until, where

__all__ = ["landlord", "where"]
pytestmark = pytest.mark.postgresql  # only there are several nodes


def queued() -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT task_name, queueing_lock FROM procrastinate_jobs")
        return cursor.fetchall()


def test_two_nodes_send_everything_once_and_run_every_round(
    where: dict[str, str], landlord: Landlord, server: MailServer
) -> None:
    for number in range(60):
        letter_mail(landlord, f"r{number}@example.org")
    with process("worker", **where) as one, process("worker", **where) as two:
        until(lambda: Worker.objects.count() == 2, seconds=120)
        until(lambda: states() == {"accepted"}, seconds=120)
        always = {each.name for each in ROUNDS if not each.office_hours}
        ran = Round.objects.filter(ended_at__isnull=False)
        until(lambda: always <= set(ran.values_list("name", flat=True)))
        for node in (one, two):
            node.send_signal(signal.SIGTERM)
        assert [node.wait(timeout=90) for node in (one, two)] == [0, 0]
    ids = [mail.message_id for mail in server.kept]
    assert len(ids) == len(set(ids)) == 60
    assert not Round.objects.exclude(problem="").exists()
    assert not Worker.objects.exists()


def test_a_node_that_is_killed_leaves_its_work_to_the_others(
    where: dict[str, str], landlord: Landlord, server: MailServer
) -> None:
    for number in range(200):
        letter_mail(landlord, f"r{number}@example.org")
    with process("worker", **where) as doomed:
        until(lambda: "accepted" in states(), seconds=120)
        os.kill(doomed.pid, signal.SIGKILL)
        doomed.wait()
    with process("worker", **where):
        until(lambda: states() <= {"accepted", "handed_over", "in_doubt"}, seconds=240)
    ids = [mail.message_id for mail in server.kept]
    assert len(ids) == len(set(ids)) >= 199


def test_what_waits_in_the_queue_is_not_put_there_again(
    where: dict[str, str], landlord: Landlord
) -> None:
    from redress.work.nodes import hand_out

    letter_mail(landlord)
    hand_out("one")
    before = queued()
    hand_out("one")
    assert queued() == before
    hand_out("two")
    assert sorted(set(queued()) - set(before)) == [("redress.send", "send two")]
