"""The annual report beside one SQL aggregate written by hand, in the same run.

    python -m bench.annual_report [--rows 100000] [--database sqlite postgresql]

Both count the fifteen tables of three years (the report compares with two earlier ones), and all
figures are compared before any time is told.
"""

from typing import Any

from bench import databases
from bench.measure import arguments, child, say, table

FORMS = ("html", "pdf", "docx")


def main() -> None:
    """Print seconds, ours and by hand, and the ratio."""
    given = arguments(__doc__ or "")
    took = []
    for kind in given.database:
        say(databases.NAMES[kind])
        with databases.fresh(kind) as env:
            child("importing", given.rows, env=env)
            memory = {form: child("making_report", form, env=env) for form in FORMS}
            took.append(child("reporting", env=env) | {"memory": memory})
    head = ("database", "stages counted", "report, seconds", "and as JSON", "SQL by hand, seconds")
    print(table([*head, "report takes", "figures compared, all equal"], [_row(e) for e in took]))
    print("From the store to the file, figures included, in seconds:")
    print(
        table(["database", *FORMS], [(e["version"], *(f"{e[f]:.2f}" for f in FORMS)) for e in took])
    )
    print("The most memory of a program that makes one, in MiB; before it began to in brackets:")
    print(table(["database", *FORMS], [(e["version"], *_memory(e["memory"])) for e in took]))


def _memory(each: dict[str, Any]) -> list[str]:
    return [f"{each[f]['peak_mib']:.0f} ({each[f]['before_mib']:.0f})" for f in FORMS]


def _row(each: dict[str, Any]) -> tuple[object, ...]:
    return (
        each["version"],
        f"{each['stages']:,}",
        f"{each['report']:.2f}",
        f"{each['json']:.2f}",
        f"{each['by_hand']:.3f}",
        f"{each['report'] / each['by_hand']:.1f} times",
        each["compared"],
    )


if __name__ == "__main__":
    main()
