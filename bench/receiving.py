"""Receives complaints for some seconds with some clients, and bare SQL beside: prints JSON.

    python -m bench.receiving SECONDS CLIENTS ROUNDS

Each client is a program of its own, all begin at the same moment, and a complaint counts once it
is committed. Ours and bare SQL take turns, so that whatever else the machine does meets both.
"""

import json
import multiprocessing
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from redress.commands import setup_django

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
WAYS = ("redress", "bare")


def main(seconds: float, clients: int, rounds: int) -> None:
    """Complaints a second for each way, of each round."""
    setup_django()
    from django.db import connection

    from bench.databases import version

    model, which = _receiver()(), version(connection)
    connection.close()
    rates: dict[str, list[float]] = {way: [] for way in WAYS}
    for _ in range(rounds):
        for way in WAYS:
            rates[way].append(_rate(way, model, seconds, clients))
    print(json.dumps({"version": which, "clients": clients, "rates": rates}))


def _rate(way: str, model: str, seconds: float, clients: int) -> float:
    context = multiprocessing.get_context("spawn")
    start, counts = context.Barrier(clients), context.Queue()
    running = [
        context.Process(target=_client, args=(way, model, seconds, start, counts))
        for _ in range(clients)
    ]
    for each in running:
        each.start()
    total = sum(counts.get(timeout=seconds + 120) for _ in running)
    for each in running:
        each.join()
    return total


def _client(way: str, model: str, seconds: float, start: Any, counts: Any) -> None:
    setup_django()
    once = _receiver() if way == "redress" else _inserter(model)
    for _ in range(5):
        once()
    start.wait()
    done, began = 0, time.perf_counter()
    while time.perf_counter() - began < seconds:
        once()
        done += 1
    counts.put(done / (time.perf_counter() - began))


def _inserter(model: str) -> Callable[[], None]:
    from bench.bare_sql import Copies

    return Copies(model).insert


def _receiver() -> Callable[[], str]:
    """Receives a resident's complaint by phone; gives its reference."""
    from redress.cases.perform import Done, receive
    from redress.demo.staff import staff_of
    from redress.people.landlords import landlord_named
    from redress.people.models import Home, Resident
    from redress.rules.actions.receive import NewIssue, Receive

    landlord = landlord_named("harrow")
    officer = staff_of(landlord).officer
    home = Home.objects.create(landlord=landlord, address="4 Elm Walk", postcode="HA1 4AA")
    person = Resident.objects.create(
        landlord=landlord, name="Mary Osei", home=home, phone="07700 900123", email="m@example.org"
    )
    given = Receive(
        landlord="",
        reference="",
        received_on=NOW.date(),
        description="The kitchen ceiling leaks and nobody comes. I have rung four times.",
        channel="phone",
        resident=person.pk,
        service="Repairs",
        category="leak",
        issues=(NewIssue(summary="The kitchen ceiling leaks"),),
    )

    def once() -> str:
        made = receive(officer, landlord, given, at=NOW)
        if not isinstance(made, Done):
            raise SystemExit(f"refused: {made}")
        return made.reference

    return once


if __name__ == "__main__":
    main(float(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
