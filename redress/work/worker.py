"""The worker on one machine: one process that sends and runs the rounds, and says it is alive."""

import logging
import os
import signal
import socket
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from types import FrameType

from django.db import DatabaseError, close_old_connections
from django.utils import timezone

from redress.cases.models import Worker
from redress.work import turns
from redress.work.sending import send_due

PAUSE = 1.0  # seconds between looking for work
AFTER_FAULT = 5.0
BEAT = timedelta(seconds=10)
ROUND_SECONDS = 300
FORGOTTEN = timedelta(days=1)
log = logging.getLogger("redress.work")


def name_of_worker() -> str:
    """What this process is known by: its machine and its number there."""
    return f"{socket.gethostname()[:100]}:{os.getpid()}"


class Heart:
    """Says that a worker is alive, at most every ten seconds."""

    def __init__(self, name: str, now: datetime) -> None:
        self.name = name
        self.last = now
        Worker.objects.filter(beat_at__lt=now - FORGOTTEN).delete()
        Worker.objects.filter(name=name).delete()  # a number of a process that is long gone
        Worker.objects.create(name=name, started_at=now, beat_at=now)

    def beat(self, now: datetime) -> None:
        """Write the moment down, unless it was just done."""
        if now - self.last >= BEAT or now < self.last:
            Worker.objects.filter(name=self.name).update(beat_at=now)
            self.last = now

    def stop(self) -> None:
        """This worker has ended in order and is not missed."""
        Worker.objects.filter(name=self.name).delete()


def beating(heart: Heart, clock: Callable[[], datetime]) -> Callable[[], datetime]:
    """A clock that is also the heartbeat: who asks it the time is at work."""

    def now() -> datetime:
        moment = clock()
        heart.beat(moment)
        return moment

    return now


def tick(clock: Callable[[], datetime]) -> int:
    """Everything that is due now: messages first, then each round. Gives how much was done."""
    done = send_due(clock)
    turns.begin(clock())
    for each in turns.due(clock()):
        with limited(ROUND_SECONDS, each.name):
            done += turns.run(each, clock)
    return done


class TooLong(Exception):
    """Something took longer than it may."""


class limited:
    """Ends what takes too long, in the main thread of a process (elsewhere it sets no limit)."""

    def __init__(self, seconds: float, what: str) -> None:
        self.seconds, self.what = seconds, what

    def __enter__(self) -> None:
        self.before = signal.signal(signal.SIGALRM, self._ring)
        signal.setitimer(signal.ITIMER_REAL, self.seconds)

    def __exit__(self, *_: object) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, self.before)

    def _ring(self, number: int, frame: FrameType | None) -> None:
        raise TooLong(f"{self.what} took longer than {self.seconds:g} seconds")


class Loop:
    """Runs `tick` until it is told to stop, or `orphaned` says that it should; what it is doing
    then, it finishes first."""

    def __init__(
        self,
        clock: Callable[[], datetime] = timezone.now,
        orphaned: Callable[[], bool] = lambda: False,
    ) -> None:
        self.clock = clock
        self.orphaned = orphaned
        self.stopping = False

    def stop(self, number: int = 0, frame: FrameType | None = None) -> None:
        """End after what is being done."""
        self.stopping = True

    def run(self) -> None:
        """Work. A fault of the database is waited out, for it passes."""
        heart: Heart | None = None
        while not (self.stopping or self.orphaned()):
            pause = PAUSE
            try:
                heart = heart or Heart(name_of_worker(), self.clock())
                tick(beating(heart, self.clock))
            except (DatabaseError, TooLong) as error:
                log.error("the worker's turn ended early: %s", type(error).__name__)
                close_old_connections()
                pause = AFTER_FAULT
            time.sleep(0 if self.stopping else pause)
        if heart:
            heart.stop()
