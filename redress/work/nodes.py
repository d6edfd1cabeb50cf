"""The worker on PostgreSQL: any number of nodes, to which Procrastinate hands the same work.

Each node looks every second for what is due and puts it in Procrastinate's queue, where one job of
a kind waits at a time; whichever node is free takes it. That nothing is done twice does not rest on
the queue: messages and rounds are taken up as on one machine (`cases.carrying`, `work.turns`).
"""

import asyncio
import contextlib
import logging
import os
import threading
import time
from collections.abc import Iterator
from typing import cast

from django.db import DatabaseError, close_old_connections
from django.utils import timezone
from procrastinate import App, exceptions
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.jobs import DeleteJobCondition, Status

from redress.cases import carrying
from redress.people.models import Landlord
from redress.work import sending, turns
from redress.work.carriers import Carriers
from redress.work.rounds import ROUNDS
from redress.work.worker import AFTER_FAULT, PAUSE, Heart, name_of_worker

QUEUE = "redress"
LONGEST = 900.0  # seconds that one job may take before its node is given up
HUNG = 75  # exit code, for whatever starts the node again
log = logging.getLogger("redress.work")
_running: dict[str, float] = {}  # jobs of this node and when they began


@app.task(name="redress.send", queue=QUEUE)
def send() -> None:
    """Send what is due."""
    with _job("send"):
        sending.send_due(timezone.now)


@app.task(name="redress.round", queue=QUEUE)
def run_round(name: str) -> None:
    """Run the round of this name. One that a newer version no longer has is passed over."""
    with _job(name):
        for each in (each for each in ROUNDS if each.name == name):
            turns.run(each, timezone.now)


@contextlib.contextmanager
def _job(name: str) -> Iterator[None]:
    key = f"{name} {threading.get_ident()}"
    _running[key] = time.monotonic()
    close_old_connections()
    try:
        yield
    finally:
        del _running[key]
        close_old_connections()


def hand_out(node: str) -> None:
    """Put what is due in the queue: each round once, and sending once for each node."""
    now = timezone.now()
    turns.begin(now)
    for each in turns.due(now):
        _defer("redress.round", each.name, name=each.name)
    known = Carriers(Landlord.objects.all())
    if carrying.anything_due(now, emails_of=known.of_email, post_of=known.of_post):
        _defer("redress.send", f"send {node}")


def _defer(task: str, lock: str, **given: str) -> None:
    with contextlib.suppress(exceptions.AlreadyEnqueued):  # it waits already
        app.configure_task(task, queue=QUEUE, queueing_lock=lock).defer(**given)


def run_node() -> None:
    """Work as one node until a signal asks for the end."""
    stop = threading.Event()
    looking = threading.Thread(target=_look, args=[stop], daemon=True)
    looking.start()
    asyncio.run(_work())
    stop.set()
    looking.join(timeout=10)


async def _work() -> None:
    ours = app.with_connector(cast(DjangoConnector, app.connector).get_worker_connector())
    async with ours.open_async():
        await _clear_away(ours)
        await ours.run_worker_async(
            queues=[QUEUE],
            name=name_of_worker(),
            concurrency=2,  # so that a slow round does not keep letters waiting
            fetch_job_polling_interval=PAUSE,
            shutdown_graceful_timeout=30,
            delete_jobs=DeleteJobCondition.SUCCESSFUL.value,
        )


async def _clear_away(ours: App) -> None:
    """Remove the jobs of nodes that died: what they were about is taken up again by itself."""
    manager = ours.job_manager
    for job in await manager.get_stalled_jobs(queue=QUEUE):
        await manager.finish_job(job=job, status=Status.FAILED, delete_job=True)


def _look(stop: threading.Event) -> None:
    """Hand out work each second and say that this node is alive, until told to stop."""
    node, heart = name_of_worker(), None
    while not stop.wait(PAUSE):
        try:
            heart = heart or Heart(node, timezone.now())
            heart.beat(timezone.now())
            hand_out(node)
        except (DatabaseError, exceptions.ProcrastinateException) as error:
            log.error("handing out work: %s", type(error).__name__)
            close_old_connections()
            stop.wait(AFTER_FAULT)
        _give_up_if_hung()
    if heart:
        heart.stop()


def _give_up_if_hung() -> None:
    """A job that never ends cannot be stopped from outside: the node ends, and is started again."""
    now = time.monotonic()
    hung = [name for name, began in list(_running.items()) if now - began > LONGEST]
    if hung:
        log.error("given up after %g seconds: %s", LONGEST, ", ".join(hung))
        os._exit(HUNG)
