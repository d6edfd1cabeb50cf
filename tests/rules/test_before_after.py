"""Two counts before and after, held against each other exactly, by values found in other ways."""

from datetime import date, timedelta
from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redress.rules.before_after import Verdict, compare, judged, two_sided, windows
from redress.rules.learning_statements import compared, uncovered

DONE, TODAY = date(2026, 4, 1), date(2026, 10, 1)
LONG_AGO = date(2020, 1, 1)


@pytest.mark.parametrize(
    ("found", "of", "share", "chance"),
    [
        # Tables of the binomial distribution, and R: binom.test(found, of, share)$p.value
        (2, 12, 0.5, 0.03857),
        (0, 5, 0.5, 0.0625),
        (0, 6, 0.5, 0.03125),
        (3, 20, 0.4, 0.02243),
        (40, 100, 0.5, 0.05689),
        (0, 0, 0.5, 1.0),
        (682, 925, 0.75, 0.3825),
    ],
)
def test_the_chance_is_that_of_the_tables(found: int, of: int, share: float, chance: float) -> None:
    assert two_sided(found, of, share) == pytest.approx(chance, abs=5e-5)


@given(st.integers(0, 40), st.integers(0, 40), st.integers(1, 9))
def test_it_is_what_fractions_give(found: int, others: int, tenths: int) -> None:
    of, share = found + others, Fraction(tenths, 10)
    exact = [comb(of, k) * share**k * (1 - share) ** (of - k) for k in range(of + 1)]
    wanted = sum(each for each in exact if each <= exact[found])
    assert two_sided(found, of, float(share)) == pytest.approx(float(wanted), abs=1e-9)


def test_thousands_do_not_overflow() -> None:
    assert two_sided(2_500, 5_000, 0.5) == pytest.approx(1.0)
    assert 0 < two_sided(2_300, 5_000, 0.5) < 1e-6


@pytest.mark.parametrize(("found", "of", "share"), [(3, 2, 0.5), (-1, 2, 0.5), (1, 2, 0.0)])
def test_counts_that_cannot_be_are_refused(found: int, of: int, share: float) -> None:
    with pytest.raises(ValueError, match="cannot be"):
        two_sided(found, of, share)


@pytest.mark.parametrize(
    ("before", "after", "verdict"),
    [
        (0, 0, Verdict.TOO_FEW),
        (5, 0, Verdict.TOO_FEW),  # not even none afterwards could show it
        (6, 0, Verdict.FELL),
        (10, 2, Verdict.FELL),
        (9, 3, Verdict.NO_CHANGE),
        (2, 10, Verdict.ROSE),
        (40, 40, Verdict.NO_CHANGE),
    ],
)
def test_what_can_be_said_of_two_half_years(before: int, after: int, verdict: Verdict) -> None:
    assert judged(before, after, 183, 183).verdict is verdict


def test_unequal_stretches_are_held_against_their_days() -> None:
    """Ten in a year and five in half a year are the same."""
    found = judged(10, 5, 365, 182)
    assert found.verdict is Verdict.NO_CHANGE
    assert found.monthly == (pytest.approx(0.834, abs=0.001), pytest.approx(0.836, abs=0.001))


def test_four_weeks_must_have_passed() -> None:
    assert judged(50, 0, 365, 27).verdict is Verdict.TOO_SOON
    assert judged(50, 0, 365, 28).verdict is Verdict.FELL


def test_a_year_at_most_on_each_side_and_no_day_of_which_nothing_is_known() -> None:
    a_day = timedelta(days=1)
    before, after = windows(DONE, LONG_AGO, date(2030, 1, 1))
    assert before == (DONE - 365 * a_day, DONE - a_day)
    assert after == (DONE + a_day, DONE + 365 * a_day)
    before, after = windows(DONE, date(2026, 2, 1), TODAY)
    assert (before[0], after[1]) == (date(2026, 2, 1), TODAY)


def test_days_fall_on_their_sides_and_the_day_itself_on_neither() -> None:
    days = [(date(2026, 3, 31), 4), (DONE, 100), (date(2026, 4, 2), 1), (date(2024, 1, 1), 50)]
    found = compare(days, DONE, LONG_AGO, TODAY)
    assert (found.before, found.after) == (4, 1)
    assert (found.days_before, found.days_after) == (365, 183)


def test_done_before_anything_is_known() -> None:
    assert compare([], DONE, TODAY, TODAY).verdict is Verdict.TOO_SOON


class TestInWords:
    def test_few_are_said_to_be_too_few(self) -> None:
        said = compared(judged(1, 0, 365, 183), DONE)
        assert said == (
            "In the 365 days before Wednesday 1 April 2026 there was 1, and in the 183 days after "
            "it none. That is too few to tell whether anything changed."
        )

    def test_a_fall_is_said_by_the_month(self) -> None:
        said = compared(judged(24, 4, 365, 365), DONE)
        assert said.endswith(
            "That is fewer, by more than chance is likely to give. "
            "A month, that is 2.0 before and 0.3 after."
        )

    def test_what_has_no_cause_is_not_hidden(self) -> None:
        assert uncovered(0, 9) == ""
        assert uncovered(1, 9) == ("1 of the 9 issues upheld in those days has no cause on record.")
