"""A CSV file of made-up cases, as many as asked for: `python bench/made_up_cases.py 100000 FILE`."""

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


def rows(count: int) -> list[list[str]]:
    """`count` rows, the same each time: a stage a row, one case in six with a second stage."""
    draw = random.Random(7)
    made: list[list[str]] = []
    number = 0
    while len(made) < count:
        number += 1
        service = draw.choice(list(SERVICES))
        category = draw.choice(SERVICES[service])
        tenure = draw.choice(("tenant", "tenant", "leaseholder", "applicant"))
        received = date(2023, 4, 1) + timedelta(days=draw.randrange(1_000))
        for stage in ("1", "2") if draw.randrange(6) == 0 else ("1",):
            due = received + timedelta(days=14 if stage == "1" else 28)
            answered = received + timedelta(days=draw.randrange(3, 40))
            outcome = draw.choice(("upheld", "partly_upheld", "not_upheld", ""))
            answer = answered.isoformat() if draw.randrange(50) else ""
            made.append(
                [f"OLD-{number:07}", "complaint", stage, received.isoformat(),
                 (received + timedelta(days=2)).isoformat(), due.isoformat(), "", answer,
                 outcome, tenure, service, category, "phone", "no"]
            )  # fmt: skip
            received = answered + timedelta(days=5)
    return made[:count]


def write(path: Path, count: int) -> None:
    """Write the file, header first."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows(rows(count))


if __name__ == "__main__":
    write(Path(sys.argv[2]), int(sys.argv[1]))
