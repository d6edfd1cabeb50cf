"""The year before the demonstration's own cases, as an old system would hand it over: without it
no month could be compared with another. Damp and mould comes up more in the last three months."""

import csv
import tempfile
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

from redress.cases.importing import import_cases
from redress.demo.troubles import TROUBLES, Trouble
from redress.people.models import Landlord
from redress.reports.models import Pack
from redress.rules.case_rows import COLUMNS
from redress.rules.themes import Windows

A_WEEK = 2  # complaints received
DAMP = "damp and mould"
WAYS = ("web", "phone", "email", "letter")
OUTCOMES = ("upheld", "partly_upheld", "not_upheld")
TO_THE_PRESENT = timedelta(days=35)  # of which the demonstration has cases of its own
Row = dict[str, str]


def tell_year(landlord: Landlord, today: date, now: datetime) -> bool:
    """Import the year, unless packs were made of it already; whether it was. The same day gives
    the same rows."""
    if Pack.objects.filter(landlord=landlord).exists():
        return False
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "year.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS)
            writer.writeheader()
            writer.writerows(_rows(landlord, today))
        done = import_cases(path, landlord, at=now)
    if done.faults:
        raise ValueError(f"the demonstration's year does not import: {done.faults}")
    return True


def _rows(landlord: Landlord, today: date) -> Iterator[Row]:
    draw = Random(f"year of {landlord.slug}")  # noqa: S311 invented cases, not secrets
    windows = Windows(today)
    day, number = windows.start, 0
    while day < today - TO_THE_PRESENT:
        often = A_WEEK + 2 * (day >= windows.recent)
        for nth in range(often):
            number += 1
            damp = day >= windows.recent and nth >= A_WEEK
            trouble = (
                next(t for t in TROUBLES if t.category == DAMP) if damp else draw.choice(TROUBLES)
            )
            received = day + timedelta(days=draw.randrange(5))
            yield from _case(f"Y{number:04}", trouble, received, draw)
        day += timedelta(days=7)


def _case(reference: str, trouble: Trouble, received: date, draw: Random) -> Iterator[Row]:
    answered = received + timedelta(days=draw.randrange(6, 20))
    yield _row(reference, 1, trouble, received, answered, draw)
    if draw.random() < 0.1:
        asked = answered + timedelta(days=2)
        yield _row(reference, 2, trouble, asked, asked + timedelta(days=12), draw)


def _row(
    reference: str, stage: int, trouble: Trouble, received: date, answered: date, draw: Random
) -> Row:
    return {
        "reference": reference,
        "kind": "complaint",
        "stage": str(stage),
        "received": received.isoformat(),
        "acknowledged": (received + timedelta(days=3)).isoformat(),
        "due": (received + timedelta(days=17 if stage == 1 else 31)).isoformat(),
        "extended_to": "",
        "responded": answered.isoformat(),
        "outcome": draw.choice(OUTCOMES),
        "tenure": draw.choice(("tenant", "tenant", "leaseholder")),
        "service_area": trouble.service,
        "category": trouble.category,
        "channel": draw.choice(WAYS),
        "petition": "no",
    }
