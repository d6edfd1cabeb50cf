"""How the database finds what the pages ask for: every statement of every kind of page, its plan.

    python -m bench.plans [--all]

On the environment's database, which `made_up_people` has filled. Prints the statements whose plan
walks a whole table that grows with the cases, or all of one landlord's rows in an index; with
`--all` every statement of every page. Prints nothing else: silence is what is wanted.
"""

import re
import sys
from collections.abc import Iterator
from random import Random
from typing import Any

from bench.pages import _addresses, _officer
from redress.commands import setup_django

GROWING = (
    *(f"cases_{name}" for name in ("case", "event", "stage", "issue", "deadline", "action")),
    *(f"cases_{name}" for name in ("comment", "message", "letter", "document", "searchword")),
    *("cases_submission", "people_resident", "people_home", "people_residentword"),
)
WALK = re.compile(r"(?:SCAN|Seq Scan on) (?:\w+ )?(\w+)")
# An index's first column alone is the landlord: all that it has.
ALL_OF_ONE = re.compile(r"SEARCH (\w+) USING .*\(landlord_id=\?\)$")


def main(every: bool) -> None:
    """Print what walks, kind of page by kind of page."""
    setup_django()
    client, told = _officer(), set()
    for kind, addresses in _addresses(Random(1)):
        for sql, params in _asked(client, addresses[0]):
            plan = list(_plan(sql, params))
            bad = [line for line in plan if _walks(line, sql)]
            if (every or bad) and sql not in told:
                told.add(sql)
                print(f"## {kind}\n{sql}\n" + "\n".join(f"    {line}" for line in plan) + "\n")


def _asked(client: Any, address: str) -> list[tuple[str, Any]]:
    """The statements of a page that read."""
    from django.db import connection

    asked: list[tuple[str, Any]] = []

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith("SELECT"):
            asked.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        client.get(address)
    return asked


def _plan(sql: str, params: Any) -> Iterator[str]:
    from django.db import connection

    how = "EXPLAIN QUERY PLAN" if connection.vendor == "sqlite" else "EXPLAIN (ANALYZE, COSTS OFF)"
    with connection.cursor() as cursor:
        cursor.execute(f"{how} {sql}", params)
        for row in cursor.fetchall():
            yield str(row[-1])


def _walks(line: str, sql: str) -> bool:
    found = WALK.search(line) or ALL_OF_ONE.search(line)
    if found is None:
        return False
    name = found.group(1)
    aliased = re.search(rf'"(\w+)" {name}\b', sql)
    return (aliased.group(1) if aliased else name) in GROWING


if __name__ == "__main__":
    main("--all" in sys.argv)
