"""Percentages from whole numbers, rounded half up, against published ones and exact arithmetic."""

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redress.rules.figures_shares import Growth, Share, rounded


@pytest.mark.parametrize(
    ("part", "whole", "percent"),
    [
        # The fifteen of Harrow's Appendix A.
        (198, 249, "79.5"),
        (220, 275, "80.0"),
        (370, 456, "81.1"),
        (37, 42, "88.1"),
        (42, 47, "89.4"),
        (62, 82, "75.6"),
        (109, 150, "72.7"),
        (111, 154, "72.1"),
        (439, 539, "81.4"),
        (93, 132, "70.5"),
        (101, 145, "69.7"),
        (228, 284, "80.3"),
        (2, 2, "100.0"),
        (3, 3, "100.0"),
        # Exactly half goes up, where floating point and "round half even" go down.
        (1, 2000, "0.1"),
        (25, 2000, "1.3"),
        (1249, 2000, "62.5"),
        (57, 4000, "1.4"),
        (0, 7, "0.0"),
    ],
)
def test_a_share_to_one_decimal(part: int, whole: int, percent: str) -> None:
    assert str(Share(part, whole, "received").percent) == percent


def test_a_share_of_nothing_is_no_number() -> None:
    share = Share(0, 0, "stage 2 complaints received")
    assert (share.percent, share.per_thousand, share.exact) == (None, None, None)


def test_complaints_per_thousand_homes() -> None:
    assert Share(249, 4800, "homes").per_thousand == Decimal("51.9")
    assert Share(42, 4800, "homes").per_thousand == Decimal("8.8")  # 8.75: half goes up


@pytest.mark.parametrize(
    ("now", "then", "percent"),
    [
        (456, 359, "27.0"),
        (456, 273, "67.0"),
        (82, 73, "12.3"),
        (82, 53, "54.7"),
        (823, 623, "32.1"),
        (823, 490, "68.0"),
        (1364, 1058, "28.9"),
        (1364, 817, "67.0"),
        (3, 4, "-25.0"),
        (7, 7, "0.0"),
        (1999, 2000, "-0.1"),  # half goes away from zero
    ],
)
def test_growth_on_an_earlier_year(now: int, then: int, percent: str) -> None:
    assert str(Growth(now, then, "2022-23").percent) == percent


def test_growth_from_nothing_is_no_number() -> None:
    assert Growth(5, 0, "2022-23").percent is None


@given(
    st.integers(-(10**7), 10**7),
    st.integers(1, 10**7),
    st.integers(0, 4),
)
def test_rounding_is_that_of_exact_decimals(above: int, below: int, places: int) -> None:
    with localcontext(prec=60):
        # A quotient of such numbers that lies at a half is exact well within 60 digits.
        exact = Decimal(above) / Decimal(below)
        expected = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    assert rounded(Fraction(above, below), places) == expected
