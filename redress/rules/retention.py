"""How long a case is kept with its words, and whether it may be erased on a day, and why not.

UK GDPR art. 5(1)(e) asks for a limit and gives none. The sector's usual six years after closing
rest on the Limitation Act 1980, section 5; the twelve months in which a resident may go to the
Ombudsman are the floor. A schedule is data: `policies/retention`.
"""

import json
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

from pydantic import Field, ValidationError, model_validator

from redress.rules.facts import Finding, Kind
from redress.rules.facts_holds import HoldFacts, hold_on
from redress.rules.policy import Frozen
from redress.rules.policy_files import ROOT, PolicyError, read_toml

FOLDER = ROOT / "retention"
COMMON = "common"


class Outcome(StrEnum):
    """How a case ended, as schedules tell them apart."""

    UPHELD = "upheld"  # in full or in part
    NOT_UPHELD = "not_upheld"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    NONE = "none"  # an enquiry, a compliment; or an old system did not say


class Line(Frozen):
    """One line of a schedule: which kinds of case, and which outcomes where not all, are kept for
    how many whole years after closing, and by what rule."""

    name: str = Field(min_length=3, max_length=120)
    kinds: tuple[Kind, ...] = Field(min_length=1)
    outcomes: tuple[Outcome, ...] = ()
    years: int = Field(ge=1, le=99)
    source: str = Field(min_length=3, max_length=200)

    def fits(self, kind: Kind, outcome: Outcome) -> bool:
        """Whether it is the line of such a case, if none before it is."""
        return kind in self.kinds and (not self.outcomes or outcome in self.outcomes)


class Schedule(Frozen):
    """The lines of a landlord, in the order in which they are asked."""

    lines: tuple[Line, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _every_case_has_a_line(self) -> "Schedule":
        for kind in Kind:
            for outcome in Outcome:
                if not any(line.fits(kind, outcome) for line in self.lines):
                    raise ValueError(f"no line says how long a {kind} ({outcome}) is kept")
        return self

    def line(self, kind: Kind, outcome: Outcome) -> Line:
        """The line of such a case; there is always one."""
        return next(line for line in self.lines if line.fits(kind, outcome))

    @property
    def shortest(self) -> int:
        """The fewest years of any line."""
        return min(line.years for line in self.lines)


class Kept(StrEnum):
    """Why a case is not erased, or not yet."""

    ERASED = "erased"  # it is erased already
    NOT_CLOSED = "not_closed"
    NOT_YET = "not_yet"
    HELD = "held"
    OMBUDSMAN = "ombudsman"  # a case at the Ombudsman is open, or something it asked is not done
    ACTIONS = "actions"  # something promised is not done
    MESSAGES = "messages"  # a message on it is not answered
    MONEY = "money"  # money that was accepted is not paid
    REQUESTED = "requested"  # the resident asked for what is kept of them, and it is not sent yet
    RESTRICTION = "restriction"  # a restriction of contact holds that was decided in it
    MERGED = "merged"  # it was answered in another that is still kept


@dataclass(frozen=True)
class Standing:
    """What decides whether a case may be erased. `closed_on` is empty while it is open."""

    kind: Kind
    outcome: Outcome
    closed_on: date | None
    holds: tuple[HoldFacts, ...] = ()
    stops: frozenset[Kept] = field(default_factory=frozenset)  # what else keeps it, as found
    erased_on: date | None = None


@dataclass(frozen=True)
class Verdict:
    """Which line holds, from which day on it may be erased, and all that keeps it."""

    line: Line
    due_on: date | None
    kept: tuple[Kept, ...]

    @property
    def is_due(self) -> bool:
        """Whether it may be erased."""
        return not self.kept


@cache
def schedule_of(landlord: str) -> Schedule:
    """The landlord's schedule, or the common one where it has none of its own. Raises PolicyError
    for a file that is not sound, or leaves a kind of case without a line."""
    own = FOLDER / f"{landlord}.toml"
    return read_schedule(own if own.exists() else FOLDER / f"{COMMON}.toml")


def read_schedule(path: Path) -> Schedule:
    """A schedule as its file has it. Raises PolicyError."""
    try:
        return Schedule.model_validate_json(json.dumps(read_toml(path), default=str))
    except ValidationError as error:
        raise PolicyError([f"retention/{path.name}: {error}"]) from error


def outcome_of(finding: Finding | None, refused_ground: str) -> Outcome:
    """How a case ended, from the last stage of it that says so."""
    if refused_ground:
        return Outcome.REFUSED
    if finding in (Finding.UPHELD, Finding.PARTLY_UPHELD, Finding.RESOLVED):
        return Outcome.UPHELD
    if finding is Finding.WITHDRAWN:
        return Outcome.WITHDRAWN
    return Outcome.NOT_UPHELD if finding else Outcome.NONE


def years_after(day: date, years: int) -> date:
    """The same day so many years on; 1 March for 29 February: never a day too early."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def judge(case: Standing, schedule: Schedule, today: date) -> Verdict:
    """Whether a case may be erased on a day (UK GDPR art. 5(1)(e), 17(3)); if not, all that keeps
    it: one look, and nobody finds the next reason a month later."""
    line = schedule.line(case.kind, case.outcome)
    due = years_after(case.closed_on, line.years) if case.closed_on else None
    stands = {
        Kept.ERASED: case.erased_on is not None,
        Kept.NOT_CLOSED: due is None,
        Kept.NOT_YET: due is not None and today < due,
        Kept.HELD: hold_on(case.holds, today) is not None,
    }
    kept = tuple(each for each in Kept if stands.get(each) or each in case.stops)
    return Verdict(line, due, kept)


class Step(StrEnum):
    """How far a proposal to erase has come."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    DROPPED = "dropped"


def check_approval(step: Step, proposed_by: int | None, by: int | None) -> tuple[str, ...]:
    """What stands against approving a proposal: one that was settled already, and one's own, for
    what is erased cannot be had back."""
    reasons = []
    if step is not Step.PROPOSED:
        reasons.append("settled_already")
    if by is None or by == proposed_by:
        reasons.append("own_proposal")
    return tuple(reasons)
