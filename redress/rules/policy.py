"""What a landlord promises and what the Code limits, as typed, dated data.

A policy is a TOML file of numbers, dates, lists, names and enumerated choices; no conditions and
no expressions. `policies/landlords/<slug>/<date>.toml` holds landlords' policies and
`policies/code/<date>.toml` the editions of the Code. `policy_files` reads them.
"""

from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from redress.rules import policy_parts as parts
from redress.rules.facts import Kind
from redress.rules.policy_choices import (
    LANDLORDS_OWN,
    Account,
    AfterStage2,
    Beyond,
    EndKind,
    Guard,
    JudgedFrom,
    Member,
    Mode,
    Start,
    WindowStart,
)
from redress.rules.policy_parts import Extension, Frozen, Promise, Stage, Text, TimeLimit

__all__ = [
    "Beyond",
    "CodeEdition",
    "Extension",
    "Frozen",
    "Guard",
    "Mode",
    "Policy",
    "Promise",
    "Provision",
    "Stage",
    "Start",
    "TimeLimit",
    "WindowStart",
]

# Lists whose items may not repeat, and the key that tells them apart.
ONCE = (
    ("rules", "id"),
    ("guards", "guard"),
    ("exclusions", "ground"),
    ("closures", "date"),
    ("authority", "role"),
)

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Day = Annotated[date, Field(ge=date(2000, 1, 1), le=date(2199, 12, 31))]


class Provision(Frozen):
    """One provision of the Code: its number, what it asks in our words, what can judge it."""

    number: Annotated[str, StringConstraints(pattern=r"^[1-9]\.[1-9][0-9]?$")]
    asks: Text
    judged_from: tuple[JudgedFrom, ...] = Field(min_length=1)


class CodeEdition(Frozen):
    """One edition of the Housing Ombudsman's Complaint Handling Code."""

    name: Text
    starts: Day
    stage_1: Stage
    stage_2: Stage
    time_limit: TimeLimit
    provisions: tuple[Provision, ...] = Field(min_length=1)

    @property
    def id(self) -> str:
        """What a case is pinned to: "code/2024-04-01"."""
        return f"code/{self.starts.isoformat()}"

    def stage(self, number: int) -> Stage:
        """The limits of stage 1 or 2. Raises ValueError for any other number (Code 5.3)."""
        return self.stage_1 if _first(number) else self.stage_2


class Policy(Frozen):
    """One version of a landlord's complaints policy.

    In force from `starts` until a later version starts, or to `ends` where this version is a
    regime for a time (Code 8.5). `stated_until` is the text's own last date: passing it raises
    an alarm and ends nothing.
    """

    slug: Slug
    name: Text
    title: Text
    starts: Day
    starts_note: Text | None
    ends: Day | None
    stated_until: Day | None
    stated_until_is: EndKind | None
    division: Literal["england-and-wales", "scotland", "northern-ireland"]
    closures: tuple[parts.Closure, ...]
    definition: parts.Definition
    informal: parts.Informal | None
    requests: parts.Requests | None
    time_limit: TimeLimit
    exclusions: tuple[parts.Exclusion, ...]
    refusal: parts.Refusal
    representatives: parts.Representatives
    channels: parts.Channels
    petitions: parts.Petitions | None
    mediation: parts.Offer | None
    stage_1: parts.LandlordStage
    stage_2: parts.SecondStage
    after_stage_2: AfterStage2
    after_stage_2_clause: Text
    routes: tuple[parts.Route, ...]
    restrictions: parts.Restrictions | None
    recording: parts.Recording
    member_responsible: Member | None
    member_responsible_clause: Text
    reports: tuple[parts.ReportTo, ...]
    guards: tuple[parts.GuardChoice, ...]
    self_assessment: tuple[parts.SelfAssessment, ...]
    contradictions: tuple[parts.Contradiction, ...]
    rules: tuple[parts.Rule, ...]
    # Of later than the files that are sealed, so it may be left out: no limit is then stated.
    authority: tuple[parts.Authority, ...] = ()
    enquiries: Promise | None = None  # by when a member's enquiry is answered

    @property
    def id(self) -> str:
        """What a case is pinned to: "harrow/2023-04-01"."""
        return f"{self.slug}/{self.starts.isoformat()}"

    def stage(self, number: int) -> parts.LandlordStage:
        """What is promised at stage 1 or 2. Raises ValueError for any other number."""
        return self.stage_1 if _first(number) else self.stage_2

    def guard(self, guard: Guard) -> Mode:
        """Whether a guard refuses or warns: as the file says, else the Code's own refuse."""
        for choice in self.guards:
            if choice.guard is guard:
                return choice.mode
        return Mode.WARN if guard in LANDLORDS_OWN else Mode.REFUSE

    def request_promise(self, kind: Kind) -> Promise | None:
        """When a contact that is not a complaint is to be answered, if the policy says so.

        Enquiries of members have one of their own. Of the rest only service requests have one; an
        informal step is kept as one (Code 1.4, 5.2).
        """
        if kind in (Kind.MP_ENQUIRY, Kind.COUNCILLOR_ENQUIRY):
            return self.enquiries
        if kind is not Kind.SERVICE_REQUEST:
            return None
        if self.requests and self.requests.respond:
            return self.requests.respond
        return self.informal.respond if self.informal else None

    @model_validator(mode="after")
    def _sound(self) -> Self:
        faults = [*_dates(self), *_repeats(self)]
        faults += [fault for rule in self.rules for fault in _account(self, rule)]
        if faults:
            raise ValueError("; ".join(faults))
        return self


def _first(number: int) -> bool:
    if number not in (1, 2):
        raise ValueError(f"there is no stage {number}; a complaint has stages 1 and 2 (Code 5.3)")
    return number == 1


def held_at(policy: Policy, path: str) -> Any:
    """The value at a key such as "stage_1.respond". Raises LookupError where there is none."""
    value: Any = policy
    for key in path.split("."):
        if not isinstance(value, Frozen) or key not in type(value).model_fields:
            raise LookupError(path)
        value = getattr(value, key)
    return value


def _dates(policy: Policy) -> list[str]:
    """What is wrong with the dates: an end before the start, a last date of no kind."""
    faults = [
        f"{key} ({day}) is before starts ({policy.starts})"
        for key, day in (("ends", policy.ends), ("stated_until", policy.stated_until))
        if day is not None and day < policy.starts
    ]
    if (policy.stated_until is None) != (policy.stated_until_is is None):
        faults.append("stated_until and stated_until_is go together: give both or neither")
    return faults


def _repeats(policy: Policy) -> list[str]:
    """What stands more than once where it may stand once."""
    faults = []
    for key, field in ONCE:
        found = [getattr(item, field) for item in getattr(policy, key)]
        twice = sorted({str(value) for value in found if found.count(value) > 1})
        faults += [f"{key}: {value} stands there more than once" for value in twice]
    return faults


def _account(policy: Policy, rule: parts.Rule) -> list[str]:
    """What is wrong with the account of one rule of the source document."""
    if rule.account is Account.NEITHER:
        return [] if rule.why and not rule.at else [f"rule {rule.id}: neither needs why, and no at"]
    if not rule.at:
        return [f"rule {rule.id}: {rule.account} needs at"]
    faults = [
        f"rule {rule.id}: there is no key {path}" for path in rule.at if not _has(policy, path)
    ]
    if not faults and rule.account is Account.BEHAVIOUR:
        found = held_at(policy, rule.at[0])
        if str(found) != rule.value:
            faults.append(f"rule {rule.id}: value is {rule.value}, but {rule.at[0]} is {found}")
    return faults


def _has(policy: Policy, path: str) -> bool:
    try:
        held_at(policy, path)
    except LookupError:
        return False
    return True
