"""Cells of a CSV file: a spreadsheet runs none of them, and plain values stay as they are."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from redress.rules.cells import cell

RUNS = ["=1+1", "+44 20", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", " \t=1", "\u00a0=1"]
WIDE = ["＝1", "＋1", "－1", "＠x", " ＝1"]


@pytest.mark.parametrize("text", [*RUNS, *WIDE, "\tx", "\rx", "\nx", "\u200b=1", "\ufeff=1"])
def test_no_text_is_run_as_a_formula(text: str) -> None:
    assert cell(text) == f"'{text}"


def test_plain_values_stay_as_they_are() -> None:
    for text in ("Leak", "O'Brien", "4 Elm Walk", "a=b", "", "£5", "’tis", " x"):
        assert cell(text) == text
    values = (None, -1, 79.5, Decimal("-2.50"), date(2026, 5, 12), True)
    assert [cell(value) for value in values] == ["", "-1", "79.5", "-2.50", "2026-05-12", "True"]
    assert cell(datetime(2026, 5, 12, 9, 30)) == "2026-05-12 09:30:00"
