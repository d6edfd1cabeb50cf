"""The figures of a period, counted in one pass from plain rows.

A row is one stage of one case. Rows are counted into cells of equal rows; every table, share,
sentence and comparison is made from those same cells, so that none can contradict another.
Memory grows with the number of different cells (services × categories × …), not with the rows.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from redress.rules.facts import ExtensionFacts, Finding, Kind, LateReason, Tenure
from redress.rules.figures_tally import Answer, CodeAnswer, Tally


class Money(NamedTuple):
    """Money promised to the resident, in whole pounds, and what became of it."""

    pounds: int
    promised_on: date
    refused_on: date | None = None
    paid_on: date | None = None


class Promise(NamedTuple):
    """An action promised to the resident: by when, and done when."""

    due_on: date
    done_on: date | None = None


class Rating(NamedTuple):
    """How the resident said the complaint was handled, 1 (very badly) to 5, and on which day."""

    said_on: date
    handled: int


class FigureRow(NamedTuple):
    """One stage of one case, as figures count it.

    `stage` is 1 or 2 for a complaint and 0 for any other kind. `received` is the day the stage
    began (stage 2: the day escalation was asked for). `due_promise` is the date the old system
    held, or the landlord's promise for a case of Redress's own, before any extension;
    `extended_to` is the last date the resident was told. `due_code` is the Code limit (Code 6.3,
    6.14), None where the Code sets none. `tenure` is as it was on receipt, None where unknown.

    From `contractor` on, only figures that ask for them have them read. `working_days` are those
    from receipt to the response. `issues` are the findings of this stage on each issue that is in
    (None: no finding), `issues_refused` how many were left out. `ward` is that of the home.
    """

    reference: str
    kind: Kind
    stage: int
    received: date
    due_promise: date | None = None
    due_code: date | None = None
    extended_to: date | None = None
    responded: date | None = None
    outcome: Finding | None = None
    tenure: Tenure | None = None
    service: str = ""
    category: str = ""
    channel: str = ""
    petition: bool = False
    contractor: str = ""
    ward: str = ""
    refused_ground: str = ""
    late_reason: LateReason | None = None
    repeat: bool = False
    working_days: int | None = None
    extensions: tuple[ExtensionFacts, ...] = ()
    escalated_on: date | None = None
    issues: tuple[Finding | None, ...] = ()
    issues_refused: int = 0
    promises: tuple[Promise, ...] = ()
    money: tuple[Money, ...] = ()
    rating: Rating | None = None


class Group(StrEnum):
    """What a table is about: the five case types of R1, the kinds beside them, and two sums."""

    STAGE_1 = "stage_1"
    STAGE_2 = "stage_2"
    MP_ENQUIRY = "mp_enquiry"
    COUNCILLOR_ENQUIRY = "councillor_enquiry"
    OTHER = "other"
    SERVICE_REQUEST = "service_request"
    COMPLIMENT = "compliment"
    COMMENT = "comment"
    MEMBER_ENQUIRIES = "member_enquiries"
    ALL = "all"


TABLES = (
    Group.STAGE_1,
    Group.STAGE_2,
    Group.MP_ENQUIRY,
    Group.COUNCILLOR_ENQUIRY,
    Group.OTHER,
)
BESIDE = (Group.SERVICE_REQUEST, Group.COMPLIMENT, Group.COMMENT)  # counted, never in `ALL`
PARTS: Mapping[Group, tuple[Group, ...]] = {
    **{group: (group,) for group in (*TABLES, *BESIDE)},
    Group.MEMBER_ENQUIRIES: (Group.MP_ENQUIRY, Group.COUNCILLOR_ENQUIRY),
    Group.ALL: TABLES,
}


class Scope(StrEnum):
    """Whose cases a table holds, by tenure on receipt (R9). Each scope lies inside the next."""

    LANDLORD_SERVICES = "landlord_services"
    LANDLORD_SERVICES_AND_LEASEHOLDERS = "landlord_services_and_leaseholders"
    ALL_HOUSING_SERVICES = "all_housing_services"

    def holds(self, tenure: Tenure | None) -> bool:
        """Whether a case of this tenure belongs; an unknown tenure only to everyone."""
        if self is Scope.LANDLORD_SERVICES:
            return tenure is Tenure.TENANT
        if self is Scope.LANDLORD_SERVICES_AND_LEASEHOLDERS:
            return tenure in (Tenure.TENANT, Tenure.LEASEHOLDER)
        return True


RESIDENTS: Mapping[Tenure | None, str] = {
    Tenure.TENANT: "tenants",
    Tenure.LEASEHOLDER: "leaseholders",
}


class Cell(NamedTuple):
    """What rows have in common that are counted together."""

    group: Group
    tenure: Tenure | None
    service: str
    category: str
    answer: Answer
    code: CodeAnswer | None
    outcome: Finding | None


class By(StrEnum):
    """What figures can be broken down by: a field of `Cell`."""

    GROUP = "group"
    TENURE = "tenure"
    SERVICE = "service"
    CATEGORY = "category"


@dataclass(frozen=True)
class Figures:
    """The counted rows of a period as they stood at the end of `as_at`."""

    as_at: date
    cells: Mapping[Cell, int]

    def tally(self, group: Group = Group.ALL, scope: Scope = Scope.ALL_HOUSING_SERVICES) -> Tally:
        """The counts of one group of cases in one scope."""
        kept = self._tallies
        if (group, scope) not in kept:
            kept[group, scope] = Tally.of(
                each for each in self._of(group) if scope.holds(each[0].tenure)
            )
        return kept[group, scope]

    def by(self, what: By, group: Group = Group.ALL) -> dict[str, Tally]:
        """The counts of a group for each value of `what`, most received first, then by name.

        An unknown tenure and a blank service or category stand under "".
        """
        return self._split(group, lambda cell: getattr(cell, what.value) or "")

    def by_residents(self, group: Group = Group.ALL) -> dict[str, Tally]:
        """The counts of a group for tenants, leaseholders and all others, apart."""
        return self._split(group, lambda cell: RESIDENTS.get(cell.tenure, "others"))

    def services(self, group: Group) -> list[str]:
        """The services that the group's cases are about, by name, blank left out."""
        return sorted({cell.service for cell, _ in self._of(group)} - {""})

    def top_reasons(self, group: Group, service: str, most: int = 10) -> list[tuple[str, int]]:
        """The `most` commonest categories of one service with the number received (R13)."""
        reasons: Counter[str] = Counter()
        for cell, number in self._of(group):
            if cell.service == service and cell.category:
                reasons[cell.category] += number
        return sorted(reasons.items(), key=lambda item: (-item[1], item[0]))[:most]

    def _split(self, group: Group, key: Callable[[Cell], str]) -> dict[str, Tally]:
        parts: dict[str, list[tuple[Cell, int]]] = {}
        for cell, number in self._of(group):
            parts.setdefault(key(cell), []).append((cell, number))
        tallies = {name: Tally.of(cells) for name, cells in parts.items()}
        return dict(sorted(tallies.items(), key=lambda item: (-item[1].received, item[0])))

    def _of(self, group: Group) -> Iterable[tuple[Cell, int]]:
        return chain.from_iterable(self._parts.get(part, ()) for part in PARTS[group])

    @cached_property
    def _parts(self) -> Mapping[Group, list[tuple[Cell, int]]]:
        """The cells by their own group."""
        parts: dict[Group, list[tuple[Cell, int]]] = {}
        for cell, number in self.cells.items():
            parts.setdefault(cell.group, []).append((cell, number))
        return parts

    @cached_property
    def _tallies(self) -> dict[tuple[Group, Scope], Tally]:
        """Those asked for so far: a report asks for the same ones hundreds of times."""
        return {}


def count(rows: Iterable[FigureRow], as_at: date) -> Figures:
    """Counts the rows of a period as they stood at the end of `as_at`, in one pass.

    A row received after `as_at` is not counted, and a response after it had not been made yet.
    ValueError for a complaint whose stage is neither 1 nor 2.
    """
    cells = Counter(_cell(row, as_at) for row in rows if row.received <= as_at)
    return Figures(as_at, cells)


def tally(rows: Iterable[FigureRow], as_at: date) -> Tally:
    """The counts of all `rows` together, whatever their kind."""
    return Tally.of(count(rows, as_at).cells.items())


def group_of(kind: Kind, stage: int) -> Group:
    """The group a row is counted in. ValueError for a complaint of no stage."""
    if kind is not Kind.COMPLAINT:
        return Group(kind.value)
    if stage not in (1, 2):
        raise ValueError(f"a complaint has stage 1 or 2, not {stage}")
    return Group.STAGE_1 if stage == 1 else Group.STAGE_2


def _cell(row: FigureRow, as_at: date) -> Cell:
    responded = row.responded if row.responded is None or row.responded <= as_at else None
    return Cell(
        group_of(row.kind, row.stage),
        row.tenure,
        row.service,
        row.category,
        answer_of(responded, due_of(row, as_at), as_at),
        code_answer_of(responded, row.due_code),
        row.outcome if responded == row.responded else None,
    )


def due_of(row: FigureRow, as_at: date) -> date | None:
    """The date by which the answer was due, as it stood at the end of `as_at`: that of the last
    extension told by then.

    Where a row does not say when its date was moved, the last date counts whatever the day: so in
    an old system's cases, and in rows that were read without their extensions (annual report).
    """
    if not row.extensions:
        return row.extended_to or row.due_promise
    told = [each.new_date for each in row.extensions if each.told_on <= as_at]
    return told[-1] if told else row.due_promise


def answer_of(responded: date | None, due: date | None, as_at: date) -> Answer:
    """How a response, None where there is none yet, stands to the date it was due."""
    if due is None:
        return Answer.UNDATED
    if responded is not None:
        return Answer.ON_TIME if responded <= due else Answer.LATE
    return Answer.OVERDUE if due < as_at else Answer.NOT_YET_DUE


def code_answer_of(responded: date | None, limit: date | None) -> CodeAnswer | None:
    """How it stands to the Code's limit; None where the Code sets none."""
    if limit is None:
        return None
    if responded is None:
        return CodeAnswer.CODE_UNANSWERED
    return CodeAnswer.CODE_ON_TIME if responded <= limit else CodeAnswer.CODE_LATE
