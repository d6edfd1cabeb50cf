"""The desk's pages at about 1,000 and 115,000 cases, by one client and by four, and twenty cases
given to somebody else at once.

    python -m bench.desk [--samples 60] [--database sqlite postgresql]

The large store is the small one multiplied (`bench.multiply`), so that all of it takes a quarter
of an hour. With one client the two stores take turns.
"""

import argparse
import json
import subprocess
import sys
from contextlib import ExitStack
from typing import Any

from bench import databases
from bench.cases import page_table
from bench.measure import child, in_turns, percentile, say, table

SMALL = 1_000
CLIENTS = 4
BULK = 10  # times


def main() -> None:
    """Print the tables for each database."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--samples", type=int, default=60, help="of each kind of page")
    parser.add_argument("--database", choices=databases.KINDS, nargs="+", default=databases.KINDS)
    given = parser.parse_args()
    for kind in given.database:
        say(databases.NAMES[kind])
        with ExitStack() as stack:
            small, large = (stack.enter_context(databases.fresh(kind)) for _ in range(2))
            for env in (small, large):
                took = child("importing", SMALL, env=env)
                child("made_up_people", env=env)
            child("multiply", env=large)
            name = took["version"]
            one = in_turns("pages", given.samples, envs=(small, large))
            stores = "1,300 cases", "115,000 cases"
            print(f"### One client, {name}\n\n{page_table(one, stores)}", flush=True)
            four = at_once(max(10, given.samples // 3), large)
            print(f"### Four clients at once, {name}, 115,000 cases\n\n{many_table(one[1], four)}")
            print(bulk_line(child("bulk", BULK, env=large)["seconds"]), flush=True)


def at_once(samples: int, env: dict[str, str]) -> list[Any]:
    """What each of several clients found that asked at the same time."""
    say(f"  {CLIENTS} clients")
    command = [sys.executable, "-m", "bench.pages", str(samples)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    running = []
    for _ in range(CLIENTS):  # one after another: each lays out the static files anew
        running.append(subprocess.Popen(command, env=env, **pipes))  # type: ignore[call-overload]
        running[-1].stdout.readline()  # all are warm before any begins
    for each in running:
        each.stdin.write("\n" * samples)
        each.stdin.close()
    return [json.loads(each.stdout.read().splitlines()[-1]) for each in running]


def many_table(one: Any, four: list[Any]) -> str:
    """Each kind of page alone and among four clients."""
    rows = []
    for name in one:
        together = [ms for each in four for ms in each[name]["ms"]]
        alone = one[name]["ms"]
        rows.append(
            (name, *(f"{percentile(ms, p):.1f}" for ms in (alone, together) for p in (50, 95)))
        )
    return table(("page", "p50 alone", "p95 alone", "p50 of four", "p95 of four"), rows)


def bulk_line(seconds: list[float]) -> str:
    """What twenty cases took."""
    middle, worst = percentile(seconds, 50), max(seconds)
    return (
        f"Twenty cases given to somebody else: {middle:.2f} s in the middle, {worst:.2f} at most.\n"
    )


if __name__ == "__main__":
    main()
