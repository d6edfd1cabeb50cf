"""Times the annual report and the hand-written aggregate, and compares every figure: prints JSON.

python -m bench.reporting
"""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from bench.databases import version
from bench.measure import best
from redress.commands import setup_django
from redress.rules.figures_year import Year

YEAR = Year(2025)  # and the two before it, which the report compares with
AS_AT = date(2026, 11, 23)
FIGURES = (
    "received",
    "on_time",
    "late",
    "overdue",
    "not_yet_due",
    "upheld",
    "partly_upheld",
    "not_upheld",
    "no_outcome",
    "code_on_time",
    "code_limited",
)
Tables = dict[tuple[str, str, str], tuple[int, ...]]  # by year, kind and scope


def main() -> None:
    """Measure on the environment's database."""
    setup_django()
    from django.db import connection

    from redress.people.landlords import landlord_named
    from redress.reports.annual import without_details
    from redress.reports.annual_json import to_json

    landlord = landlord_named("harrow")
    whole, report = best(lambda: without_details(landlord, YEAR, AS_AT))
    text, _ = best(lambda: to_json(report))
    figures = {**report.earlier, YEAR.label: report.figures}
    tables, ours = best(lambda: _ours(figures))
    statement, theirs = best(lambda: _by_hand(connection, landlord.pk))
    years = dict.fromkeys(year for year, _, _ in ours)
    known = {key: numbers for key, numbers in ours.items() if any(numbers)}
    if known != theirs:
        raise SystemExit(f"they differ: {set(known.items()) ^ set(theirs.items())}")
    stages = sum(each.tally().received for each in figures.values())
    print(
        json.dumps(
            {
                "version": version(connection),
                "stages": stages,
                "report": whole + tables,
                "json": text,
                **{form: _whole(landlord, form) for form in ("html", "pdf", "docx")},
                "by_hand": statement,
                "compared": len(ours) * len(FIGURES),
                "years": list(years),
            }
        )
    )


def _whole(landlord: Any, form: str) -> float:
    """Seconds from the store to the file, the figures included."""
    from redress.reports.annual import annual
    from redress.reports.annual_formats import made

    seconds, _ = best(lambda: made(annual(landlord, YEAR, AS_AT), form))
    return seconds


def _ours(figures: Mapping[str, Any]) -> Tables:
    from redress.rules.figures import TABLES, Scope

    found = {}
    for year, each in figures.items():
        for group in TABLES:
            for scope in Scope:
                tally = each.tally(group, scope)
                numbers = tuple(getattr(tally, name) for name in FIGURES)
                found[year, group.value, scope.value] = numbers
    return found


def _by_hand(connection: Any, landlord: int) -> Tables:
    """The statement's answer. Django's cursors take %(name)s on both databases."""
    statement = (Path(__file__).parent / "annual_report.sql").read_text(encoding="utf-8")
    given = {
        "landlord": landlord,
        "first": YEAR.earlier(2).start,
        "second": YEAR.earlier(1).start,
        "third": YEAR.start,
        "last": YEAR.end,
        "as_at": AS_AT,
    }
    for name in given:
        statement = statement.replace(f":{name}", f"%({name})s")
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        rows = cursor.fetchall()
    return {
        (YEAR.earlier(3 - year).label, kind, scope): tuple(int(number) for number in numbers)
        for year, kind, scope, *numbers in rows
    }


if __name__ == "__main__":
    main()
