"""Receiving a complaint, durably, beside the same rows inserted by bare SQL in the same run.

python -m bench.receive [--seconds 5] [--database sqlite postgresql]
"""

from statistics import median
from typing import Any

from bench import databases
from bench.measure import arguments, child, say, table

CLIENTS = (1, 4)
ROUNDS = 3


def main() -> None:
    """Print complaints a second, ours and bare, and how many times quicker bare SQL is."""
    given = arguments(__doc__ or "")
    took = []
    for kind in given.database:
        say(databases.NAMES[kind])
        with databases.fresh(kind) as env:
            took += [child("receiving", given.seconds, n, ROUNDS, env=env) for n in CLIENTS]
    head = ("database", "clients", "received a second", "bare SQL a second", "bare is quicker by")
    print(table(head, [_row(each) for each in took]))


def _row(each: dict[str, Any]) -> tuple[object, ...]:
    """The middle one of the rounds; the ratio is that of the middle rates."""
    ours, bare = (median(each["rates"][way]) for way in ("redress", "bare"))
    return (
        each["version"],
        each["clients"],
        f"{ours:.0f}",
        f"{bare:.0f}",
        f"{bare / ours:.1f} times",
    )


if __name__ == "__main__":
    main()
