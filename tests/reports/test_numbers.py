"""Figures by their definitions, against Harrow's published tables and against SQL written by hand
on imported cases."""

import csv
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import connection

from redress.cases.importing import import_cases
from redress.demo import harrow
from redress.people.landlords import landlord_named
from redress.people.models import Landlord
from redress.reports.numbers import Asked
from redress.rules.definitions import BY_SLUG, DEFINITIONS
from redress.rules.figures import Group, Scope
from redress.rules.figures_by import Filters, broken, then
from redress.rules.figures_numbers import measure
from redress.rules.figures_stood import Stood
from redress.rules.periods import Period
from tests.reports.harrow_by_hand import APPENDIX_A, AS_AT, COLUMNS, case_rows, figure_row

YEAR = Period.parse("2023-24")


@pytest.fixture(scope="module")
def rows() -> list[Stood]:
    """Harrow's rows of 2023-24, straight from the demonstration's file."""
    mine = (row for row in case_rows() if YEAR.holds(row.received))
    return list(then(map(figure_row, mine), AS_AT))


@pytest.mark.parametrize(("kind", "scope"), list(APPENDIX_A))
def test_they_are_the_published_figures(rows: list[Stood], kind: str, scope: str) -> None:
    mine = (r.row for r in rows if r.group == kind and Scope(scope).holds(r.row.tenure))
    found = measure(mine, AS_AT)
    published = dict(zip(COLUMNS, APPENDIX_A[kind, scope], strict=True))
    percent = published.pop("on_time_percent")
    assert {name: found[name].value for name in published} == published
    share = found["on_time"].share
    assert share is not None and float(share.percent or 0) == percent


def test_breakdowns_add_up_to_the_whole(rows: list[Stood]) -> None:
    found = broken(rows, ("service", "tenure", "category", "group", "tenure_group", "channel"))
    sums = [each for each in DEFINITIONS if each.quantile is None]
    for name in found.by:
        parts = [numbers for _, numbers in found.table(name)]
        for each in sums:
            whole = found.whole[each.slug]
            assert sum(part[each.slug].value or 0 for part in parts) == whole.value, (name, each)


SQL = """
WITH answered AS (
    SELECT s.*, c.kind, CASE
        WHEN s.refused_ground <> '' THEN s.ended_on
        WHEN s.outcome = 'withdrawn' AND NOT EXISTS (
            SELECT 1 FROM cases_stage t WHERE t.case_id = s.case_id AND t.number > s.number
        ) THEN s.ended_on
        ELSE s.responded_on END AS answer,
        COALESCE(s.extended_to, s.held_due, s.promise_due) AS due
    FROM cases_stage s JOIN cases_case c ON c.id = s.case_id
    WHERE s.landlord_id = %(landlord)s AND s.received_on BETWEEN %(first)s AND %(last)s
        AND c.kind = 'complaint'
)
SELECT COUNT(*),
    SUM(CASE WHEN answer <= due THEN 1 ELSE 0 END),
    SUM(CASE WHEN answer > due THEN 1 ELSE 0 END),
    SUM(CASE WHEN answer IS NULL AND due < %(today)s THEN 1 ELSE 0 END),
    SUM(CASE WHEN outcome IN ('upheld', 'partly_upheld') THEN 1 ELSE 0 END),
    SUM(CASE WHEN outcome IS NULL THEN 1 ELSE 0 END),
    SUM(CASE WHEN answer <= code_due OR answer <= extended_to THEN 1 ELSE 0 END),
    SUM(CASE WHEN extended_to IS NOT NULL THEN 1 ELSE 0 END)
FROM answered WHERE number = %(stage)s
"""
ASKED = (
    "received", "on_time", "late", "overdue", "upheld_or_partly", "no_outcome", "in_code_time",
    "extended",
)  # fmt: skip


def sql(landlord: int, period: Period, stage: int) -> tuple[int, ...]:
    asked = {"landlord": landlord, "first": period.start, "last": period.end}
    with connection.cursor() as cursor:
        cursor.execute(SQL, asked | {"today": AS_AT, "stage": stage})
        return tuple(int(number or 0) for number in cursor.fetchone())


def bring_over(path: Path, landlord: Landlord, cases: int) -> None:
    """Import so many of Harrow's cases, drawn from all three years."""
    every = list(harrow.rows())
    references = list(dict.fromkeys(row["reference"] for row in every))
    some = set(references[:: len(references) // cases])
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(every[0]))
        writer.writeheader()
        writer.writerows(row for row in every if row["reference"] in some)
    done = import_cases(path, landlord, at=datetime(2026, 11, 23, 9, tzinfo=UTC))
    assert not done.faults


@pytest.mark.django_db
def test_against_sql_written_by_hand_on_imported_cases(tmp_path: Path) -> None:
    landlord = landlord_named("harrow")
    bring_over(tmp_path / "harrow.csv", landlord, 250)
    for stage, group in ((1, Group.STAGE_1), (2, Group.STAGE_2)):
        asked = Asked(landlord, Period.parse("2021-04-01..2024-03-31"), AS_AT, Filters(group))
        found = asked.broken().whole
        by_hand = sql(landlord.pk, asked.period, stage)
        assert by_hand[0] > 5
        assert tuple(found[slug].value for slug in ASKED) == by_hand
        assert len(list(asked.behind(BY_SLUG["late"]))) == by_hand[2]
