"""A return to somebody outside as a list of columns, each filled by one of our definitions."""

import tomllib
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from pathlib import Path

from pydantic import Field, ValidationError, field_validator, model_validator

from redress.rules.definitions import BY_SLUG
from redress.rules.figures import Group
from redress.rules.figures_by import Filters, TenureGroup
from redress.rules.figures_numbers import Number
from redress.rules.figures_shares import Share, rounded
from redress.rules.policy import Frozen


class Gives(StrEnum):
    """What of a figure stands in a column."""

    NUMBER = "number"
    PERCENT = "percent"  # of what its definition names
    PER_1000_HOMES = "per_1000_homes"


class Column(Frozen):
    """One column: its heading, the definition that fills it, and which cases that looks at."""

    heading: str = Field(min_length=1, max_length=200)
    figure: str
    group: Group
    tenure_group: TenureGroup | None = None
    gives: Gives = Gives.NUMBER

    @field_validator("figure")
    @classmethod
    def _known(cls, slug: str) -> str:
        if slug not in BY_SLUG:
            raise ValueError(f"there is no definition {slug!r}")
        return slug

    @model_validator(mode="after")
    def _fits(self) -> "Column":
        if self.gives is Gives.PERCENT and not BY_SLUG[self.figure].among:
            raise ValueError(f"{self.figure} is a share of nothing; it has no percentage")
        rented = self.tenure_group is TenureGroup.LCRA
        if self.gives is Gives.PER_1000_HOMES and not rented:
            raise ValueError("for each 1,000 rented homes goes with tenure_group lcra")
        return self

    @property
    def filters(self) -> Filters:
        """Which cases it counts."""
        values = {"tenure_group": self.tenure_group.value} if self.tenure_group else {}
        return Filters(self.group, values)

    def value(self, number: Number, homes: int | None) -> int | Decimal | None:
        """What stands in the column; None where it is not known."""
        if self.gives is Gives.PERCENT:
            return number.share.percent if number.share else None
        if self.gives is Gives.PER_1000_HOMES:
            return Share(number.rows, homes or 0, "homes").per_thousand
        return None if number.value is None else _plain(number.value)


class ReturnMapping(Frozen):
    """A return: what it is called, where its columns come from, and the columns in order."""

    title: str
    source: str
    columns: tuple[Column, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _once(self) -> "ReturnMapping":
        headings = [column.heading for column in self.columns]
        twice = {heading for heading in headings if headings.count(heading) > 1}
        if twice:
            raise ValueError(f"these headings stand twice: {', '.join(sorted(twice))}")
        return self


def read_mapping(path: Path) -> ReturnMapping:
    """The mapping in a TOML file. ValueError names the file and everything wrong with it."""
    try:
        return ReturnMapping.model_validate(tomllib.loads(path.read_text("utf-8")), strict=False)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{path.name}: {error}") from error
    except ValidationError as error:
        wrong = "; ".join(
            f"{'.'.join(str(part) for part in each['loc'])}: {each['msg']}"
            for each in error.errors()
        )
        raise ValueError(f"{path.name}: {wrong}") from error


def _plain(value: Fraction) -> int | Decimal:
    return int(value) if value.denominator == 1 else rounded(value)
