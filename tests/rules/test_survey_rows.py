"""Surveys read from a file of rows."""

from datetime import date
from decimal import Decimal

import pytest

from redress.rules.case_rows import RowFault
from redress.rules.survey import About, Counts, Method, Of
from redress.rules.survey_rows import Survey, read_surveys

TODAY = date(2026, 11, 30)
FILE = """survey,from,to,method,of,answered,put_to,complained,satisfied,neither,dissatisfied
TSM 2025,2025-01-06,2025-01-31,phone,rented,"1,200",,300,120,30,150
TSM 2025,2025-01-06,2025-01-31,phone,ownership,200,,40,10,,
"""


def faults(text: str) -> list[str]:
    found = read_surveys(text, TODAY)
    assert found and all(isinstance(each, RowFault) for each in found)
    return [str(each) for each in found]


def test_rows_of_one_name_are_one_survey() -> None:
    assert read_surveys(FILE, TODAY) == [
        Survey(
            name="TSM 2025",
            held_from=date(2025, 1, 6),
            held_to=date(2025, 1, 31),
            method=Method.PHONE,
            lines={
                Of.RENTED: Counts(
                    answered=1_200, complained=300, satisfied=120, neither=30, dissatisfied=150
                ),
                Of.OWNERSHIP: Counts(answered=200, complained=40, satisfied=10),
            },
        )
    ]


def test_an_empty_cell_is_not_known_and_a_percentage_is_kept_as_it_stands() -> None:
    text = "survey,to,put_to,complained_percent,satisfied_percent\nJan,2024-01-31,172,32%,19.0\n"
    [found] = read_surveys(text, TODAY)
    assert isinstance(found, Survey)
    assert found.lines[Of.ALL] == Counts(
        put_to=172, complained_percent=Decimal(32), satisfied_percent=Decimal("19.0")
    )
    assert str(found.lines[Of.ALL].satisfied_percent) == "19.0"
    assert (found.about, found.method) == (About.PERCEPTION, Method.NOT_KNOWN)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", ["line 1, header"]),
        ("survey;to\n", ["line 1, header"]),
        ("survey,to,colour\n", ["'colour' is not a column we know"]),
        ("survey,answered\n", ["'to' is missing"]),
        ("survey,to\n", ["no row below the header"]),
        ("survey,to\nA,2024-01-31\n", ["line 2, answered: '' is empty"]),
        ("survey,to,answered\n,2024-02-30,x\n", ["not exist", "'x' is not a", "is empty"]),
        ("survey,to,answered\nA,2027-01-01,5\n", ["line 2, to: '2027-01-01' lies ahead"]),
        ("survey,to,from,answered\nA,2024-01-01,2024-01-02,5\n", ["is after the last day"]),
        ("survey,to,answered,complained\nA,2024-01-01,5,6\n", ["complained: '6' is more than"]),
        ("survey,to,of,answered\nA,2024-01-01,cats,5\n", ["line 2, of: 'cats'"]),
        ("survey,to,answered\nA,2024-01-01,5\nA,2024-01-01,6\n", ["keep one row of it"]),
        ("survey,to,of,answered\nA,2024-01-01,all,5\nA,2024-01-02,rented,6\n", ["line 3, to"]),
        ("survey,to,satisfied_percent\nA,2024-01-01,nineteen\n", ["is not a percentage"]),
        ("survey,to,answered,answered\nA,2024-01-01,5,6\n", ["'answered' is there more than once"]),
        ("survey,to,answered\n" + 201 * "A" + ",2024-01-01,5\n", ["is over 200 characters"]),
        ("survey,to,answered,note\nA,2024-01-01,5," + 2001 * "n" + "\n", ["2000 characters"]),
        ("survey,to,of,answered\nA,2024-01-01,Tenants,5\n", ["write one of all, rented"]),
        ("survey,to,answered\nA,2024-01-01,5,6\n", ["line 2, row: '' has more cells"]),
        ('survey,to,answered\nA,2024-01-01,5\nB,"' + 131_073 * "x" + "\n", ["line 3, row"]),
        ('survey,to,answered\n"A\nB",2024-01-01,x\nC,2024-01-01,y\n', ["line 2", "line 4"]),
    ],
)  # fmt: skip
def test_every_fault_is_named(text: str, says: list[str]) -> None:
    found = faults(text)
    assert len(found) >= len(says)
    for part in says:
        assert any(part in each for each in found), found
