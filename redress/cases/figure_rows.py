"""The rows of figures, streamed from the store: memory does not grow with it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from typing import Any

from django.db.models import Case as Choice
from django.db.models import Exists, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce, NullIf

from redress.cases import access
from redress.cases.models import Action, Case, Issue, Offer, Stage
from redress.people.models import Landlord
from redress.rules.access import Actor
from redress.rules.calendar import FIRST, LAST, Calendar
from redress.rules.facts import ExtensionFacts, Finding, Kind, LateReason, Tenure, Tie
from redress.rules.facts_offers import Answer
from redress.rules.figures import FigureRow, Money, Promise, Rating

CHUNK = 2_000  # rows whose parts are read together
LATER = Stage.objects.filter(case=OuterRef("case"), number__gt=OuterRef("number"))
# A withdrawal ends a case. Before a stage 2 it is an old system's word, and no answer.
WITHDRAWN = Q(outcome=Finding.WITHDRAWN.value) & ~Exists(LATER)
ANSWERED = Choice(When(WITHDRAWN | ~Q(refused_ground=""), then="ended_on"), default="responded_on")
# As an old system had them at the stage, else as the case has them.
AT_THIS_STAGE = (
    Coalesce("tenure", "case__tenure"),
    *(
        Coalesce(NullIf(name, Value("")), f"case__{name}")
        for name in ("service", "category", "channel")
    ),
    Coalesce("petition", "case__petition"),
)
PLAIN: tuple[Any, ...] = (
    "case__reference", "case__kind", "number", "received_on", "held_due", "promise_due",
    "code_due", "extended_to", ANSWERED, "outcome", *AT_THIS_STAGE,
)  # fmt: skip
MORE: tuple[Any, ...] = (
    "case_id", "case__contractor", "case__home__ward", "refused_ground", "late_reason",
    "extensions", "compensation", "case__links", "case__ratings",
)  # fmt: skip

# Looked up for every row: an enumeration takes three times as long to find a value.
KINDS = {kind.value: kind for kind in Kind}
FINDINGS = {finding.value: finding for finding in Finding}
TENURES = {tenure.value: tenure for tenure in Tenure}

Parts = Mapping[int, list[tuple[Any, ...]]]  # by the number of the case


def figure_rows(landlord: Landlord, start: date, end: date) -> Iterator[FigureRow]:
    """One row a stage that began in the period, both days included. One query, streamed: memory
    does not grow with the period. Refusing a stage, or a resident's withdrawal, answers it. A
    request that became a complaint is counted as that alone (Code 1.5), and a complaint merged
    into another as that other.
    """
    rows = _stages(landlord, start, end).values_list(*PLAIN)
    return (_row(row) for row in rows.iterator(chunk_size=CHUNK))


def whole_rows(
    landlord: Landlord, start: date, end: date, calendar: Calendar | None
) -> Iterator[FigureRow]:
    """The same rows with all that a figure can ask for. Their parts are read in one query each for
    some thousands of rows. Working days are those of `calendar`."""
    rows = _stages(landlord, start, end).values_list(*PLAIN, *MORE).iterator(chunk_size=CHUNK)
    while chunk := list(islice(rows, CHUNK)):
        cases = {row[len(PLAIN)] for row in chunk}
        issues = _of(Issue, cases, "number", "excluded_ground", "split", "findings")
        actions = _of(Action, cases, "stage", "due_on", "done_on", internal=False)
        offers = _of(
            *(Offer, cases, "stage", "pounds", "offered_on", "answer", "answered_on", "paid_on"),
            pounds__isnull=False,
        )
        second = _of(Stage, cases, "received_on", number=2)
        for values in chunk:
            more = dict(zip(MORE, values[len(PLAIN) :], strict=True))
            number, stage = more["case_id"], values[2]
            received, responded = values[3], values[8]
            yield _row(
                values[: len(PLAIN)],
                **_told(stage, more),
                **(_decided(stage, issues[number]) if number in issues else {}),
                promises=_promises(stage, actions[number]) if number in actions else (),
                escalated_on=_escalated(stage, second[number]) if number in second else None,
                money=_money(stage, offers.get(number, []))
                or _held(more["compensation"], responded or received),
                working_days=_working_days(received, responded, calendar),
            )


def readable(actor: Actor, landlord: Landlord, references: Collection[str]) -> set[str]:
    """Those of the cases with these references that this person may open."""
    rows = Case.objects.filter(access.visible(actor), landlord=landlord, reference__in=references)
    return set(rows.values_list("reference", flat=True))


def _stages(landlord: Landlord, start: date, end: date) -> QuerySet[Stage]:
    return (
        Stage.objects.filter(landlord=landlord, received_on__range=(start, end))
        .filter(case__merged_into="")
        .exclude(number=0, case__kind=Kind.COMPLAINT.value)
        .order_by("received_on", "id")
    )


def _row(row: tuple[Any, ...], **more: Any) -> FigureRow:
    reference, kind, number, received, held, promised, code, extended, responded = row[:9]
    return FigureRow(
        reference,
        KINDS[kind],
        number,
        received,
        held or promised,
        code,
        extended,
        responded,
        FINDINGS[row[9]] if row[9] else None,
        TENURES[row[10]] if row[10] else None,
        *row[11:],
        **more,
    )


def _of(model: Any, cases: Iterable[int], *names: str, **only: Any) -> Parts:
    """The parts of these cases, by the number of the case, in their own order."""
    found = defaultdict(list)
    for case, *values in model.objects.filter(case__in=cases, **only).values_list("case", *names):
        found[case].append(tuple(values))
    return found


def _told(stage: int, more: Mapping[str, Any]) -> dict[str, Any]:
    """What stands in the row of the stage or of the case itself."""
    late = more["late_reason"]
    rated = [each for each in more["case__ratings"] if each["stage"] == stage]
    last = rated[-1] if rated else None
    return {
        "contractor": more["case__contractor"],
        "ward": more["case__home__ward"] or "",
        "refused_ground": more["refused_ground"],
        "late_reason": LateReason(late) if late else None,
        "repeat": any(link["tie"] == Tie.REPEATS for link in more["case__links"]),
        "extensions": tuple(_extension(each) for each in more["extensions"]),
        "rating": Rating(date.fromisoformat(last["said_on"]), last["handled"]) if last else None,
    }


def _extension(told: Mapping[str, Any]) -> ExtensionFacts:
    return ExtensionFacts(
        date.fromisoformat(told["told_on"]),
        date.fromisoformat(told["new_date"]),
        told["reason"],
        told["ombudsman_details"],
    )


def _decided(stage: int, issues: list[tuple[Any, ...]]) -> dict[str, Any]:
    """What was found at this stage on each issue that is in. What was left out of the complaint is
    counted where it began."""
    left_out = sum(bool(ground) for _, ground, _, _ in issues)
    found = (
        [each["finding"] for each in findings if each["stage"] == stage]
        for _, ground, split, findings in issues
        if not (ground or split)
    )
    return {
        "issues": tuple(Finding(each[-1]) if each else None for each in found),
        "issues_refused": left_out if stage == 1 else 0,
    }


def _promises(stage: int, actions: list[tuple[Any, ...]]) -> tuple[Promise, ...]:
    return tuple(Promise(due, done) for at, due, done in actions if at == stage)


def _money(stage: int, offers: list[tuple[Any, ...]]) -> tuple[Money, ...]:
    """The money offered at this stage."""
    return tuple(
        Money(pounds, offered, said if answer == Answer.REFUSED else None, paid)
        for at, pounds, offered, answer, said, paid in offers
        if at == stage
    )


def _held(pounds: int | None, on: date) -> tuple[Money, ...]:
    """What an old system holds: the sum alone."""
    return (Money(pounds, on),) if pounds else ()


def _escalated(stage: int, second: list[tuple[Any, ...]]) -> date | None:
    return second[0][0] if stage == 1 else None


def _working_days(received: date, responded: date | None, calendar: Calendar | None) -> int | None:
    """From receipt to the response; None without one, for dates in the wrong order, and where the
    holidays are not known."""
    if calendar is None or responded is None or not FIRST <= received <= responded <= LAST:
        return None
    return calendar.count(received, responded)
