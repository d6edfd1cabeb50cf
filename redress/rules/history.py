"""The dated history of one complaint, as found in an old paper file or a published decision."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from redress.rules.calendar import Calendar
from redress.rules.facts import Clock
from redress.rules.policy import Stage


class What(StrEnum):
    """What happened."""

    RECEIVED = "received"
    ACKNOWLEDGED = "acknowledged"
    EXTENDED = "extended"
    RESPONDED = "responded"
    ESCALATED = "escalated"
    REFUSED = "refused"


@dataclass(frozen=True)
class Event:
    """One line of a history.

    `to` is the new date of an extension. `reason` and `ombudsman_details` are whether the letter
    gave them; what is not recorded counts as not given. `by` is the person who did it.
    """

    on: date
    what: What
    to: date | None = None
    reason: bool = False
    ombudsman_details: bool = False
    by: str = ""


@dataclass(frozen=True)
class Terms:
    """What one stage is judged by. `promised` are the clocks for which the landlord made a
    promise; for the others `promise` repeats the Code."""

    code: Stage
    promise: Stage
    promised: frozenset[Clock]
    calendar: Calendar


@dataclass(frozen=True)
class History:
    """A complaint's events in any order, and the terms of stages 1 and 2."""

    terms: Mapping[int, Terms]
    events: tuple[Event, ...]
    reference: str = ""
    notes: tuple[str, ...] = ()  # what a reader of the judgement must know of how it was read
