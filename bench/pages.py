"""Times pages as a signed-in officer gets them, view, template and queries: prints JSON.

    python -m bench.pages SAMPLES

It says when it is warm, and then asks for one page of each kind for every line it is given, so
that two stores can be measured turn by turn: `cases.py` does. At the end it prints, for each kind,
the milliseconds of every sample and the most queries that a page made.
"""

import json
import sys
import time
from collections.abc import Iterable
from random import Random
from typing import Any
from urllib.parse import quote

from bench.slips import slipped
from redress.commands import setup_django

SLUG = "harrow"
DESK = f"/{SLUG}/desk/"
WARM = 2  # of each kind, before any is timed

LISTS = {
    "today": "",
    "worklist: everything due": "worklist",
    "worklist: mine": "worklist?handler=me",
    "worklist: overdue": "worklist?due=late",
    "worklist: stage 2": "worklist?stage=2",
    "worklist: nothing due": "worklist?due=none",
    "worklist: complex": "worklist?complex=yes",
    "worklist: by resident": "worklist?sort=resident",
    "worklist: closed too": "worklist?show=all",
    "worklist: closed too, of a service": "worklist?show=all&service=Repairs&category=electrics",
    "worklist: of a service, overdue": "worklist?service=Repairs&due=late",
    "worklist: tag": "worklist?tag=disrepair",
    "worklist: closed, mine": "worklist?show=closed&handler=me",
    "worklist: closed, rare tag": "worklist?show=closed&tag=meeting",
    "worklist: closed, complex": "worklist?show=closed&complex=yes",
    "worklist: all, rare channel": "worklist?show=all&channel=letter",
    "worklist: all, stage 2 awaiting": "worklist?show=all&stage=2",
    "worklist: all by service": "worklist?show=all&sort=service",
    "worklist: all by resident": "worklist?show=all&sort=resident",
    "worklist: comments late": "worklist?waiting=late-comments",
    "worklist: promise late": "worklist?promise=late",
    "worklist: not sent": "worklist?waiting=sending",
    "requests to check": "requests-to-check",
    "comments asked": "comments-asked",
    "promises": "promises",
    "sending: needs you": "sending",
    "sending: sent": "sending?show=sent",
    "log a call": "receive",
}
COMMON = ("leak", "heating", "repairs", "residents", "electrics", "smith road")
TOGETHER = ("repairs leak", "heating repairs", "residents trees", "banding housing needs")
APART = ("leak heating", "trees bidding", "pest electrics", "banding trees", "leak homelessness")
PREFIXES = ("smi", "jon", "kha", "men", "lea", "electri", "o", "r", "07", "nw1")


def main(samples: int) -> None:
    """Time every kind of page on the environment's database."""
    setup_django()
    client, draw = officer_client(), Random(1)
    kinds = {name: _drawn(addresses, samples, draw) for name, addresses in _addresses(draw)}
    for addresses in kinds.values():
        for address in addresses[:WARM]:
            _get(client, address)
    taken: dict[str, list[float]] = {name: [] for name in kinds}
    for turn in zip(*kinds.values(), strict=True):
        print("ready", flush=True)
        sys.stdin.readline()
        for name, address in zip(kinds, turn, strict=True):
            taken[name].append(_get(client, address))
    print(
        json.dumps(
            {
                name: {"ms": taken[name], "queries": max(_queries(client, a) for a in each[:4])}
                for name, each in kinds.items()
            }
        )
    )


def _drawn(addresses: Iterable[str], samples: int, draw: Random) -> list[str]:
    """As many addresses as samples, each as often as the others, in no order."""
    each = list(addresses)
    found = (each * (samples // len(each) + 1))[:samples]
    draw.shuffle(found)
    return found


def officer_client() -> Any:
    """A client who is signed in, with the files of the pages in their place."""
    from django.core.management import call_command
    from django.test import Client

    from redress.demo.staff import email
    from redress.people.landlords import landlord_named
    from redress.people.models import User

    call_command("collectstatic", verbosity=0, interactive=False)
    client = Client(SERVER_NAME="localhost")
    client.force_login(User.objects.get(email=email("officer", landlord_named(SLUG))))
    return client


def _get(client: Any, address: str) -> float:
    began = time.perf_counter()
    answer = client.get(address)
    took = (time.perf_counter() - began) * 1_000
    if answer.status_code != 200:
        raise SystemExit(f"{address}: {answer.status_code}")
    return took


def _queries(client: Any, address: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)


def _addresses(draw: Random) -> Iterable[tuple[str, list[str]]]:
    """Each kind of page with its addresses."""
    from redress.cases.models import Case

    for name, query in LISTS.items():
        yield name, [DESK + query]
    open_cases = list(Case.objects.filter(open_due__isnull=False).order_by("open_due", "id"))
    yield (
        "worklist: further pages",
        [
            f"{DESK}worklist?after={row.open_due}.{row.pk}"
            for row in draw.sample(open_cases[:-60], 200)
        ],
    )
    cases = Case.objects.select_related("resident__home")
    told = [row for row in cases.exclude(submission=None) if row.submission.startswith("demo")]
    imported = _random_cases(cases.filter(submission=None), 300, draw)
    yield "case: imported", [_case(row) for row in imported]
    yield "case: with a story", [_case(row) for row in told]
    for name, texts in _searches(imported).items():
        yield f"search: {name}", [f"{DESK}find?find={quote(text)}" for text in texts]


def _random_cases(rows: Any, many: int, draw: Random) -> list[Any]:
    numbers = list(rows.values_list("pk", flat=True))
    return list(rows.filter(pk__in=draw.sample(numbers, min(many, len(numbers)))))


def _case(row: Any) -> str:
    return f"{DESK}case/{quote(row.reference)}"


def _searches(cases: list[Any]) -> dict[str, list[str]]:
    """What people type, by what it costs to find."""
    names = [row.resident.name for row in cases]
    return {
        "whole name": names,
        "surname": [name.split()[1] for name in names],
        "number of a reference": [row.reference.split("-")[1] for row in cases],
        "postcode": [row.resident.home.postcode for row in cases],
        "phone": [row.resident.phone for row in cases],
        "common word": list(COMMON),
        "two common words that meet": list(TOGETHER),
        "two common words that never do": list(APART),
        "beginning of a word": list(PREFIXES),
        "a slip in a name": [slipped(name, Random(n)) for n, name in enumerate(names)],
        "nothing found": [f"zz{name}qq" for name in names],
    }


if __name__ == "__main__":
    main(int(sys.argv[1]))
