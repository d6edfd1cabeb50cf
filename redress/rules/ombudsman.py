"""A case at the Housing Ombudsman or the Local Government and Social Care Ombudsman (LGSCO): where
it stands, what was found, and what the Ombudsman asks of the landlord by when.

Everything with a day is a duty, whether it is information asked for, an order or a recommendation,
so that one rule says what is overdue. What is not known, such as the days of an old case, stays so.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from redress.rules.decision import Reason

SOON = timedelta(days=7)  # so near is a date that somebody must look at it


class Body(StrEnum):
    """Which Ombudsman."""

    HOUSING = "housing"
    LGSCO = "lgsco"
    BOTH = "both"  # a joint investigation


class Status(StrEnum):
    """Where a case stands."""

    OPEN = "open"
    DETERMINED = "determined"
    REFERRED_BACK = "referred_back"  # for the landlord's own procedure
    OUTSIDE = "outside"  # the Ombudsman's jurisdiction
    REMEDIED = "remedied"  # closed after the landlord's own remedy
    CLOSED_EARLY = "closed_early"  # after a first enquiry
    WITHDRAWN = "withdrawn"


class Found(StrEnum):
    """What was found on one part of a complaint, worst first; the last three are the LGSCO's."""

    SEVERE_MALADMINISTRATION = "severe_maladministration"
    MALADMINISTRATION = "maladministration"
    SERVICE_FAILURE = "service_failure"
    REASONABLE_REDRESS = "reasonable_redress"
    NO_MALADMINISTRATION = "no_maladministration"
    OUTSIDE_JURISDICTION = "outside_jurisdiction"
    FAULT_AND_INJUSTICE = "fault_and_injustice"
    FAULT = "fault"  # without injustice
    NO_FAULT = "no_fault"


FAILINGS = frozenset(
    {
        *(Found.SEVERE_MALADMINISTRATION, Found.MALADMINISTRATION, Found.SERVICE_FAILURE),
        *(Found.FAULT_AND_INJUSTICE, Found.FAULT),
    }
)


class Asks(StrEnum):
    """What the Ombudsman asks of the landlord."""

    ANSWER = "answer"  # to answer the complaint by a day, before it will look at it
    INFORMATION = "information"
    ORDER = "order"
    RECOMMENDATION = "recommendation"
    AGREED = "agreed"  # a remedy that the landlord agreed to, so that a case could be closed
    FAILURE_ORDER = "failure_order"  # for complaint handling (CHFO)


MUST = frozenset(Asks) - {Asks.RECOMMENDATION}
THREATENS = frozenset({Asks.ANSWER, Asks.INFORMATION, Asks.ORDER})


@dataclass(frozen=True)
class Element:
    """A part of the complaint as the Ombudsman set it out, and what it found. `handling` says that
    it is about complaint handling, and a failing there one to keep to the Code (8.1c)."""

    what: str
    found: Found
    handling: bool = False


class Kept(StrEnum):
    """How a duty stands."""

    IN_TIME = "in_time"
    LATE = "late"  # done after its day
    DONE = "done"  # and by when it was due, or done, is not known
    OVERDUE = "overdue"
    SOON = "soon"
    OPEN = "open"
    NOT_KNOWN = "not_known"  # an old one: whether it was done is not known


@dataclass(frozen=True)
class Duty:
    """One thing that the Ombudsman asks. `done` without a day is done on a day not known, None is
    not known at all. `pounds` is compensation that it orders or recommends. An answer may be asked
    for at a `stage` of the landlord's own procedure before that has ended (an intervention): its
    day is the one in the Ombudsman's letter and is never worked out."""

    asks: Asks
    what: str
    given_on: date | None
    due_on: date | None
    done: bool | None = False
    done_on: date | None = None
    proof: str = ""
    pounds: int | None = None
    stage: int | None = None

    def kept(self, today: date) -> Kept:
        """How it stands on a day."""
        if self.done is None:
            return Kept.NOT_KNOWN
        if self.done:
            if self.done_on is None or self.due_on is None:
                return Kept.DONE
            return Kept.IN_TIME if self.done_on <= self.due_on else Kept.LATE
        if self.due_on is None:
            return Kept.OPEN
        if self.due_on < today:
            return Kept.OVERDUE
        return Kept.SOON if self.due_on - SOON <= today else Kept.OPEN


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A case as it was given. Without `received_on` it is of the reporting year `year`.

    `reasons` and `services` may be several; `case` is the reference of our own.
    """

    body: Body
    reference: str = ""
    received_on: date | None = None
    year: str = ""
    case: str = ""
    contact: str = ""
    services: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    status: Status = Status.OPEN
    decided_on: date | None = None
    elements: tuple[Element, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Held:
    """A case with what is asked in it."""

    entry: Entry
    duties: tuple[Duty, ...] = ()


def check(entry: Entry, today: date) -> tuple[Reason, ...]:
    """What stands against an entry: no day and no year, days in the wrong order or ahead, a
    determination without a finding, a finding without a determination."""
    found = []
    if entry.received_on is None and not entry.year:
        found.append(Reason("received_missing", "", "received_on"))
    for name in ("received_on", "decided_on"):
        day = getattr(entry, name)
        if day and day > today:
            found.append(Reason("date_ahead", "", name))
    if entry.decided_on and entry.received_on and entry.decided_on < entry.received_on:
        found.append(Reason("decided_before_received", "", "decided_on"))
    determined = entry.status is Status.DETERMINED
    if determined and not entry.elements:
        found.append(Reason("finding_missing", "Code 8.1c", "elements"))
    if entry.elements and not determined:
        found.append(Reason("not_determined", "Code 8.1c", "status"))
    if determined and entry.decided_on is None and not entry.year:
        found.append(Reason("decided_missing", "", "decided_on"))
    return tuple(found)


def check_duty(duty: Duty, today: date) -> tuple[Reason, ...]:
    """What stands against a duty: nothing said, days in the wrong order, done ahead of today, done
    without proof where it must be done, an intervention without the day of its letter."""
    found = []
    if not duty.what.strip():
        found.append(Reason("duty_untold", "", "what"))
    if duty.given_on and duty.due_on and duty.due_on < duty.given_on:
        found.append(Reason("due_before_given", "", "due_on"))
    if duty.stage and duty.asks is not Asks.ANSWER:
        found.append(Reason("stage_of_no_answer", "", "stage"))
    if duty.stage and duty.due_on is None and duty.done is False:
        found.append(Reason("due_missing", "", "due_on"))
    if duty.done_on and duty.done_on > today:
        found.append(Reason("date_ahead", "", "done_on"))
    if duty.done and duty.asks in MUST and not duty.proof.strip():
        found.append(Reason("proof_missing", "", "proof"))
    return tuple(found)


def is_near_miss(duty: Duty, today: date) -> bool:
    """Whether a failure order threatens: an answer, information or an order is overdue or near."""
    return duty.asks in THREATENS and duty.kept(today) in (Kept.OVERDUE, Kept.SOON)


def is_before_promise(duty: Duty, promised: date | None) -> bool:
    """Whether the Ombudsman wants the answer before the day that the resident was given."""
    return bool(duty.due_on and promised and duty.due_on < promised)


@dataclass
class Year:
    """What a period's cases come to. Reasons and services may be more than cases."""

    cases: Counter[Body] = field(default_factory=Counter)
    statuses: dict[Body, Counter[Status]] = field(default_factory=dict)
    services: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    findings: Counter[Found] = field(default_factory=Counter)
    handling: Counter[Found] = field(default_factory=Counter)
    duties: dict[Asks, Counter[Kept]] = field(default_factory=dict)
    pounds: Counter[Body] = field(default_factory=Counter)
    compensated: Counter[Body] = field(default_factory=Counter)  # cases with compensation
    with_failing: int = 0
    with_reasons: int = 0  # cases of which any is known
    with_services: int = 0

    @property
    def received(self) -> int:
        """All cases."""
        return sum(self.cases.values())

    @property
    def determined(self) -> int:
        """Those determined."""
        return sum(each[Status.DETERMINED] for each in self.statuses.values())

    def asked(self, asks: Asks) -> int:
        """How many duties of a kind."""
        return sum(self.duties.get(asks, Counter()).values())

    def kept(self, asks: Asks, *how: Kept) -> int:
        """How many of them stand in one of these ways."""
        return sum(self.duties.get(asks, Counter())[each] for each in how)

    def count(self, held: Held, today: date) -> None:
        """Add one case."""
        entry = held.entry
        self.cases[entry.body] += 1
        self.statuses.setdefault(entry.body, Counter())[entry.status] += 1
        self.services.update(entry.services)
        self.with_services += bool(entry.services)
        self.with_reasons += bool(entry.reasons)
        self.reasons.update(entry.reasons)
        self.findings.update(each.found for each in entry.elements)
        self.handling.update(each.found for each in entry.elements if each.handling)
        self.with_failing += any(each.found in FAILINGS for each in entry.elements)
        for duty in held.duties:
            self.duties.setdefault(duty.asks, Counter())[duty.kept(today)] += 1
        pounds = sum(duty.pounds or 0 for duty in held.duties)
        self.pounds[entry.body] += pounds
        self.compensated[entry.body] += bool(pounds)


def year_of(cases: Iterable[Held], today: date) -> Year:
    """The cases added up, in one pass."""
    year = Year()
    for held in cases:
        year.count(held, today)
    return year
