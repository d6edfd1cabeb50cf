"""The counts of a set of rows, and the shares they give, each with its denominator named."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from redress.rules.facts import Finding
from redress.rules.figures_shares import Share


@dataclass(frozen=True, slots=True)
class Noun:
    """What is counted, in the plural ("stage 1 complaints"), and whose (" from tenants")."""

    what: str
    whose: str = ""

    def __str__(self) -> str:
        return self.what + self.whose


class Answer(StrEnum):
    """How a row stands to the date it was due: the extension if there is one, else the promise."""

    ON_TIME = "on_time"
    LATE = "late"
    OVERDUE = "overdue"  # no response, and the date has passed
    NOT_YET_DUE = "not_yet_due"  # no response, and the date has not passed
    UNDATED = "undated"  # no date it was due by is known: compliments, some old cases


class CodeAnswer(StrEnum):
    """How a row stands to the Code's own limit, whatever the landlord promised."""

    CODE_ON_TIME = "code_on_time"
    CODE_LATE = "code_late"
    CODE_UNANSWERED = "code_unanswered"


class Counted(Protocol):
    """What a tally needs to know of a cell."""

    @property
    def answer(self) -> Answer: ...
    @property
    def code(self) -> CodeAnswer | None: ...
    @property
    def outcome(self) -> Finding | None: ...


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows there are of each sort.

    received = on_time + late + overdue + not_yet_due + undated, and
    received = upheld + partly_upheld + not_upheld + resolved + withdrawn + no_outcome.
    Of `no_outcome`, `answered_no_outcome` have been answered and `open_no_outcome` wait for an
    answer. The `code_` counts are of the rows that have a Code limit.
    """

    received: int = 0
    on_time: int = 0
    late: int = 0
    overdue: int = 0
    not_yet_due: int = 0
    undated: int = 0
    upheld: int = 0
    partly_upheld: int = 0
    not_upheld: int = 0
    resolved: int = 0
    withdrawn: int = 0
    no_outcome: int = 0
    answered_no_outcome: int = 0
    open_no_outcome: int = 0
    code_on_time: int = 0
    code_late: int = 0
    code_unanswered: int = 0

    @classmethod
    def of(cls, cells: Iterable[tuple[Counted, int]]) -> "Tally":
        """The sum of cells, each with the number of its rows."""
        counts: Counter[str] = Counter()
        for cell, number in cells:
            counts["received"] += number
            counts[cell.answer] += number
            counts[cell.outcome or "no_outcome"] += number
            if cell.code:
                counts[cell.code] += number
            if not cell.outcome and cell.answer is not Answer.UNDATED:
                answered = cell.answer in (Answer.ON_TIME, Answer.LATE)
                counts["answered_no_outcome" if answered else "open_no_outcome"] += number
        return cls(**counts)

    @property
    def answered(self) -> int:
        """Answered, on time or late."""
        return self.on_time + self.late

    @property
    def upheld_or_partly(self) -> int:
        """Upheld in full or in part."""
        return self.upheld + self.partly_upheld

    @property
    def decided(self) -> int:
        """Upheld, partly upheld or not upheld: those with a finding."""
        return self.upheld_or_partly + self.not_upheld

    @property
    def code_limited(self) -> int:
        """Rows the Code sets a limit for."""
        return self.code_on_time + self.code_late + self.code_unanswered

    def of_received(self, part: int, noun: Noun) -> Share:
        """`part` as a share of all received: the denominator of every headline (R12)."""
        return Share(part, self.received, f"{noun.what} received{noun.whose}")

    def of_answered(self, part: int, noun: Noun) -> Share:
        """`part` as a share of those answered so far."""
        return Share(part, self.answered, f"{noun} answered")

    def of_decided(self, part: int, noun: Noun) -> Share:
        """`part` as a share of those with a finding."""
        return Share(part, self.decided, f"{noun} with a finding")

    def of_code_limited(self, part: int, noun: Noun) -> Share:
        """`part` as a share of those the Code sets a limit for (CH02, on received)."""
        return Share(part, self.code_limited, f"{noun} with a Code limit")
