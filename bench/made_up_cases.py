"""A CSV file of made-up cases, as many as asked for.

python -m bench.made_up_cases 100000 FILE.csv
"""

import csv
import random
import sys
from datetime import date, timedelta
from pathlib import Path

from redress.rules.case_rows import COLUMNS

SERVICES = {
    "Repairs": ("leak", "heating", "outstanding repair", "electrics"),
    "Housing needs": ("bidding", "banding", "homelessness"),
    "Residents": ("service charges", "pest control", "trees"),
}
ENQUIRIES = ("councillor_enquiry", "councillor_enquiry", "mp_enquiry", "other")
START, DAYS = date(2023, 4, 1), 1_000


def rows(count: int) -> list[list[str]]:
    """`count` rows, the same each time: a stage a row, one case in six with a second stage, one in
    ten an enquiry. One row in fifty waits for its answer.
    """
    draw = random.Random(7)
    made: list[list[str]] = []
    number = 0
    while len(made) < count:
        number += 1
        received = START + timedelta(days=draw.randrange(DAYS))
        made += _case(f"OLD-{number:07}", received, draw)
    return made[:count]


def unanswered(count: int, until: date) -> list[list[str]]:
    """The rows of `count` open complaints that came in during the weeks before a day, every third
    of them at stage 2."""
    draw = random.Random(8)
    made = []
    for number in range(1, count + 1):
        reference, received = f"NEW-{number:05}", until - timedelta(days=draw.randrange(60, 100))
        first = _row(reference, "complaint", "1", received, draw)
        if number % 3 == 0:
            made.append([*first[:7], (received + timedelta(days=9)).isoformat(), *first[8:]])
            received = until - timedelta(days=draw.randrange(1, 40))
            first = [*_row(reference, "complaint", "2", received, draw)[:9], *first[9:]]
        made.append([*first[:7], "", "", *first[9:]])
    return made


def _case(reference: str, received: date, draw: random.Random) -> list[list[str]]:
    if draw.randrange(10) == 0:
        return [_row(reference, draw.choice(ENQUIRIES), "", received, draw)]
    first = _row(reference, "complaint", "1", received, draw)
    if draw.randrange(6):
        return [first]
    asked = date.fromisoformat(first[7] or first[5]) + timedelta(days=5)
    return [first, [*_row(reference, "complaint", "2", asked, draw)[:9], *first[9:]]]


def _row(reference: str, kind: str, stage: str, received: date, draw: random.Random) -> list[str]:
    service = draw.choice(list(SERVICES))
    due = received + timedelta(days=28 if stage == "2" else 14)
    extended = (due + timedelta(days=10)).isoformat() if draw.randrange(8) == 0 else ""
    answered = received + timedelta(days=draw.randrange(3, 40))
    outcome = draw.choice(("upheld", "partly_upheld", "not_upheld", ""))
    return [
        reference, kind, stage, received.isoformat(),
        (received + timedelta(days=1)).isoformat(), due.isoformat(), extended,
        answered.isoformat() if draw.randrange(50) else "", outcome,
        draw.choice(("tenant", "tenant", "leaseholder", "applicant")), service,
        draw.choice(SERVICES[service]), "phone", "no",
    ]  # fmt: skip


def write(path: Path, made: list[list[str]]) -> Path:
    """Write the file, header first."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows(made)
    return path


if __name__ == "__main__":
    write(Path(sys.argv[2]), rows(int(sys.argv[1])))
