"""How a letter reaches its resident, and what becomes of a message that will not go."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class Way(StrEnum):
    """A way of sending. By hand is what is left where no other may be used: a person sees to it."""

    EMAIL = "email"
    POST = "post"
    HAND = "hand"


class MessageState(StrEnum):
    """Where a message is. In doubt: handed over, and the answer was never heard."""

    WAITING = "waiting"
    HANDED_OVER = "handed_over"
    ACCEPTED = "accepted"
    FAILED = "failed"
    IN_DOUBT = "in_doubt"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Reach:
    """How one person can be written to: what they asked for, what must not be used, what is known.

    `never` are the ways they cannot use or that are not safe for them.
    """

    prefers: Way | None = None
    never: frozenset[Way] = frozenset()
    email: str = ""
    address: str = ""


def ways_to(reach: Reach) -> tuple[Way, ...]:
    """The ways in which this person may be written to, the best first. By hand is always one.

    What they asked for comes first (Code 3.1, Equality Act 2010 s.20), then e-mail, then post. A
    way for which there is no address, or that they cannot use, is left out whatever they asked.
    """
    known = {Way.EMAIL: reach.email, Way.POST: reach.address, Way.HAND: "always"}
    usable = [way for way in Way if known[way] and (way not in reach.never or way is Way.HAND)]
    return tuple(sorted(usable, key=lambda way: way is not reach.prefers))


def way_to(reach: Reach) -> Way:
    """The way to use: the first of `ways_to`."""
    return ways_to(reach)[0]


MINUTES = (1, 2, 4, 8, 15, 30, 30, 30, 30, 30, 30, 30)
WAITS = tuple(timedelta(minutes=minutes) for minutes in MINUTES)  # four hours in all


def wait_after(attempts: int) -> timedelta | None:
    """How long to wait after so many attempts that failed for the moment; None to give up."""
    return WAITS[attempts - 1] if attempts <= len(WAITS) else None


def ways_of(words: Iterable[str]) -> frozenset[Way]:
    """Ways from their words, as they are kept."""
    return frozenset(Way(word) for word in words)
