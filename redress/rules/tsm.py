"""The Tenant Satisfaction Measures CH01 and CH02 of the Regulator of Social Housing, each with its
formula and its numbers filled in.

Both are for homes let at low cost (LCRA) and for shared ownership (LCHO) apart, and for each stage
apart. Leaseholders of the whole, licensees, applicants and others are in neither. A complaint is
counted in the year in which its stage began. It is in time by the Code's own limit, or by the date
of an extension that the resident was told of before that limit was past.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from redress.rules.definitions import BY_SLUG
from redress.rules.figures import Group
from redress.rules.figures_by import NOT_KNOWN, Filters, TenureGroup, value_of
from redress.rules.figures_numbers import Counts, Number
from redress.rules.figures_shares import Share
from redress.rules.figures_stood import Stood
from redress.rules.figures_words import TENURE_GROUP, group_words

STAGES = (Group.STAGE_1, Group.STAGE_2)
GROUPS = (TenureGroup.LCRA, TenureGroup.LCHO)
COUNTED = tuple(BY_SLUG[slug] for slug in ("received", "code_limited", "responded", "in_code_time"))


class Of(StrEnum):
    """What CH02 is a percentage of: the two readings of the technical requirements in use."""

    RECEIVED = "received"
    RESPONDED = "responded"


@dataclass(frozen=True)
class Homes:
    """How many homes there are of a tenure group: counted on which day (None where that is not
    known), and where the number comes from."""

    number: int
    source: str
    counted_on: date | None = None


@dataclass(frozen=True)
class Measure:
    """CH01 and CH02 of one tenure group and one stage."""

    tenure: TenureGroup
    stage: Group
    received: int
    responded: int
    in_time: int
    homes: Homes | None

    @property
    def filters(self) -> Filters:
        """Which cases it counts."""
        return Filters(self.stage, {"tenure_group": self.tenure.value})

    @property
    def name(self) -> str:
        """ "Rented homes (LCRA), stage 1"."""
        return f"{TENURE_GROUP[self.tenure]}, {self.stage.value.replace('_', ' ')}"

    @property
    def ch01(self) -> Decimal | None:
        """Complaints for each 1,000 homes; None where the homes are not known."""
        homes = self.homes.number if self.homes else 0
        return Share(self.received, homes, "homes").per_thousand

    def ch02(self, of: Of) -> Share:
        """Those in time, of all received or of those responded to."""
        whole = self.received if of is Of.RECEIVED else self.responded
        return Share(self.in_time, whole, f"{group_words(self.stage).lower()} {WORDS[of]}")

    @property
    def ch01_formula(self) -> str:
        """ "249 received ÷ 4,800 homes × 1,000 = 51.9"."""
        if self.homes is None or self.ch01 is None:
            return f"{self.received:,} received ÷ homes not known × 1,000 = not known"
        return f"{self.received:,} received ÷ {self.homes.number:,} homes × 1,000 = {self.ch01}"

    def ch02_formula(self, of: Of) -> str:
        """ "190 in time ÷ 249 received × 100 = 76.3%"."""
        share = self.ch02(of)
        gives = f"{share.percent}%" if share.percent is not None else "nothing to measure"
        return f"{share.numerator:,} in time ÷ {share.denominator:,} {WORDS[of]} × 100 = {gives}"


WORDS: Mapping[Of, str] = {Of.RECEIVED: "received", Of.RESPONDED: "responded to"}


@dataclass(frozen=True)
class Measures:
    """The four pairs of measures, and how many complaints are in none of them: of others, and of
    people whose tenure is not known. `taken_as_told`: some are in time only by an extension of
    which it is not known when it was told."""

    each: tuple[Measure, ...]
    outside: int
    not_known: int
    taken_as_told: bool = False

    @property
    def received(self) -> int:
        """All complaints of both stages, in a measure or not."""
        return sum(measure.received for measure in self.each) + self.outside + self.not_known


class Measuring:
    """Complaints counted so far for the measures."""

    def __init__(self) -> None:
        self._counted = {(tenure, stage): Counts(COUNTED) for tenure in GROUPS for stage in STAGES}
        self._beside = {TenureGroup.OUTSIDE.value: 0, NOT_KNOWN: 0}
        self._taken_as_told = False

    def add(self, row: Stood) -> None:
        """Count one row; one that is no complaint is passed over."""
        if row.group not in STAGES:
            return
        tenure = value_of(row, "tenure_group")
        if tenure in self._beside:
            self._beside[tenure] += 1
        else:
            self._counted[TenureGroup(tenure), row.group].add(row)
            self._taken_as_told |= row.taken_as_told

    def measures(self, homes: Mapping[TenureGroup, Homes]) -> Measures:
        """The measures of what was counted."""
        each = tuple(
            _measure(tenure, stage, counts.numbers(), homes.get(tenure))
            for (tenure, stage), counts in self._counted.items()
        )
        return Measures(
            each,
            outside=self._beside[TenureGroup.OUTSIDE.value],
            not_known=self._beside[NOT_KNOWN],
            taken_as_told=self._taken_as_told,
        )


def measures(rows: Iterable[Stood], homes: Mapping[TenureGroup, Homes]) -> Measures:
    """The measures of these rows, in one pass."""
    counting = Measuring()
    for row in rows:
        counting.add(row)
    return counting.measures(homes)


def _measure(
    tenure: TenureGroup, stage: Group, numbers: Mapping[str, Number], homes: Homes | None
) -> Measure:
    received, responded, in_time = (
        int(numbers[slug].value or 0) for slug in ("received", "responded", "in_code_time")
    )
    return Measure(tenure, stage, received, responded, in_time, homes)
