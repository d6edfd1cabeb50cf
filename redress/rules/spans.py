"""Lengths of time as policies write them: an amount and a unit, never a bare number.

The units are those the policies use (hours, working hours, calendar days, working days, weeks,
months). Nothing here adds a span to a date: that is `clocks.due`.
"""

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """The unit a policy counts in."""

    HOURS = "hours"
    WORKING_HOURS = "working_hours"
    CALENDAR_DAYS = "calendar_days"
    WORKING_DAYS = "working_days"
    WEEKS = "weeks"
    MONTHS = "months"

    @property
    def word(self) -> str:
        """The unit in words, plural: "working days"."""
        return self.value.replace("_", " ")


@dataclass(frozen=True)
class Span:
    """A length of time, such as 10 working days.

    `amount` is a whole number of `unit`, at least 1. `target` is the lower end where a policy
    gives a range ("24 to 48 hours": amount 48, target 24); the deadline is the upper end.
    `read_as` is how the landlord itself reads a span that cannot be kept as written (48 hours
    from Friday afternoon ends on Sunday): the deadline follows it and both are shown.
    """

    amount: int
    unit: Unit
    target: int | None = None
    read_as: "Span | None" = None

    def words(self) -> str:
        """The span in words: "10 working days", "24 to 48 hours", "1 month"."""
        unit = self.unit.word.removesuffix("s") if self.amount == 1 else self.unit.word
        amount = f"{self.target} to {self.amount}" if self.target else str(self.amount)
        return f"{amount} {unit}"
