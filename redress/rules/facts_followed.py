"""What a resident says while they follow their complaint, as the rules read it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kept(StrEnum):
    """Whether what was promised was done, as the resident sees it."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True)
class DisputeFacts:
    """The resident says that a promised action was not done (Code 6.6, 7.3): on which day, in what
    words, and the day on which we had marked it as done, None where we had not."""

    said_on: date
    words: str = ""
    marked_done_on: date | None = None


@dataclass(frozen=True)
class RatingFacts:
    """How the resident says the complaint was handled, once it is closed. `handled`, `outcome` and
    `easy` are 1 (worst) to 5 (best); the last two are None where they were left out. Somebody who
    says nothing has no rating: no reply is no answer."""

    stage: int
    said_on: date
    handled: int
    kept: Kept
    words: str = ""
    outcome: int | None = None
    easy: int | None = None
