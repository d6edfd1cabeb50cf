"""Shares of a survey with their intervals, and what is not known."""

from decimal import Decimal
from fractions import Fraction
from math import sqrt

import pytest

from redress.rules.intervals import difference, wilson
from redress.rules.survey import Counts, change, check, satisfied, whole_numbers

HARROW = Counts(
    answered=173,
    put_to=172,
    complained_percent=Decimal(32),
    satisfied_percent=Decimal(19),
    dissatisfied_percent=Decimal(73),
)


def by_formula(successes: int, n: int) -> tuple[float, float]:
    """Wilson's interval in floating point, as textbooks have it."""
    z, p = 1.959964, successes / n
    middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return middle - half, middle + half


@pytest.mark.parametrize(
    ("part", "whole"), [(0, 5), (5, 5), (1, 1), (10, 55), (3, 29), (400, 1_000)]
)
def test_an_interval_is_wilsons(part: int, whole: int) -> None:
    found = wilson(Fraction(part, whole), whole)
    low, high = by_formula(part, whole)
    assert float(found.low) == pytest.approx(max(low, 0), abs=1e-9)
    assert float(found.high) == pytest.approx(min(high, 1), abs=1e-9)


def test_an_interval_known_from_print() -> None:
    """Newcombe (1998), table I: 81 of 263 is 0.2553 to 0.3662; 0 of 20 is 0 to 0.1611."""
    assert [round(float(each), 4) for each in vars(wilson(Fraction(81, 263), 263)).values()] == [
        *(0.2553, 0.3662)
    ]
    assert round(float(wilson(Fraction(0, 20), 20).high), 4) == 0.1611


def test_a_difference_known_from_print() -> None:
    """Newcombe (1998), method 10: 56 of 70 less 48 of 80 is 0.0524 to 0.3339."""
    found = difference(Fraction(56, 70), 70, Fraction(48, 80), 80)
    assert (round(float(found.low), 4), round(float(found.high), 4)) == (0.0524, 0.3339)


def test_no_interval_of_nobody() -> None:
    with pytest.raises(ValueError, match="one person"):
        wilson(Fraction(0), 0)


def test_what_harrow_published_is_kept_and_the_rest_is_not_made_up() -> None:
    """32% of 172 can only be 55 people, and no whole number of 55 is 19%."""
    found = satisfied(HARROW)
    assert (found.base, found.worked_out, found.satisfied) == (55, True, None)
    assert found.percent == Decimal("19.0")
    assert not found.possible
    assert found.interval
    assert found.interval.percent == (Decimal("10.8"), Decimal("31.2"))
    assert check(HARROW) == ()


def test_counts_come_before_percentages() -> None:
    found = satisfied(Counts(complained=60, satisfied=20, neither=10, dissatisfied=20))
    assert (found.base, found.percent, found.worked_out) == (50, Decimal("40.0"), False)


@pytest.mark.parametrize("percent", ["0", "50"])
def test_of_nobody_who_complained_there_is_no_share(percent: str) -> None:
    found = satisfied(Counts(complained=0, satisfied_percent=Decimal(percent)))
    assert (found.base, found.percent, found.interval) == (0, None, None)
    assert whole_numbers(Decimal(percent), 0) == []


def test_a_base_that_two_numbers_give_is_not_known() -> None:
    assert whole_numbers(Decimal(32), 1_000) == list(range(315, 325))
    found = satisfied(
        Counts(put_to=1_000, complained_percent=Decimal(32), satisfied_percent=Decimal(19))
    )
    assert (found.base, found.interval, found.percent) == (None, None, Decimal("19.0"))


@pytest.mark.parametrize("of", [1, 7, 55, 172, 333, 2_000])
@pytest.mark.parametrize("percent", ["0", "19", "32.5", "50", "99.9", "100"])
def test_whole_numbers_are_those_that_a_count_of_all_finds(percent: str, of: int) -> None:
    want, places = Decimal(percent), max(-int(Decimal(percent).as_tuple().exponent), 0)
    step = Decimal(1).scaleb(-places)
    every = [n for n in range(of + 1) if abs(Decimal(100 * n) / of - want) * 2 <= step]
    every = [n for n in every if Decimal(100 * n) / of - want != step / 2]  # a half goes up
    assert whole_numbers(want, of) == every


def test_a_change_is_in_points_and_says_whether_it_may_be_chance() -> None:
    now = satisfied(Counts(satisfied=19, neither=8, dissatisfied=73))
    before = satisfied(Counts(satisfied=29, neither=8, dissatisfied=63))
    moved = change(now, before)
    assert moved and (moved.points, moved.may_be_chance) == (Decimal("-10.0"), True)
    many = change(
        satisfied(Counts(satisfied=190, neither=80, dissatisfied=730)),
        satisfied(Counts(satisfied=290, neither=80, dissatisfied=630)),
    )
    assert many and (many.points, many.may_be_chance) == (Decimal("-10.0"), False)
    assert change(now, satisfied(Counts(answered=5))) is None


@pytest.mark.parametrize(
    ("counts", "codes"),
    [
        (Counts(), ["nothing_given"]),
        (Counts(asked=10, answered=11), ["more_than_the_whole"]),
        (Counts(answered=10, complained=11), ["more_than_the_whole"]),
        (Counts(complained=5, satisfied=3, neither=2, dissatisfied=1), ["more_than_the_whole"]),
        (Counts(put_to=100, complained=30, complained_percent=Decimal(32)), ["percent_disagrees"]),
        (Counts(satisfied_percent=Decimal(119)), ["percent_out_of_range"] * 2),
        (
            Counts(satisfied_percent=Decimal(60), dissatisfied_percent=Decimal(60)),
            ["percent_out_of_range"],
        ),
        (Counts(put_to=100, complained=32, complained_percent=Decimal(32)), []),
    ],
)
def test_a_line_that_cannot_be_is_refused(counts: Counts, codes: list[str]) -> None:
    assert [reason.code for reason in check(counts)] == codes
