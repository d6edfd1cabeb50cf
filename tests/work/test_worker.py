"""The worker as a process: it says it is alive, works, and stops when it is told to."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections
from django.utils import timezone

from redress.cases.models import Message, Worker
from redress.people.models import Landlord
from redress.work.sending import send_due
from redress.work.worker import Heart
from tests import builders
from tests.mail_server import HOST, MailServer
from tests.work.messages import START, Clock, letter_mail

ROOT = Path(__file__).resolve().parents[2]


def until(true: Callable[[], bool], seconds: float = 60) -> None:
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it never came to be"
        time.sleep(0.2)


@contextmanager
def process(*words: str, **settings: str) -> Iterator[subprocess.Popen[str]]:
    """A command of Redress, running while the block lasts."""
    names = ("REDRESS_", "DJANGO_")
    clean = {name: text for name, text in os.environ.items() if not name.startswith(names)}
    command = [sys.executable, "-m", "redress", *words]
    with subprocess.Popen(
        command, cwd=ROOT, env={**clean, **settings}, text=True, stderr=subprocess.PIPE
    ) as running:
        try:
            yield running
        finally:
            running.kill()


@pytest.fixture
def where(committed: None, server: MailServer, settings: Any) -> dict[str, str]:
    """What a process needs to work on the tests' own database and mail server."""
    url = os.environ.get("REDRESS_DATABASE_URL", "")
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "postgresql":
        base, _, options = url.partition("?")
        url = f"{base.rpartition('/')[0]}/{name}?{options}"
    settings.MAIL_HOST, settings.MAIL_PORT = HOST, server.port
    settings.MAIL_SECURITY, settings.MAIL_FROM = "none", {"": "complaints@landlord.example"}
    return {
        "REDRESS_VAR": str(Path(name).parent),
        "REDRESS_DATABASE_URL": url,
        "REDRESS_SECRET_KEY": "only for tests",
        "REDRESS_MAIL_HOST": HOST,
        "REDRESS_MAIL_PORT": str(server.port),
        "REDRESS_MAIL_SECURITY": "none",
        "REDRESS_MAIL_FROM": "complaints@landlord.example",
    }


@pytest.fixture
def landlord(committed: None) -> Landlord:
    return builders.landlord()


def states() -> set[str]:
    return set(Message.objects.values_list("state", flat=True))


def test_it_sends_says_it_is_alive_and_stops_in_order(
    where: dict[str, str], landlord: Landlord, server: MailServer
) -> None:
    for number in range(5):
        letter_mail(landlord, f"r{number}@example.org")
    with process("worker", **where) as worker:
        until(lambda: states() == {"accepted"})
        until(lambda: Worker.objects.exists())
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(timeout=60) == 0
    assert len(server.kept) == 5
    assert not Worker.objects.exists()


def test_two_workers_share_the_letters_and_send_none_twice(
    where: dict[str, str], landlord: Landlord, server: MailServer
) -> None:
    for number in range(60):
        letter_mail(landlord, f"r{number}@example.org")
    with process("worker", **where) as one, process("worker", **where) as two:
        until(lambda: states() == {"accepted"}, seconds=120)
        for worker in (one, two):
            worker.send_signal(signal.SIGTERM)
        assert [worker.wait(timeout=60) for worker in (one, two)] == [0, 0]
    ids = [mail.message_id for mail in server.kept]
    assert len(ids) == len(set(ids)) == 60


def test_one_that_is_stopped_for_ten_minutes_and_wakes_sends_nothing_twice(
    where: dict[str, str], landlord: Landlord, server: MailServer, clock: Clock
) -> None:
    """SIGSTOP while the server keeps it waiting; meanwhile (by the clock) its time runs out."""
    message = letter_mail(landlord)
    server.does("mary@example.org", "slow")
    with process("worker", **where) as worker:
        until(lambda: states() == {"handed_over"})
        worker.send_signal(signal.SIGSTOP)
        clock.now = timezone.now()
        clock.goes(minutes=10)
        send_due(clock)
        message.refresh_from_db()
        assert message.state == "in_doubt"
        Message.objects.update(state="waiting", token=message.token + 1)  # a person: send again
        clock.goes(minutes=10)
        worker.send_signal(signal.SIGCONT)
        time.sleep(2)
        message.refresh_from_db()
        assert message.state in ("waiting", "accepted")
        until(lambda: states() == {"accepted"})
        message.refresh_from_db()
        assert message.attempts == 2  # the zombie's answer to the first was not believed


@pytest.mark.parametrize("workers", [2, 4])
def test_workers_side_by_side_take_up_each_message_once(
    landlord: Landlord, server: MailServer, where: dict[str, str], workers: int
) -> None:
    for number in range(100):
        letter_mail(landlord, f"r{number}@example.org")
    faults: list[BaseException] = []

    def work() -> None:
        try:
            send_due(lambda: START)
        except BaseException as error:
            faults.append(error)
        finally:
            connections.close_all()

    together = [threading.Thread(target=work) for _ in range(workers)]
    for each in together:
        each.start()
    for each in together:
        each.join()
    assert not faults
    assert states() == {"accepted"}
    ids = [mail.message_id for mail in server.kept]
    assert len(ids) == len(set(ids)) == 100


@pytest.mark.sqlite  # on PostgreSQL workers are started by themselves
def test_the_site_starts_and_stops_its_own_worker(
    where: dict[str, str], landlord: Landlord
) -> None:
    from tests.mail_server import free_port

    with process("serve", "--port", str(free_port()), **where) as site:
        until(lambda: Worker.objects.exists())
        site.send_signal(signal.SIGTERM)
        site.wait(timeout=60)
        until(lambda: not Worker.objects.exists())


@pytest.mark.django_db
def test_the_heart_beats_every_ten_seconds(clock: Clock) -> None:
    heart = Heart("x", clock())
    clock.goes(seconds=9)
    heart.beat(clock())
    assert Worker.objects.get().beat_at == START
    clock.goes(seconds=1)
    heart.beat(clock())
    assert Worker.objects.get().beat_at == clock()
    heart.stop()
    assert not Worker.objects.exists()
