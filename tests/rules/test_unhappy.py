"""The people of a file who are unhappy, or every fault of it (Code 1.6)."""

from datetime import date

import pytest

from redress.rules.unhappy import UnhappyRow, read_unhappy

TODAY = date(2026, 5, 14)
GOOD = "name,date,contact,words\n Olive Grant ,2026-05-01,020 7946 0141,Still broken\n\n"


def test_the_order_of_columns_is_free_and_empty_lines_count_for_nothing() -> None:
    given = UnhappyRow(date(2026, 5, 1), "Olive Grant", "020 7946 0141", "Still broken")
    assert read_unhappy(GOOD, TODAY) == [given]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", ["line 1, header: '' is empty"]),
        ("date,name,contact\n", ["line 1, header: 'words' is missing"]),
        (GOOD.replace("words", "words,words"), ["'words' is there more than once"]),
        (GOOD.replace("words", "words,age"), ["'age' is not a column we know"]),
        (GOOD.replace("Still", "Still,"), ["line 2, row: '' has more cells"]),
        (GOOD + "A,2026-05-15,a@b.example,Bad\n", ["line 4, date: '2026-05-15' lies ahead"]),
        (GOOD + "A,2026-05-01,,Bad\n", ["line 4, contact: '' is empty"]),
        (GOOD + f"{'A' * 201},2026-05-01,a@b.example,Bad\n", ["is over 200 characters"]),
        (GOOD + 'A,"' + 131_073 * "x", ["line 4, row: '' cannot be read"]),
        (GOOD + 2_000 * "A,2026-05-01,a@b.example,Bad\n", ["is over 2000 rows"]),
    ],
)
def test_every_fault_is_named(text: str, says: list[str]) -> None:
    found = [str(each) for each in read_unhappy(text, TODAY)]
    assert len(found) == len(says)
    for fault, part in zip(found, says, strict=True):
        assert part in fault
