"""Twenty cases given to another handler at once, as a leaver's are: prints JSON.

    python -m bench.bulk TIMES

It asks the page as a signed-in officer does, through Django's test client, so that each of the
twenty goes through the one door, in a transaction of its own.
"""

import json
import sys
import time
from typing import Any

from bench.pages import DESK, SLUG, officer_client
from redress.commands import setup_django

CASES = 20


def main(times: int) -> None:
    """Give the same twenty to one colleague after another, and time each."""
    setup_django()
    from redress.cases.queries import colleagues
    from redress.people.landlords import landlord_named
    from redress.rules.access import CASEWORK

    client = officer_client()
    people = [number for number, _ in colleagues(landlord_named(SLUG), *CASEWORK)]
    took = [
        _given_to(client, people[turn % len(people)], f"{turn:032x}") for turn in range(times + 1)
    ]
    print(json.dumps({"seconds": took[1:]}))


def _given_to(client: Any, person: int, key: str) -> float:
    from redress.cases.models import Case

    rows = Case.objects.filter(reference__startswith="NEW-").order_by("reference")[:CASES]
    ticked = [f"{row.event_count}:{row.reference}" for row in rows]
    sent = {"do": "allocate", "handler": person, "key": key, "ticked": ticked, "list": ""}
    began = time.perf_counter()
    answer = client.post(f"{DESK}bulk", sent)
    took = time.perf_counter() - began
    page = client.get(answer["Location"]).content.decode()
    if f"{CASES} of {CASES}" not in page:
        raise SystemExit(f"not all were given to somebody else: {page[-3000:]}")
    return took


if __name__ == "__main__":
    main(int(sys.argv[1]))
