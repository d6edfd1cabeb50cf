"""What a published report says in words, as data that can be held against figures.

A claim is our own words for what the text says, the figure it speaks of, and the value it gives.
`claims_check` compares them.
"""

from decimal import Decimal
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, PositiveInt

from redress.rules.figures import Group, Scope


class Measure(StrEnum):
    """The figure of a table that a claim speaks of. A percentage is of the number received."""

    RECEIVED = "received"
    ON_TIME = "on_time"
    LATE = "late"
    OVERDUE = "overdue"
    UPHELD = "upheld"
    PARTLY_UPHELD = "partly_upheld"
    NOT_UPHELD = "not_upheld"
    UPHELD_OR_PARTLY = "upheld_or_partly"
    NO_OUTCOME = "no_outcome"
    ANSWERED_NO_OUTCOME = "answered_no_outcome"
    ON_TIME_PERCENT = "on_time_percent"
    LATE_PERCENT = "late_percent"
    OVERDUE_PERCENT = "overdue_percent"
    UPHELD_PERCENT = "upheld_percent"
    PARTLY_UPHELD_PERCENT = "partly_upheld_percent"
    ON_TIME_OF_ANSWERED_PERCENT = "on_time_of_answered_percent"
    UPHELD_OR_PARTLY_OF_DECIDED_PERCENT = "upheld_or_partly_of_decided_percent"
    UPHELD_OR_PARTLY_PERCENT = "upheld_or_partly_percent"
    NOT_UPHELD_PERCENT = "not_upheld_percent"
    NO_OUTCOME_PERCENT = "no_outcome_percent"
    ANSWERED_NO_OUTCOME_PERCENT = "answered_no_outcome_percent"
    SHARE_OF_ALL_PERCENT = "share_of_all_percent"  # of all complaints and enquiries received
    ESCALATION_PERCENT = "escalation_percent"  # stage 2 of stage 1
    GROWTH_PERCENT = "growth_percent"  # on the year `against`
    PART_PERCENT = "part_percent"  # a count the text gives, `part`


class Data(BaseModel):
    """Base of what is read from a file: read-only, unknown keys refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Claim(Data):
    """A number in the text and the figure it speaks of.

    `where` is the section, `says` our words for it, `value` a number or a percentage as printed.
    `year` is that of the figure where it is not the report's own ("2022-23").
    """

    id: str
    where: str
    says: str
    group: Group
    scope: Scope = Scope.ALL_HOUSING_SERVICES
    measure: Measure
    value: Decimal
    year: str = ""
    against: str = ""
    part: PositiveInt | None = None

    @property
    def stated(self) -> str:
        """The value as printed: "12%", "1,058"."""
        return f"{self.value:,}{'%' if self.measure.endswith('percent') else ''}"


class Sum(Data):
    """A total in the text, and the parts of it that the same text gives."""

    id: str
    where: str
    says: str
    parts: dict[str, int]
    total: int


class Unchecked(Data):
    """A statement that figures cannot judge, and why."""

    id: str
    where: str
    says: str
    why: str


class Slip(Data):
    """What looks like a reporting year and is none: "2023/34"."""

    id: str
    where: str
    says: str
    slip: str


class Published(Data):
    """What one published report says of its year.

    `note` is what a reader of both should know; `notice` says the heart of it in a sentence or two.
    """

    year: str
    source: str
    notice: str = ""
    note: str = ""
    claims: tuple[Claim, ...] = ()
    sums: tuple[Sum, ...] = ()
    unchecked: tuple[Unchecked, ...] = ()
    slips: tuple[Slip, ...] = ()
