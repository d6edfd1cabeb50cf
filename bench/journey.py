"""A resident's whole complaint, page by page, and then following it: by one client and by four.

    python -m bench.journey [--journeys 20] [--database sqlite postgresql] [--large]

Each client is a program of its own that fills in every page of the form and sends it, asks for a
code, types it in, and looks at the complaint, through Django's test client: middleware, session,
view, queries and template, without network and server. Sessions are rows, as in use. `--large`
does it among 115,000 cases of the same landlord, made as `bench.desk` makes them.
"""

import argparse
import json
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from typing import Any

from bench import databases
from bench.measure import child, percentile, say, table

CLIENTS = (1, 4)
FOLLOWED = 5  # looks at a complaint for each one made
SMALL = 1_000  # cases imported, which `bench.multiply` makes 115,000 of


def main() -> None:
    """Print a table for each database; or, as a client, go on the journeys."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--journeys", type=int, default=20)
    parser.add_argument("--database", choices=databases.KINDS, nargs="+", default=databases.KINDS)
    parser.add_argument("--large", action="store_true", help="among 115,000 cases")
    parser.add_argument("--client", default="")
    given = parser.parse_args()
    if given.client:
        return travel(given.journeys, given.client)
    rows = [row for kind in given.database for row in measured(kind, given.journeys, given.large)]
    head = "database", "clients", "step", "requests a second", "p50 ms", "p95 ms"
    print(table(head, rows))
    return None


def measured(kind: str, journeys: int, large: bool) -> list[tuple[object, ...]]:
    """A row for the form, for sending it, and for following, with each number of clients."""
    say(databases.NAMES[kind])
    found: list[tuple[object, ...]] = []
    with databases.fresh(kind) as env:
        if large:
            child("importing", SMALL, env=env)
            child("made_up_people", env=env)
            child("multiply", env=env)
        for clients in CLIENTS:
            began = time.perf_counter()
            taken = together(clients, journeys, env)
            seconds = time.perf_counter() - began
            for step, ms in taken.items():
                rate = len(ms) / (sum(ms) / 1_000) * clients
                row = (percentile(ms, 50), percentile(ms, 95))
                found.append((databases.NAMES[kind], clients, step, f"{rate:.0f}", *map(_ms, row)))
            say(f"  {clients} clients, {seconds:.0f} s")
    return found


def _ms(value: float) -> str:
    return f"{value:.1f}"


def together(clients: int, journeys: int, env: dict[str, str]) -> dict[str, list[float]]:
    """The milliseconds of every request of every client, by step; all begin when all are warm."""
    command = [sys.executable, "-m", "bench.journey", f"--journeys={journeys}", "--client"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    running = []
    for number in range(clients):
        each = subprocess.Popen([*command, f"c{number}"], env=env, **pipes)  # type: ignore[call-overload]
        each.stdout.readline()
        running.append(each)
    for each in running:
        each.stdin.write("\n")
        each.stdin.flush()
    taken: dict[str, list[float]] = defaultdict(list)
    for each in running:
        said = each.communicate()[0]
        for step, ms in json.loads(said.splitlines()[-1]).items():
            taken[step] += ms
    return taken


def travel(journeys: int, name: str) -> None:
    """One client: says when it is warm, waits for a line, and prints what each request took."""
    from redress.commands import setup_django

    setup_django()
    from django.core.management import call_command

    call_command("collectstatic", verbosity=0, interactive=False)
    _landlord()
    taken: dict[str, list[float]] = defaultdict(list)
    one(name, 0, defaultdict(list))
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(1, journeys + 1):
        one(name, number, taken)
    print(json.dumps(taken))


def _landlord() -> None:
    """The landlord whose form it is: where the store was filled, the one that has its cases."""
    from redress.people.models import Landlord
    from tests import builders

    if Landlord.objects.filter(slug="code-model").exists():
        return
    as_in_tests = {"slug": "code-model", "reference_prefix": "MOD", "name": "Code-Model"}
    if not Landlord.objects.filter(slug="harrow").update(**as_in_tests):
        builders.landlord()


def one(name: str, number: int, taken: dict[str, list[float]]) -> None:
    """One resident: the form, sending it, the code, and looks at the complaint."""
    from django.test import Client

    from tests.web import follower, journey

    client = Client(SERVER_NAME="localhost", REMOTE_ADDR=f"10.{number % 250}.{len(name)}.1")
    email = f"{name}-{number}@example.org"
    answers = journey.PAGES | {"/you": journey.YOU | {"email": email}, "/needs": {}}
    for page, typed in answers.items():
        timed(taken["form: a page"], lambda page=page: client.get(journey.BASE + page))
        timed(
            taken["form: answering it"],
            lambda page=page, typed=typed: client.post(journey.BASE + page, typed),
        )
    timed(taken["form: checking"], lambda: client.get(f"{journey.BASE}/check"))
    sent = {"submission": journey.key(client)}
    timed(taken["form: sending"], lambda: client.post(f"{journey.BASE}/check", sent))
    shown = client.get(f"{journey.BASE}/sent").content.decode()
    reference = "MOD-" + shown.partition("MOD-")[2][:6]
    timed(taken["follow: asking"], lambda: follower.asks(client, reference, email))
    code = {"code": follower.code_in(email)}
    timed(taken["follow: the code"], lambda: client.post(f"{follower.BASE}/code", code))
    for _ in range(FOLLOWED):
        timed(taken["follow: the page"], lambda: client.get(f"{follower.BASE}/complaint"))


def timed(kept: list[float], work: Callable[[], Any]) -> None:
    """Keeps the milliseconds of one request, which must have gone well."""
    began = time.perf_counter()
    answer = work()
    kept.append((time.perf_counter() - began) * 1_000)
    if answer.status_code not in (200, 302):
        raise SystemExit(f"{answer.status_code}: {answer.content.decode()[-2_000:]}")


if __name__ == "__main__":
    main()
