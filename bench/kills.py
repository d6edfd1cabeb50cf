"""Kill the worker at its Nth step, for every N: is anything lost, or sent twice?

    python -m bench.kills --kills 200

A step is a database statement, a commit, or something said to or heard from the mail server; the
worker is killed (SIGKILL) just before or just after one. Then workers go on where it stopped, one
of which is killed again in every second trial. At the end each message must be in a state that the
mail server's own list of what it took bears out. Writes `bench/kills.md`.
"""

import argparse
import os
import platform
import shutil
import signal
import smtplib
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

REPORT = Path(__file__).with_name("kills.md")
LETTERS, STAFF = 5, 2
RECOVERIES = 6  # workers after the one that was killed, each some minutes later
MINUTES = 6


@dataclass
class Found:
    """What the trials came to."""

    kills: int = 0
    at: Counter[str] = field(default_factory=Counter)
    doubts: int = 0
    repeated: int = 0  # messages to staff that were sent once more as the same one
    faults: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)


class Steps:
    """Counts the steps of a worker, and kills it at one of them."""

    def __init__(self, deadly: int) -> None:
        self.deadly = deadly
        self.taken: list[str] = []

    def step(self, name: str) -> None:
        self.taken.append(name)
        if len(self.taken) == self.deadly:
            os.kill(os.getpid(), signal.SIGKILL)

    def around(self, name: str, does: Callable[..., Any]) -> Callable[..., Any]:
        def watched(*args: Any, **kwargs: Any) -> Any:
            self.step(f"before {name}")
            answer = does(*args, **kwargs)
            self.step(f"after {name}")
            return answer

        return watched

    def statement(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        kind = sql.split(None, 1)[0].upper()
        return self.around(f"statement {kind}", execute)(sql, params, many, context)


def worker(now: datetime, deadly: int, says: int) -> None:
    """One turn of a worker in a process of its own, watched."""
    from django.db import connection

    from redress.work.sending import send_due

    steps = Steps(deadly)
    connection.commit = steps.around("commit", connection.commit)  # type: ignore[method-assign]
    for name in ("connect", "send", "getreply"):
        before: Any = getattr(smtplib.SMTP, name)
        setattr(smtplib.SMTP, name, steps.around(f"SMTP {name}", before))
    with connection.execute_wrapper(steps.statement):
        send_due(lambda: now)
    connection.close()
    os.write(says, "\n".join(steps.taken).encode())
    os._exit(0)


def forked(now: datetime, deadly: int = 0) -> list[str] | None:
    """Run a worker; its steps, or None where it was killed."""
    from django.db import connections

    connections.close_all()
    hears, says = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            worker(now, deadly, says)
        finally:
            os._exit(1)
    os.close(says)
    with os.fdopen(hears) as file:
        steps = file.read().splitlines()
    status = os.waitpid(child, 0)[1]
    if os.WIFSIGNALED(status):
        return None
    if os.WEXITSTATUS(status):
        raise SystemExit("the worker failed by itself; run it without being killed to see why")
    return steps


def trial(deadly: int, kept: Path, draw: Random, found: Found) -> None:
    """Kill a worker at this step, let others go on, and compare with what the server took."""
    from tests.work.messages import START

    fresh()
    seen, began = len(kept.read_text().splitlines()), time.monotonic()
    found.kills += forked(START, deadly) is None
    for number in range(1, RECOVERIES + 1):
        now = START + timedelta(minutes=MINUTES * number)
        again = draw.randrange(1, 60) if number == 1 and deadly % 2 else 0
        found.kills += forked(now, again) is None
        if number > 1 and not open_messages():
            break
    found.seconds.append(time.monotonic() - began)
    took = Counter(
        line.split()[0].strip("<").partition("@")[0]
        for line in kept.read_text().splitlines()[seen:]
    )
    judge(deadly, took, found)


def open_messages() -> int:
    """How many messages still wait or are being handed over."""
    from redress.cases.models import Message
    from redress.cases.models.message import OPEN

    return Message.objects.filter(state__in=OPEN).count()


def fresh() -> None:
    """Every message as it was before anything was sent."""
    from redress.cases.models import Message
    from tests.work.messages import START

    Message.objects.update(
        state="waiting", token=0, held_until=None, attempts=0, doubts=0, stalls=0, not_before=START
    )


def judge(deadly: int, took: Counter[str], found: Found) -> None:
    """What is wrong with the messages as they stand now, beside what the mail server took."""
    from redress.cases.models import Message

    for message in Message.objects.order_by("id"):
        times, is_letter = took[message.message_id], message.letter_id is not None
        what = f"step {deadly}: message {message.pk} is {message.state}, taken {times} times"
        if message.to_address.startswith("refuse"):
            sound = times == 0 and message.state in ("failed", "in_doubt")
        elif times == 0:
            sound = message.state == "in_doubt"  # handed over, and killed before it had gone
        else:
            sound = message.state in ("accepted", "in_doubt")
        sound = sound and times <= (1 if is_letter else 2 if message.doubts else 1)
        if not sound:
            found.faults.append(what)
        found.doubts += message.state == "in_doubt"
        found.repeated += times == 2


@contextmanager
def laboratory(database: str) -> Iterator[Path]:
    """A database and a mail server of our own; gives the server's list of what it took."""
    folder = Path(tempfile.mkdtemp(prefix="redress-kills-"))
    kept = folder / "kept"
    kept.touch()
    command = [sys.executable, "-m", "tests.mail_server", str(kept)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as server:
        try:
            assert server.stdout is not None  # noqa: S101
            set_up(folder, int(server.stdout.readline()), database)
            yield kept
        finally:
            assert server.stdin is not None  # noqa: S101
            server.stdin.close()
            shutil.rmtree(folder, ignore_errors=True)


def set_up(folder: Path, port: int, database: str) -> None:
    """Django on a new database that holds the messages."""
    from tests import postgres

    for name in [name for name in os.environ if name.startswith("REDRESS_")]:
        del os.environ[name]
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "redress.config.settings",
        "REDRESS_VAR": str(folder),
        "REDRESS_SECRET_KEY": "only for this run",
        "REDRESS_MAIL_HOST": "127.0.0.1",
        "REDRESS_MAIL_PORT": str(port),
        "REDRESS_MAIL_SECURITY": "none",
        "REDRESS_MAIL_FROM": "complaints@landlord.example",
    }
    if database == "postgresql":
        os.environ["REDRESS_DATABASE_URL"] = postgres.start()
    import django

    django.setup()
    from django.core.management import call_command

    from tests import builders
    from tests.work.messages import letter_mail, staff_mail

    call_command("migrate", verbosity=0)
    landlord = builders.landlord()
    for number in range(LETTERS):
        letter_mail(landlord, f"resident{number}@example.org")
        if number < STAFF:
            staff_mail(landlord, f"staff{number}@example.org")
    letter_mail(landlord, "refuse@example.org")


def run(kills: int, seed: int, database: str) -> tuple[Found, list[str]]:
    """So many trials, spread over all steps of a turn; what they came to, and those steps."""
    draw, found = Random(seed), Found()
    with laboratory(database) as kept:
        from tests.work.messages import START

        steps = forked(START)
        if not steps:
            raise SystemExit("a worker that nobody kills takes no step: nothing to try")
        for number in range(kills):
            deadly = 1 + number * len(steps) // kills if kills < len(steps) else 1 + number
            deadly = 1 + (deadly - 1) % len(steps)
            found.at[" ".join(steps[deadly - 1].split()[1:])] += 1
            trial(deadly, kept, draw, found)
            if sys.stderr.isatty():
                sys.stderr.write(f"\r{number + 1} of {kills}")
    return found, steps


def report(found: Found, steps: list[str], seed: int, database: str, took: float) -> str:
    """The report as a page."""
    messages = LETTERS + STAFF + 1
    lines = [f"| {name} | {count} |" for name, count in sorted(found.at.items())]
    slowest, trials = max(found.seconds), len(found.seconds)
    command = f"python -m bench.kills --kills {trials} --seed {seed} --database {database}"
    machine = f"Python {platform.python_version()}, {os.cpu_count()} processors"
    mean = sum(found.seconds) / trials
    lost = sum("taken 0" in fault for fault in found.faults)
    return f"""\
# The worker, killed

`{command}`

{machine}, {took:.0f} seconds. A turn of the worker that sends {messages} messages ({LETTERS}
letters, {STAFF} to staff, 1 that the server refuses) takes {len(steps)} steps. In {trials} trials
it was killed at one of them, {found.kills} kills in all; each trial took {mean:.2f} seconds on
average and {slowest:.2f} at most.

| | |
| --- | --- |
| messages at stake | {trials * messages} |
| lost | {lost} |
| letters sent twice, or other faults | {len(found.faults) - lost} |
| in doubt, and put before a person | {found.doubts} |
| messages to staff sent once more under the same id | {found.repeated} |

Killed before or after:

| step | trials |
| --- | --- |
{chr(10).join(lines)}
"""


def main() -> int:
    """Tries, writes the report, and ends with 1 where anything was wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kills", type=int, default=200, help="trials (%(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="of the second kills (%(default)s)")
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--no-report", action="store_true", help="print it instead of writing it")
    args = parser.parse_args()
    began = time.monotonic()
    found, steps = run(args.kills, args.seed, args.database)
    text = report(found, steps, args.seed, args.database, time.monotonic() - began)
    if args.no_report:
        print(text)
    else:
        REPORT.write_text(text)
    for fault in found.faults:
        print(fault, file=sys.stderr)
    return 1 if found.faults else 0


if __name__ == "__main__":
    sys.exit(main())
