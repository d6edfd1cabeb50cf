"""What the benchmarks share: a program of its own for each measurement, percentiles, tables."""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from bench.databases import KINDS


def arguments(what: str) -> argparse.Namespace:
    """The same words for every benchmark; each takes those it needs."""
    parser = argparse.ArgumentParser(description=what)
    parser.add_argument("--rows", type=int, default=100_000, help="rows of the large store")
    parser.add_argument("--seconds", type=float, default=5, help="of each measurement of receiving")
    parser.add_argument("--database", choices=KINDS, nargs="+", default=KINDS)
    return parser.parse_args()


def child(module: str, *words: object, env: dict[str, str]) -> Any:
    """Run `python -m bench.<module>` with an environment; gives the JSON it prints."""
    say(f"  {module} {' '.join(map(str, words))}")
    command = [sys.executable, "-m", f"bench.{module}", *map(str, words)]
    done = subprocess.run(command, env=env, check=True, stdout=subprocess.PIPE)
    return json.loads(done.stdout)


def in_turns(module: str, turns: int, *, envs: Sequence[dict[str, str]]) -> list[Any]:
    """Run a program in several environments at once, each waiting while another has its turn, so
    that whatever else the machine does meets all of them. Gives the JSON each prints in the end."""
    command = [sys.executable, "-m", f"bench.{module}", str(turns)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    running = [subprocess.Popen(command, env=env, **pipes) for env in envs]  # type: ignore[call-overload]
    said = [each.stdout.readline() for each in running]
    for _ in range(turns):
        for number, each in enumerate(running):
            each.stdin.write("\n")
            each.stdin.flush()
            said[number] = each.stdout.readline()
    for each in running:
        each.communicate()
        if each.returncode:
            raise SystemExit(f"bench.{module} failed")
    return [json.loads(last) for last in said]


def say(text: str) -> None:
    """Progress, for whoever waits: on standard error."""
    sys.stderr.write(text + "\n")


def percentile(values: Iterable[float], percent: int) -> float:
    """The smallest value that `percent` of all values do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)]


def best(work: Callable[[], Any], times: int = 5) -> tuple[float, Any]:
    """Seconds of the quickest run of several, and its answer."""
    took = []
    for _ in range(times):
        began = time.perf_counter()
        answer = work()
        took.append(time.perf_counter() - began)
    return min(took), answer


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table: words to the left, figures to the right."""
    body = [[str(cell) for cell in row] for row in rows]
    sides = ["---:" if _figure(cell) else "---" for cell in body[0]]
    lines = [head, sides, *body]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def _figure(cell: str) -> bool:
    return cell[:1].isdigit()
