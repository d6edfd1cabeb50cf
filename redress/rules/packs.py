"""Which regular packs a landlord's policy promises, and which of them are due on a day.

What a pack is stands in `policies/packs.toml`; that a landlord has it, in its policy's reports.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from pydantic import Field, ValidationError

from redress.rules.access import Role
from redress.rules.calendar import Calendar
from redress.rules.periods import Length, Period
from redress.rules.policy import Frozen, Policy
from redress.rules.policy_choices import Audience, Every, Report
from redress.rules.policy_files import ROOT, PolicyError, read_toml

FILE = ROOT / "packs.toml"
SIX_WEEKS_FROM = date(2023, 4, 3)  # the first Monday from which six weeks are counted
A_DAY = timedelta(days=1)
LENGTHS = {
    Every.WEEKLY: Length.WEEK,
    Every.MONTHLY: Length.MONTH,
    Every.QUARTERLY: Length.QUARTER,
    Every.TWICE_YEARLY: Length.HALF,
    Every.ANNUAL: Length.YEAR,
}


class Weekday(StrEnum):
    """A day on which people meet, in the order of the week."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"


class Carries(Frozen):
    """A report of a policy that a pack carries out."""

    report: Report
    to: Audience
    every: Every


class Kind(Frozen):
    """A kind of pack, as `policies/packs.toml` explains."""

    kind: str = Field(pattern=r"^[a-z][a-z-]{2,30}$")
    title: str
    of: tuple[Carries, ...] = Field(min_length=1)
    made: Every
    on: Weekday | None = None
    roles: tuple[Role, ...] = Field(min_length=1)
    sections: tuple[str, ...] = Field(min_length=1)
    reminds: bool = False
    governing_body: bool = False


class Kinds(Frozen):
    """All kinds of packs."""

    packs: tuple[Kind, ...]


@dataclass(frozen=True)
class Planned:
    """A pack that a policy promises: to whom in its own words, and the clauses."""

    kind: Kind
    named: str
    clause: str


@dataclass(frozen=True)
class Due:
    """A pack of a period, and the working day on which it is made."""

    kind: Kind
    period: Period
    on: date


@cache
def kinds() -> tuple[Kind, ...]:
    """Every kind of pack. Raises PolicyError for a file that is not sound."""
    try:
        return Kinds.model_validate_json(json.dumps(read_toml(FILE))).packs
    except ValidationError as error:
        raise PolicyError([f"{FILE.name}: {error}"]) from error


def planned(policy: Policy) -> list[Planned]:
    """The packs that a policy promises, in the order of the kinds, each once."""
    found = []
    for kind in kinds():
        carried = {(each.report, each.to, each.every) for each in kind.of}
        reports = [r for r in policy.reports if (r.report, r.to, r.every) in carried]
        if reports:
            named = "; ".join(dict.fromkeys(each.named for each in reports))
            clause = "; ".join(dict.fromkeys(each.clause for each in reports))
            found.append(Planned(kind, named, clause))
    return found


def latest(kind: Kind, today: date, calendar: Calendar) -> Due:
    """The last pack of this kind whose day has come by `today`.

    Earlier ones that were missed are not due any more: nobody wants five packs at once.
    """
    return next(due for due in _backwards(kind, today, calendar) if due.on <= today)


def upcoming(kind: Kind, today: date, calendar: Calendar) -> Due:
    """The next pack of this kind whose day is still to come."""
    found = None
    for due in _backwards(kind, _after(kind, today), calendar):
        if due.on <= today:
            break
        found = due
    if found is None:
        raise ValueError(f"no pack of {kind.kind} is to come")  # two periods on, one always is
    return found


def period_of(every: Every, day: date) -> Period:
    """The period in which a day lies, of packs made so often. ValueError for "regular"."""
    if every is Every.SIX_WEEKLY:
        weeks = (day - SIX_WEEKS_FROM).days // 42 * 6
        start = SIX_WEEKS_FROM + timedelta(weeks=weeks)
        return Period.parse(f"{start}..{start + timedelta(days=41)}")
    if every not in LENGTHS:
        raise ValueError(f"{every.value} says no period")
    return Period.of(LENGTHS[every], day)


def _backwards(kind: Kind, day: date, calendar: Calendar) -> Iterator[Due]:
    period = period_of(kind.made, day)
    while True:
        yield Due(kind, period, _made_on(kind, period, calendar))
        period = period_of(kind.made, period.start - A_DAY)


def _after(kind: Kind, today: date) -> date:
    """A day of the period after the one that runs."""
    return period_of(kind.made, today).end + A_DAY


def _made_on(kind: Kind, period: Period, calendar: Calendar) -> date:
    """The day it is made, or the next working day (a Monday holiday gives Tuesday)."""
    if kind.on is None:
        return calendar.add(period.end, 1)
    return calendar.add(period.start + (list(Weekday).index(kind.on) - 1) * A_DAY, 1)
