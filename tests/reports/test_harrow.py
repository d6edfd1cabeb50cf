"""The demonstration's Harrow: invented cases whose totals are the published ones."""

import csv
import json
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from redress.demo import harrow
from redress.rules.calendar import Division, calendar_for
from redress.rules.case_rows import COLUMNS as CSV_COLUMNS
from redress.rules.case_rows import CaseRow
from redress.rules.facts import Kind
from redress.rules.figures import Figures, Group, Scope
from redress.rules.figures_tally import Noun
from tests.reports.harrow_by_hand import (
    APPENDIX_A,
    AS_AT,
    COLUMNS,
    TOP_TEN,
    TOP_THREE,
    case_rows,
    figures_of,
)

PUBLISHED_DATA = Path(__file__).parents[3] / "shared" / "reference" / "harrow-2023-24.json"
ENGLAND = calendar_for(Division.ENGLAND_AND_WALES)


@pytest.fixture(scope="module")
def rows() -> list[CaseRow]:
    return list(case_rows())


@pytest.fixture(scope="module")
def figures(rows: list[CaseRow]) -> Figures:
    return figures_of(rows, "2023-24")


def table(figures: Figures, kind: str, scope: str) -> tuple[Any, ...]:
    tally = figures.tally(Group(kind), Scope(scope))
    percent = tally.of_received(tally.on_time, Noun("cases")).percent
    return tuple(getattr(tally, name, float(percent or 0)) for name in COLUMNS)


@pytest.mark.parametrize(("kind", "scope"), list(APPENDIX_A))
def test_every_table_is_the_published_one(figures: Figures, kind: str, scope: str) -> None:
    assert table(figures, kind, scope) == APPENDIX_A[kind, scope]


def test_all_fifteen_tables_are_there() -> None:
    assert len(APPENDIX_A) == 15


def test_the_tables_are_also_those_of_the_data_beside_the_project(figures: Figures) -> None:
    if not PUBLISHED_DATA.exists():
        pytest.skip("needs ../shared")
    data = json.loads(PUBLISHED_DATA.read_text("utf-8"))
    published = {
        (each["kind"], each["scope"]): tuple(each[name] for name in COLUMNS)
        for each in data["appendix_a"]
    }
    assert published == APPENDIX_A
    assert {key: table(figures, *key) for key in published} == published


def test_nothing_is_left_without_a_place(figures: Figures) -> None:
    whole = figures.tally()
    assert whole.received == 1364
    assert (whole.not_yet_due, whole.undated, whole.resolved, whole.withdrawn) == (0, 0, 0, 0)
    assert figures.tally(Group.COMPLIMENT).received == 25


@pytest.mark.parametrize(
    ("year", "received"),
    [
        ("2022-23", {"all": 1058, "stage_1": 359, "stage_2": 73, "member_enquiries": 623}),
        ("2021-22", {"all": 817, "stage_1": 273, "stage_2": 53, "member_enquiries": 490}),
    ],
)
def test_earlier_years_have_the_published_numbers(
    rows: list[CaseRow], year: str, received: dict[str, int]
) -> None:
    figures = figures_of(rows, year)
    assert {name: figures.tally(Group(name)).received for name in received} == received
    assert figures.tally(Group.OTHER).received == {"2022-23": 3, "2021-22": 1}[year]


def test_the_order_of_reasons_is_the_published_one(figures: Figures) -> None:
    for service, reasons in TOP_TEN.items():
        found = figures.top_reasons(Group.STAGE_1, service)
        assert ", ".join(name for name, _ in found) == reasons
    for service, reasons in TOP_THREE.items():
        found = figures.top_reasons(Group.STAGE_2, service, most=3)
        assert ", ".join(name for name, _ in found) == reasons


def test_the_three_reasons_of_the_text_lead_all_services(figures: Figures) -> None:
    reasons = Counter[str]()
    for service in TOP_TEN:
        reasons.update(dict(figures.top_reasons(Group.STAGE_1, service, most=1)))
    seconds = [figures.top_reasons(Group.STAGE_1, service)[1][1] for service in TOP_TEN]
    assert set(reasons) == {"Outstanding repair", "Accommodation", "Service charges"}
    assert min(reasons.values()) > max(seconds)


def test_stage_2_follows_an_answered_stage_1_of_the_same_case(rows: list[CaseRow]) -> None:
    first = {row.reference: row for row in rows if row.stage == 1}
    second = [row for row in rows if row.stage == 2]
    assert len(second) == 82 + 73 + 53
    for row in second:
        before = first[row.reference]
        assert before.responded is not None
        assert before.responded < row.received
        same = ("tenure", "service_area", "category", "channel", "petition", "kind")
        assert [getattr(row, name) for name in same] == [getattr(before, n) for n in same]


def test_a_reference_is_one_case(rows: list[CaseRow]) -> None:
    stages = defaultdict(list)
    for row in rows:
        stages[row.reference].append(row.stage)
    assert Counter(map(tuple, stages.values())).keys() == {(0,), (1,), (1, 2)}


def test_dates_are_working_days_of_a_plausible_order(rows: list[CaseRow]) -> None:
    for row in rows:
        days = [row.received, row.acknowledged, row.due, row.extended_to, row.responded]
        assert all(ENGLAND.is_working_day(day) for day in days if day)
        if row.acknowledged and row.responded:
            assert row.acknowledged <= row.responded


def test_dates_due_are_those_of_the_procedure(rows: list[CaseRow]) -> None:
    for row in rows:
        if row.kind is Kind.COMPLIMENT:
            assert row.due is None
            continue
        before_april_2023 = row.received < date(2023, 4, 1)
        days = {0: 10, 1: 15 if before_april_2023 else 10, 2: 20}[row.stage]
        assert row.due is not None
        assert ENGLAND.count(row.received, row.due) == days


def test_the_years_are_spread_over_all_months(rows: list[CaseRow]) -> None:
    months = Counter((row.received.year, row.received.month) for row in rows)
    assert len(months) == 36
    assert min(months.values()) > 30


def test_members_wrote_more_before_an_election(rows: list[CaseRow]) -> None:
    months = Counter(
        row.received.month
        for row in rows
        if row.kind in (Kind.MP_ENQUIRY, Kind.COUNCILLOR_ENQUIRY)
        and row.received >= date(2023, 4, 1)
    )
    last_quarter = sum(months[month] for month in (1, 2, 3)) / 3
    assert last_quarter > 1.5 * (months.total() - 3 * last_quarter) / 9


def test_the_rows_are_the_same_each_time() -> None:
    assert list(harrow.rows()) == list(harrow.rows())


def test_the_file_is_what_the_importer_reads(tmp_path: Path) -> None:
    path = tmp_path / "harrow.csv"
    assert harrow.write_csv(path) == 1364 + 25 + 1058 + 817
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        assert tuple(reader.fieldnames or ()) == CSV_COLUMNS
        assert list(reader) == list(harrow.rows())


def test_overdue_cases_stay_overdue_on_any_later_day(rows: list[CaseRow]) -> None:
    for day in (date(2024, 10, 1), AS_AT, date(2030, 1, 1)):
        assert figures_of(rows, "2023-24", day).tally().overdue == 22
