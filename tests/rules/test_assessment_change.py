"""What an answer and an approval need, and when a self-assessment is due."""

from datetime import date
from typing import Any

import pytest

from redress.rules.assessment import Answer, Half, Trigger
from redress.rules.assessment_change import (
    WHY,
    Change,
    check_approval,
    check_change,
    next_due,
    submit_by,
)

MARCH = date(2024, 3, 31)


@pytest.mark.parametrize(
    ("homes", "year_end", "due"),
    [
        (4_800, MARCH, date(2024, 9, 30)),
        (1_001, date(2023, 12, 31), date(2024, 9, 30)),
        (1_000, date(2023, 12, 31), date(2024, 6, 30)),
        (12, MARCH, date(2024, 9, 30)),
        (12, date(2024, 8, 31), date(2025, 2, 28)),
        (None, date(2023, 12, 31), date(2024, 6, 30)),
        (None, date(2024, 8, 31), date(2024, 9, 30)),
    ],
)
def test_it_goes_to_the_ombudsman_by_the_size_of_the_landlord(
    homes: int | None, year_end: date, due: date
) -> None:
    assert submit_by(homes, year_end) == due


def test_the_next_one_is_due_a_year_after_the_last() -> None:
    assert next_due(date(2024, 2, 29)) == date(2025, 2, 28)


def test_every_trigger_has_its_words_and_its_provision() -> None:
    assert set(WHY) == set(Trigger)
    assert {provision for _, provision in WHY.values()} == {
        "Code 8.1", "Code 8.3", "Code 8.4", "Code 8.5",
    }  # fmt: skip


def test_an_answer_needs_a_draft_and_a_clause_needs_its_policy() -> None:
    assert check_change(Change(), approved=False) == ()
    reasons = check_change(Change(clause="Section 9"), approved=True)
    assert [reason.code for reason in reasons] == ["approved_already", "clause_of_nothing"]


GOOD: dict[str, Any] = {
    "approved": False, "open_numbers": [], "by": "Cabinet", "on": date(2024, 7, 1),
    "begins": date(2023, 4, 1), "today": date(2024, 7, 2),
}  # fmt: skip


@pytest.mark.parametrize(
    ("others", "codes"),
    [
        ({}, []),
        ({"approved": True}, ["approved_already"]),
        ({"open_numbers": ["6.5", "9.5"]}, ["not_answered", "not_answered"]),
        ({"by": " "}, ["body_missing"]),
        ({"on": date(2024, 7, 3)}, ["date_out_of_range"]),
        ({"on": date(2023, 3, 31)}, ["date_out_of_range"]),
    ],
)
def test_an_approval(others: dict[str, Any], codes: list[str]) -> None:
    assert [reason.code for reason in check_approval(**(GOOD | others))] == codes


@pytest.mark.parametrize(
    ("halves", "codes"),
    [
        ((), ["parts_missing"]),
        ((Half(Answer.NO, "first half"), Half(Answer.YES, "second half")), []),
        ((Half(Answer.NO, "first half"), Half(Answer.YES, "")), ["part_unnamed"]),
        ((Half(Answer.NO, "first half"), Half(Answer.NO, "second half")), ["parts_alike"]),
    ],
)
def test_a_split_answer_names_two_parts(halves: tuple[Half, ...], codes: list[str]) -> None:
    found = check_change(Change(answer=Answer.SPLIT, halves=halves), approved=False)
    assert [reason.code for reason in found] == codes
