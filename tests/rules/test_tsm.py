"""CH01 and CH02: per tenure group and stage, with formulas, on Harrow's rows and by hand."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from redress.rules.facts import ExtensionFacts, Kind, Tenure
from redress.rules.figures import FigureRow, Group
from redress.rules.figures_by import TenureGroup, then
from redress.rules.tsm import Homes, Measure, Measures, Of, measures

MON = date(2024, 4, 8)
DUE = date(2024, 4, 22)
DAY = timedelta(days=1)
AS_AT = date(2024, 5, 31)
HOMES = {TenureGroup.LCRA: Homes(4800, "The landlord")}


def row(**fields: object) -> FigureRow:
    known = {"reference": "H1", "kind": Kind.COMPLAINT, "stage": 1, "received": MON}
    return FigureRow(**(known | {"due_code": DUE, "tenure": Tenure.TENANT} | fields))  # type: ignore[arg-type]


def of(*rows: FigureRow) -> Measures:
    return measures(then(rows, AS_AT), HOMES)


def one(found: Measures, tenure: TenureGroup, stage: Group = Group.STAGE_1) -> Measure:
    return next(m for m in found.each if (m.tenure, m.stage) == (tenure, stage))


def test_each_tenure_is_in_one_group_or_in_neither() -> None:
    found = of(*(row(tenure=tenure) for tenure in (*Tenure, None)))
    assert one(found, TenureGroup.LCRA).received == 1
    assert one(found, TenureGroup.LCHO).received == 1
    assert (found.outside, found.not_known) == (5, 1)
    assert found.received == len(Tenure) + 1


def test_stages_are_apart_and_requests_are_in_neither() -> None:
    found = of(row(), row(stage=2), row(stage=2), row(kind=Kind.SERVICE_REQUEST, stage=0))
    numbers = [
        one(found, TenureGroup.LCRA, stage).received for stage in (Group.STAGE_1, Group.STAGE_2)
    ]
    assert (numbers, found.received) == ([1, 2], 3)


def test_ch01_with_its_numbers_filled_in() -> None:
    found = one(of(*[row()] * 249), TenureGroup.LCRA)
    assert found.ch01 == Decimal("51.9")
    assert found.ch01_formula == "249 received ÷ 4,800 homes × 1,000 = 51.9"


def test_without_homes_it_is_not_known_and_never_nought() -> None:
    found = one(of(row(tenure=Tenure.SHARED_OWNER)), TenureGroup.LCHO)
    assert found.ch01 is None
    assert found.ch01_formula == "1 received ÷ homes not known × 1,000 = not known"


def test_ch02_by_both_denominators() -> None:
    found = one(of(row(responded=DUE), row(responded=DUE + DAY), row(), row()), TenureGroup.LCRA)
    assert found.ch02_formula(Of.RECEIVED) == "1 in time ÷ 4 received × 100 = 25.0%"
    assert found.ch02_formula(Of.RESPONDED) == "1 in time ÷ 2 responded to × 100 = 50.0%"
    assert found.ch02(Of.RECEIVED).of == "stage 1 complaints received"


@pytest.mark.parametrize(("told", "in_time"), [(DUE, 1), (DUE + DAY, 0)])
def test_an_extension_counts_where_it_was_told_in_time(told: date, in_time: int) -> None:
    extension = ExtensionFacts(told, DUE + 7 * DAY, "A survey", True)
    found = one(of(row(responded=DUE + 7 * DAY, extensions=(extension,))), TenureGroup.LCRA)
    assert found.in_time == in_time


def test_nothing_received_is_nothing_to_measure() -> None:
    found = one(of(), TenureGroup.LCRA)
    assert found.ch01 == 0
    assert found.ch02_formula(Of.RECEIVED).endswith("nothing to measure")


def test_whether_any_is_in_time_by_a_date_that_an_old_system_holds_alone() -> None:
    """What is taken as told in time is told to the reader, so that no two tables disagree."""
    moved = {"extended_to": DUE + 5 * DAY, "due_promise": DUE}
    assert of(row(responded=DUE + DAY, **moved)).taken_as_told
    assert not of(row(responded=DUE, **moved)).taken_as_told
    assert not of(row(responded=DUE + 6 * DAY, **moved)).taken_as_told
    known = (ExtensionFacts(DUE, DUE + 5 * DAY, "A survey", True),)
    assert not of(row(responded=DUE + DAY, extensions=known)).taken_as_told
