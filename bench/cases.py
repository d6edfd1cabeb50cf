"""Importing a year's files, and the desk's pages at 1,000 and at 100,000 cases.

python -m bench.cases [--rows 100000] [--database sqlite postgresql]
"""

from contextlib import ExitStack
from typing import Any

from bench import databases
from bench.measure import arguments, child, in_turns, percentile, say, table

SMALL = 1_000
SAMPLES = 360  # of each kind of page
BUDGET = 1.5  # how much slower the large store may be


def main() -> None:
    """Print both tables for each database."""
    given = arguments(__doc__ or "")
    for kind in given.database:
        say(databases.NAMES[kind])
        with ExitStack() as stack:
            small, middle, large = (stack.enter_context(databases.fresh(kind)) for _ in range(3))
            took = [
                child("importing", SMALL, env=small),
                child("importing", given.rows // 10, env=middle),
                child("importing", given.rows, env=large),
            ]
            print(f"### Import, {took[0]['version']}\n\n{import_table(took)}")
            for env in (small, large):
                child("made_up_people", env=env)
            say(f"  pages {SAMPLES}, both stores in turn")
            found = in_turns("pages", SAMPLES, envs=(small, large))
            head = f"{took[0]['cases']:,} cases", f"{took[-1]['cases']:,} cases"
            print(f"### Pages, {took[0]['version']}\n\n{page_table(found, head)}")


def import_table(took: list[dict[str, Any]]) -> str:
    """What each import took: the memory is that of the program, Django and all."""
    head = ("rows", "cases", "seconds", "rows a second", "peak MiB", "MiB before", "database MB")
    return table(
        head,
        [
            (
                f"{each['rows']:,}",
                f"{each['cases']:,}",
                f"{each['seconds']:.1f}",
                f"{each['rows'] / each['seconds']:,.0f}",
                f"{each['peak_mib']:.0f}",
                f"{each['before_mib']:.0f}",
                f"{each['database_mb']:.0f}",
            )
            for each in took
        ],
    )


def page_table(found: list[Any], stores: tuple[str, str]) -> str:
    """Milliseconds in both stores, and how many times slower the large one is."""
    head = ["page", *(f"{what}, {store}" for store in stores for what in ("p50", "p95"))]
    head += ["p50 ratio", "p95 ratio", *(f"queries, {store}" for store in stores)]
    names = list(found[0])
    rows = []
    for name in (*dict.fromkeys(name.split(":")[0] for name in names), *names):
        kinds = [each for each in names if each == name or each.startswith(f"{name}:")]
        label = f"**all of {name}**" if len(kinds) > 1 else name
        rows.append(_page_row(label, *(_pooled([each[kind] for kind in kinds]) for each in found)))
    return table(head, rows)


def _pooled(taken: list[Any]) -> tuple[float, float, int]:
    """p50, p95 and the most queries of some kinds of page together."""
    all_ms = [ms for each in taken for ms in each["ms"]]
    return percentile(all_ms, 50), percentile(all_ms, 95), max(each["queries"] for each in taken)


def _page_row(label: str, small: Any, large: Any) -> tuple[object, ...]:
    ratios = [large[n] / small[n] for n in (0, 1)]
    return (
        label,
        *(f"{each[n]:.1f}" for each in (small, large) for n in (0, 1)),
        *(f"{ratio:.2f}{' (over)' if ratio > BUDGET else ''}" for ratio in ratios),
        small[2],
        large[2],
    )


if __name__ == "__main__":
    main()
