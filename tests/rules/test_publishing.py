"""What an edition needs before it is drafted, approved and published."""

from datetime import date
from typing import Any

import pytest

from redress.rules.publishing import (
    Given,
    Stage,
    check_approve,
    check_draft,
    check_drop,
    check_publish,
)

BEGINS, TODAY = date(2025, 4, 1), date(2026, 7, 1)
RESPONSE: dict[str, Any] = {
    "response": "We accept it.", "response_by": "Cabinet", "response_on": date(2026, 6, 30),
}  # fmt: skip


@pytest.mark.parametrize(
    ("given", "before", "faults"),
    [
        ({}, False, []),
        (RESPONSE, False, []),
        ({}, True, ["correction_missing"]),
        ({"correction": " "}, True, ["correction_missing"]),
        ({"correction": "Stage 2 was counted twice."}, True, []),
        ({"response": "We accept it."}, False, ["response_part", "response_part"]),
        (RESPONSE | {"response": " "}, False, ["response_part"]),
        (RESPONSE | {"response_on": date(2026, 7, 2)}, False, ["date_out_of_range"]),
        (RESPONSE | {"response_on": date(2025, 3, 31)}, False, ["date_out_of_range"]),
    ],
)
def test_a_draft(given: dict[str, Any], before: bool, faults: list[str]) -> None:
    found = check_draft(Given(**given), before=before, begins=BEGINS, today=TODAY)
    assert [reason.code for reason in found] == faults


def test_nobody_approves_what_they_drafted() -> None:
    stage = Stage(drafted_by=1)
    assert [reason.code for reason in check_approve(stage, 1)] == ["own_draft"]
    assert [reason.code for reason in check_approve(stage, None)] == ["own_draft"]
    assert check_approve(stage, 2) == ()
    assert check_approve(Stage(1, approved=True), 2)[0].code == "approved_already"


def test_only_what_is_approved_is_published_and_once() -> None:
    assert check_publish(Stage(1))[0].code == "not_approved"
    assert check_publish(Stage(1, approved=True)) == ()
    assert check_publish(Stage(1, approved=True, published=True))[0].code == "published_already"
    assert check_drop(Stage(1, approved=True)) == ()
    assert check_drop(Stage(1, approved=True, published=True))[0].code == "published_already"
