"""Legal holds on a case: while one holds, nothing of the case is erased. Plain values."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class HoldFacts:
    """A legal hold: why, who placed it (a user's number) and when; `until` is its last day, empty
    where it holds until somebody lifts it. `lifted_on`, `lifted_by` and `why_lifted` are its end.
    """

    number: int
    reason: str
    placed_on: date
    placed_by: int | None
    until: date | None = None
    lifted_on: date | None = None
    lifted_by: int | None = None
    why_lifted: str = ""

    def holds(self, on: date) -> bool:
        """Whether it holds on a day: neither lifted nor past its last day."""
        return self.lifted_on is None and (self.until is None or on <= self.until)


def hold_on(holds: tuple[HoldFacts, ...], day: date) -> HoldFacts | None:
    """The hold that holds on a day, if one does."""
    return next((each for each in holds if each.holds(day)), None)
