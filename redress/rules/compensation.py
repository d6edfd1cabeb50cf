"""What the Housing Ombudsman's guidance gives for a failure, with its working (Code 7.4).

`policies/compensation/<start>.toml` is one edition of the guidance: fixed sums, or bands, or both.
Days are counted under the edition in force on each of them; where that edition has no fixed sum
for it, no amount is made up. Amounts are whole pounds, as the guidance has them, so that nothing
is rounded: a week that has begun counts as a week (decision 22).
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path

from pydantic import Field, ValidationError, model_validator

from redress.rules.policy import Frozen
from redress.rules.policy_files import ROOT, PolicyError, read_toml

FOLDER = ROOT / "compensation"
WEEK = 7


class Per(StrEnum):
    """For what a fixed sum is given."""

    DAY = "day"
    WEEK = "week"
    TIME = "time"


class FixedSum(Frozen):
    """A sum in whole pounds for each day, week or time of one kind of failure."""

    name: str = Field(pattern=r"^[a-z-]+$")
    says: str = Field(min_length=1)
    pounds: int = Field(gt=0)
    per: Per


class Band(Frozen):
    """From about what to about what a finding is worth; `most` is None where nothing bounds it."""

    name: str = Field(pattern=r"^[a-z-]+$")
    says: str = Field(min_length=1)
    least: int = Field(ge=0)
    most: int | None = None

    @model_validator(mode="after")
    def _in_order(self) -> "Band":
        if self.most is not None and self.most <= self.least:
            raise ValueError("most must be larger than least")
        return self


class Guidance(Frozen):
    """One edition of the guidance, in force from `start` until the next."""

    start: date
    title: str = Field(min_length=1)
    source: str = Field(min_length=1)
    sums: tuple[FixedSum, ...] = ()
    bands: tuple[Band, ...] = ()

    def sum(self, name: str) -> FixedSum | None:
        """The fixed sum of this name, if this edition has it."""
        return next((each for each in self.sums if each.name == name), None)

    @model_validator(mode="after")
    def _sound(self) -> "Guidance":
        if not (self.sums or self.bands):
            raise ValueError("there must be sums or bands")
        for what in (self.sums, self.bands):
            names = [each.name for each in what]
            if len(set(names)) < len(names):
                raise ValueError("each name may be there once")
        return self


@dataclass(frozen=True)
class Failure:
    """What went wrong: a fixed sum's name, the first and the last day of it (both count), and how
    many times, for what is counted by the time."""

    name: str
    first: date
    last: date
    times: int = 1


@dataclass(frozen=True)
class Part:
    """The days of a failure under one edition (None before the first): how many days, weeks or
    times that is, at how many pounds each, and what it makes. `pounds` is None where the edition
    has no fixed sum for it."""

    guidance: Guidance | None
    first: date
    last: date
    count: int
    each: int | None
    pounds: int | None


@dataclass(frozen=True)
class Worked:
    """The amount for a failure and how it is made up, edition by edition. `as_newest` is what it
    would be if every day were counted by the edition of its last day, where that is not the same
    (the guidance seen does not say which it means); else None."""

    failure: Failure
    says: str
    per: Per
    parts: tuple[Part, ...]
    as_newest: int | None = None

    @property
    def pounds(self) -> int:
        """The fixed sums of all parts. Parts without one add nothing: they need judgement."""
        return sum(part.pounds or 0 for part in self.parts)


def work_out(failure: Failure, editions: Sequence[Guidance] = ()) -> Worked:
    """The amount for a failure, with its working.

    Raises ValueError for a name that no edition has, for days in the wrong order and for less than
    one time.
    """
    known = editions or guidances()
    newest = next((each for g in reversed(known) if (each := g.sum(failure.name))), None)
    if newest is None:
        raise ValueError(f"no edition of the guidance has a sum {failure.name!r}")
    if failure.last < failure.first or failure.times < 1:
        raise ValueError("the last day is before the first, or it happened no time")
    parts = tuple(_parts(failure, newest, known))
    whole = _whole(failure, known)
    made = sum(part.pounds or 0 for part in parts)
    as_newest = whole if whole is not None and whole != made else None
    return Worked(failure, newest.says, newest.per, parts, as_newest)


def _parts(failure: Failure, newest: FixedSum, known: Sequence[Guidance]) -> Iterator[Part]:
    """Each edition's days in order. What is counted by the time is all of its last day."""
    if newest.per is Per.TIME:
        at = guidance_on(failure.last, known)
        yield _part(failure, newest, at, failure.last, failure.last)
        return
    first = failure.first
    while first <= failure.last:
        at = guidance_on(first, known)
        later = [each.start for each in known if each.start > first]
        last = min([failure.last, *(start - timedelta(days=1) for start in later)])
        yield _part(failure, newest, at, first, last)
        first = last + timedelta(days=1)


def _part(failure: Failure, newest: FixedSum, at: Guidance | None, first: date, last: date) -> Part:
    own = at.sum(failure.name) if at else None
    counted = count((own or newest).per, first, last, failure.times)
    each = own.pounds if own else None
    return Part(at, first, last, counted, each, own.pounds * counted if own else None)


def _whole(failure: Failure, known: Sequence[Guidance]) -> int | None:
    at = guidance_on(failure.last, known)
    own = at.sum(failure.name) if at else None
    return own.pounds * count(own.per, failure.first, failure.last, failure.times) if own else None


def count(per: Per, first: date, last: date, times: int = 1) -> int:
    """How many days (both ends count), weeks (one begun counts) or times."""
    days = (last - first).days + 1
    return {Per.DAY: days, Per.WEEK: -(-days // WEEK), Per.TIME: times}[per]


def guidance_on(day: date, known: Sequence[Guidance] = ()) -> Guidance | None:
    """The edition in force on this day; None before the first that is known."""
    begun = [each for each in known or guidances() if each.start <= day]
    return begun[-1] if begun else None


@cache
def guidances() -> tuple[Guidance, ...]:
    """Every edition, the oldest first. Raises PolicyError for a file that is not sound."""
    return tuple(load(path) for path in sorted(FOLDER.glob("*.toml")))


def load(path: Path) -> Guidance:
    """One edition, wherever it lies; its name is its first day. Raises PolicyError with every
    fault, naming file and key."""
    told = {"start": path.stem, **read_toml(path)}
    try:  # by way of JSON, where strict reading takes words for choices and lists for tuples
        return Guidance.model_validate_json(json.dumps(told, default=str))
    except ValidationError as error:
        faults = (f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors())
        raise PolicyError([f"{path.name}: {fault}" for fault in faults]) from error
