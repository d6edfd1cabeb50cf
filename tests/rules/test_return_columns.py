"""Returns as data: what a mapping must be, and what stands in a column."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from redress.reports.housemark import FILE
from redress.rules.definitions import BY_SLUG
from redress.rules.figures import Group
from redress.rules.figures_numbers import Number
from redress.rules.return_columns import Column, Gives, read_mapping

HEAD = 'title = "A return"\nsource = "Us"\n'


def column(**values: str) -> str:
    lines = {"heading": "Received", "figure": "received", "group": "stage_1"} | values
    return "[[columns]]\n" + "\n".join(f'{name} = "{value}"' for name, value in lines.items())


def wrong(tmp_path: Path, *columns: str) -> str:
    path = tmp_path / "return.toml"
    path.write_text(HEAD + "\n".join(columns), encoding="utf-8")
    with pytest.raises(ValueError, match=r"return\.toml") as error:
        read_mapping(path)
    return str(error.value)


def test_our_own_mapping_is_sound_and_tells_both_stages_apart() -> None:
    found = read_mapping(FILE)
    assert {column.group for column in found.columns} >= {Group.STAGE_1, Group.STAGE_2}
    assert all(each.figure in BY_SLUG for each in found.columns)


@pytest.mark.parametrize(
    ("columns", "says"),
    [
        ((column(figure="mood"),), "there is no definition 'mood'"),
        ((column(group="stage_3"),), "columns.0.group"),
        ((column(gives="percent"),), "a share of nothing"),
        ((column(gives="per_1000_homes"),), "goes with tenure_group lcra"),
        ((column(), column()), "these headings stand twice: Received"),
        ((column(colour="red"),), "columns.0.colour"),
        ((), "columns"),
        (("not toml",), "return.toml"),
    ],
)
def test_a_mapping_that_is_not_sound_is_refused(
    tmp_path: Path, columns: tuple[str, ...], says: str
) -> None:
    assert says in wrong(tmp_path, *columns)


def test_what_stands_in_a_column() -> None:
    found = Number(BY_SLUG["on_time"], Fraction(370), 370, 456)

    def value(gives: Gives, homes: int | None = None) -> object:
        tenure = "lcra" if gives is Gives.PER_1000_HOMES else None
        given = {"heading": "H", "figure": "on_time", "group": "stage_1", "tenure_group": tenure}
        each = Column.model_validate(given | {"gives": gives}, strict=False)
        return each.value(found, homes)

    assert value(Gives.NUMBER) == 370
    assert value(Gives.PERCENT) == Decimal("81.1")
    assert value(Gives.PER_1000_HOMES, 4800) == Decimal("77.1")
    assert value(Gives.PER_1000_HOMES) is None


def test_the_middle_of_nothing_is_not_known() -> None:
    each = Column(heading="Median", figure="working_days_median", group=Group.STAGE_1)
    assert each.value(Number(BY_SLUG["working_days_median"], None, 0), None) is None
    half = Number(BY_SLUG["working_days_median"], Fraction(19, 2), 2)
    assert each.value(half, None) == Decimal("9.5")
