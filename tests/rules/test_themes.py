"""Which themes rise: exact chances, many looked at, and no alarm on a few."""

from datetime import date
from fractions import Fraction
from math import comb
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redress.rules.themes import (
    FALSE_ALARMS,
    FEW,
    Count,
    Sort,
    Theme,
    ThemeRow,
    Verdict,
    Windows,
    _beyond,
    _tail,
    counted,
    is_sector,
    judged,
    place_of,
    says,
)

WINDOWS = Windows(date(2026, 11, 30))


def one(recent: int, before: int, *others: Count) -> Theme:
    asked = Count(Sort.CATEGORY, "damp", recent, before)
    (found,) = [each for each in judged([asked, *others], WINDOWS) if each.count is asked]
    return found


def by_whole_numbers(least: int, trials: int, share: Fraction) -> Fraction:
    """The same chance from whole numbers alone."""
    return sum(
        (
            comb(trials, n) * share**n * (1 - share) ** (trials - n)
            for n in range(least, trials + 1)
        ),
        Fraction(0),
    )


def test_the_windows_by_the_calendar() -> None:
    assert (WINDOWS.start, WINDOWS.recent) == (date(2025, 9, 1), date(2026, 9, 1))
    assert WINDOWS.year_ago == (date(2025, 9, 1), date(2025, 11, 30))
    assert WINDOWS.share == 91 / 456  # September to November of 15 months
    middle = Windows(date(2026, 5, 12))
    assert (middle.start, middle.recent) == (date(2025, 2, 13), date(2026, 2, 13))
    assert Windows(date(2024, 5, 31)).recent == date(2024, 3, 1)  # after 29 February


@pytest.mark.parametrize(
    ("least", "trials"), [(0, 0), (1, 1), (2, 2), (5, 9), (14, 40), (30, 61), (3, 200), (90, 300)]
)
def test_the_chance_is_the_exact_one(least: int, trials: int) -> None:
    exact = by_whole_numbers(least, trials, Fraction(91, 456))
    assert _tail(least, trials, 91 / 456) == pytest.approx(float(exact), rel=1e-9)


def test_chances_known_from_a_table() -> None:
    """Of ten, each with one in five: the binomial table gives 0.3222, 0.1209 and 0.0328."""
    assert [round(_tail(k, 10, 0.2), 4) for k in (3, 4, 5)] == [0.3222, 0.1209, 0.0328]


def test_two_or_four_are_never_an_alarm_however_new() -> None:
    for recent in range(FEW):
        assert one(recent, 0).verdict is Verdict.TOO_FEW
    assert one(4, 0).chance < 0.01  # unlikely, and all the same too few


def test_five_where_there_were_none_is_one() -> None:
    assert one(5, 0).verdict is Verdict.RISING
    assert says(one(5, 0)) == (
        "Rising: 5 where none would be usual. Chance alone would do that about 1 time in 3,100."
    )


def test_many_that_are_as_usual_show_no_sign_and_some_are_too_few_to_tell() -> None:
    assert one(25, 100).verdict is Verdict.NO_SIGN
    assert one(0, 100).verdict is Verdict.NO_SIGN  # fewer than usual is no rise
    assert one(3, 10).verdict is Verdict.TOO_FEW
    assert one(60, 100).verdict is Verdict.RISING
    assert says(one(3, 10)) == "Too few to tell."


def test_what_stands_out_alone_need_not_among_fifty() -> None:
    usual = [Count(Sort.PLACE, f"place {n}", 5, 20) for n in range(50)]
    assert one(9, 13).verdict is Verdict.RISING
    assert one(9, 13, *usual).verdict is not Verdict.RISING
    assert one(40, 13, *usual).verdict is Verdict.RISING


def test_rising_come_first_then_the_most_received() -> None:
    counts = [
        Count(Sort.SERVICE, name, *n)
        for name, n in zip("abc", [(50, 200), (9, 1), (60, 240)], strict=True)
    ]
    assert [each.count.name for each in judged(counts, WINDOWS)] == ["b", "c", "a"]


def test_every_complaint_is_counted_once_in_each_of_its_themes() -> None:
    rows = [
        ThemeRow(date(2026, 9, 1), "damp", "Repairs", place="ZZ1 4"),
        ThemeRow(date(2026, 8, 31), "damp", "Repairs"),
        ThemeRow(date(2025, 11, 30), "damp", "Repairs", contractor="Axis"),
        ThemeRow(date(2025, 8, 31), "damp", "Repairs"),  # before all of it
        ThemeRow(date(2026, 12, 1), "damp", "Repairs"),  # after it
    ]
    assert list(counted(rows, WINDOWS).counts) == [
        Count(Sort.ALL, "All complaints", 1, 2, 1),
        Count(Sort.CATEGORY, "damp", 1, 2, 1),
        Count(Sort.CONTRACTOR, "Axis", 0, 1, 1),
        Count(Sort.PLACE, "ZZ1 4", 1, 0, 0),
        Count(Sort.SERVICE, "Repairs", 1, 2, 1),
    ]


@pytest.mark.parametrize(
    ("ward", "postcode", "place", "sector"),
    [
        ("Mile End", "E1 4AA", "Mile End", False),
        ("", "e1 4aa ", "E1 4", True),
        ("", "HR4 9ZZ", "HR4 9", True),
        ("", "EC1A 1BB", "EC1A 1", True),
        ("", "E14AA", "", False),
        ("", "", "", False),
    ],
)
def test_a_place_is_a_ward_or_some_streets(
    ward: str, postcode: str, place: str, sector: bool
) -> None:
    assert (place_of(ward, postcode), is_sector(place)) == (place, sector)


def test_where_everything_rises_it_is_said_once() -> None:
    """Twice as many of everything, and of damp nearly six times as many."""
    counts = [
        Count(Sort.ALL, "All complaints", 100, 200),
        Count(Sort.CATEGORY, "leak", 40, 80),
        Count(Sort.CATEGORY, "damp", 28, 20),
        Count(Sort.CATEGORY, "noise", 4, 9),
    ]
    found = {each.count.name: each.verdict for each in judged(counts, WINDOWS)}
    assert found == {
        "All complaints": Verdict.RISING,
        "damp": Verdict.RISING,
        "leak": Verdict.AS_ALL,
        "noise": Verdict.TOO_FEW,
    }


@pytest.mark.parametrize("of", [(20, 20), (8, 2), (3, 7), (40, 80)])
def test_the_part_of_the_whole_is_judged_exactly(of: tuple[int, int]) -> None:
    """Fisher's test in whole numbers: of 300 complaints, 100 of them recent."""
    recent, some = of[0], sum(of)
    ways = sum(comb(100, n) * comb(200, some - n) for n in range(recent, min(some, 100) + 1))
    exact = Fraction(ways, comb(300, some))
    theme, whole = Count(Sort.CATEGORY, "damp", *of), Count(Sort.ALL, "all", 100, 200)
    assert _beyond(theme, whole) == pytest.approx(float(exact), rel=1e-9)


def test_what_agrees_may_come_as_one_row() -> None:
    one_by_one = [ThemeRow(date(2026, 10, d), "damp", "Repairs") for d in (3, 5, 9)]
    together = [ThemeRow(date(2026, 10, 3), "damp", "Repairs", many=3)]
    assert counted(one_by_one, WINDOWS) == counted(together, WINDOWS)


def known(first: date, before: int, recent: int, of: int) -> frozenset[Sort]:
    """The sorts without a base where 20 came before from `first` on, and `of` lately; of so many
    of them the place is known."""
    rows = [ThemeRow(first, place="E1 4" * (n < before)) for n in range(20)]
    rows += [ThemeRow(WINDOWS.end, place="E1 4" * (n < recent)) for n in range(of)]
    return counted(rows, WINDOWS).without_base


def test_what_was_seldom_known_before_is_not_judged() -> None:
    """A contractor, a place or a cause that is recorded since last month rises in no way."""
    begun = date(2025, 10, 1)
    assert known(begun, 20, 10, 10) == known(begun, 10, 10, 10) == frozenset()
    assert known(begun, 9, 10, 10) == {Sort.PLACE}
    assert known(begun, 0, 10, 10) == {Sort.PLACE}


def test_a_register_that_has_just_begun_has_nothing_to_compare_with() -> None:
    assert known(date(2026, 3, 2), 20, 10, 10) == frozenset()
    assert known(date(2026, 3, 3), 20, 10, 10) == {Sort.ALL, Sort.PLACE}
    counts = [Count(Sort.ALL, "All complaints", 50, 3)]
    (theme,) = judged(counts, WINDOWS, {Sort.ALL})
    assert theme.verdict is Verdict.NO_BASE
    assert says(theme) == "Too little is known from before."


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 200)), max_size=30))
def test_what_is_called_rising_is_more_than_usual_and_never_few(
    numbers: list[tuple[int, int]],
) -> None:
    counts = [Count(Sort.PLACE, str(n), *each) for n, each in enumerate(numbers)]
    for theme in judged(counts, WINDOWS):
        assert 0 <= theme.chance <= 1
        if theme.verdict is Verdict.RISING:
            assert theme.count.recent >= FEW and theme.count.recent > theme.expected
            assert theme.chance <= FALSE_ALARMS


@pytest.mark.parametrize("trials", [5, 6, 9, 14, 25, 40, 70])
def test_one_theme_alone_gives_a_false_alarm_at_most_one_time_in_twenty(trials: int) -> None:
    """Exactly: every number that could have come, weighed by its chance where nothing changed."""
    share = Fraction(91, 456)
    alarmed = sum(
        comb(trials, n) * share**n * (1 - share) ** (trials - n)
        for n in range(trials + 1)
        if one(n, trials - n).verdict is Verdict.RISING
    )
    assert alarmed <= FALSE_ALARMS


def test_years_in_which_nothing_changes_seldom_give_any_alarm() -> None:
    """Forty themes of different sizes, 150 times over: an alarm in 1 of 20 of them at most, which
    is 7.5, and by chance of the drawing not more than 15 (three standard errors above)."""
    chance, alarmed = Random(1), 0
    for _ in range(150):
        totals = [chance.randrange(1, 60) for _ in range(40)]
        recent = [sum(chance.random() < WINDOWS.share for _ in range(total)) for total in totals]
        counts = [
            Count(Sort.PLACE, str(n), now, total - now)
            for n, (now, total) in enumerate(zip(recent, totals, strict=True))
        ]
        alarmed += any(each.verdict is Verdict.RISING for each in judged(counts, WINDOWS))
    assert alarmed <= 15
