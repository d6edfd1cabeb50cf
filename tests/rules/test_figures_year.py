"""The reporting year: 1 April to 31 March, written one way only."""

from datetime import date, timedelta

import pytest

from redress.rules.figures_year import Year


def test_a_year_is_april_to_march() -> None:
    year = Year.parse("2023-24")
    assert (year.start, year.end) == (date(2023, 4, 1), date(2024, 3, 31))


@pytest.mark.parametrize("month", range(1, 13))
def test_the_year_of_a_day_holds_it(month: int) -> None:
    for day in (date(2024, month, 1), date(2024, month, 28)):
        year = Year.of(day)
        assert year.start <= day <= year.end


def test_the_turn_of_the_century() -> None:
    assert Year.parse("1999-00").end == date(2000, 3, 31)


def test_years_follow_each_other_without_a_gap() -> None:
    year = Year.parse("2023-24")
    for years in range(1, 20):
        assert year.earlier(years).end + timedelta(days=1) == year.earlier(years - 1).start


def test_earlier_years_by_name() -> None:
    assert [Year.parse("2001-02").earlier(n).label for n in (0, 1, 2)] == [
        "2001-02",
        "2000-01",
        "1999-00",
    ]


NOT_A_YEAR = """2023-25 2023-23 2023/24 2023/34 2023 2023-2024 23-24 abc ٢٠٢٣-٢٤ -2023-24
0000-01 0001-02 9999-00"""


@pytest.mark.parametrize("text", [*NOT_A_YEAR.split(), "", "2023-24 ", "2023-24\n"])
def test_anything_else_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="write one such as 2023-24"):
        Year.parse(text)


def test_a_long_text_is_not_repeated() -> None:
    with pytest.raises(ValueError, match="not a reporting year") as error:
        Year.parse("2" * 1_000_000)
    assert len(str(error.value)) < 200
