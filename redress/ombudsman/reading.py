"""Cases at the Ombudsman, read for pages and reports: plain values of one landlord."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q, QuerySet
from pydantic import TypeAdapter

from redress.cases.models import Event, Offer
from redress.ombudsman.models import Duty as DutyRow
from redress.ombudsman.models import OmbudsmanCase, OmbudsmanEntry, YearLinks
from redress.people.models import Landlord
from redress.rules.facts_offers import Answer, OfferFacts, Remedy
from redress.rules.figures_year import Year as ReportingYear
from redress.rules.offered_ordered import Totals, compare, standing, totals
from redress.rules.ombudsman import (
    SOON,
    Asks,
    Body,
    Duty,
    Element,
    Entry,
    Held,
    Status,
    Year,
    is_near_miss,
    year_of,
)

MOST = 500
_elements = TypeAdapter(tuple[Element, ...])


@dataclass(frozen=True)
class Numbered:
    """A case with its number in the register and, beside each duty, the number of that."""

    number: int
    held: Held
    duties: tuple[int, ...]


@dataclass(frozen=True)
class Owed:
    """A duty that is open, with the case that it is of. `guarded` is one that only some people may
    see: where others read it is counted and not named."""

    number: int  # of the case
    body: Body
    reference: str
    case: str  # our own reference
    duty: Duty
    guarded: bool = False


@dataclass(frozen=True)
class Links:
    """What belongs to a year: the Ombudsman's report about the landlord, other publications as
    (title, address), and a note."""

    year: str
    report: str = ""
    others: tuple[tuple[str, str], ...] = ()
    note: str = ""


@dataclass(frozen=True)
class AtOmbudsman:
    """All that a report of a period shows."""

    when: str
    year: Year
    links: Links | None


def cases_of(landlord: Landlord, start: date, end: date) -> Iterator[Held]:
    """The cases that came in the period, both days included; those of which only the year is known
    where the period is that year. Two queries."""
    for row in _rows(landlord).filter(_in(start, end)).order_by("received_on", "pk"):
        yield numbered(row).held


def _in(start: date, end: date) -> Q:
    whole = ReportingYear.of(start)
    years = [whole.label] if (whole.start, whole.end) == (start, end) else []
    return Q(received_on__range=(start, end)) | Q(received_on=None, year__in=years)


def at_ombudsman(landlord: Landlord, start: date, end: date, when: str, today: date) -> AtOmbudsman:
    """The period added up as it stands today. Three queries."""
    made = year_of(cases_of(landlord, start, end), today)
    return AtOmbudsman(when, made, links_of(landlord, when))


def compared(landlord: Landlord, start: date, end: date) -> Totals:
    """What we offered beside what was ordered, in the cases of a period that were determined. Four
    queries, however many there are."""
    rows = _with_offers(_rows(landlord).filter(_in(start, end), status=Status.DETERMINED.value))
    return totals(compare(numbered(row).held, offers_of(row)) for row in rows)


def offers_beside(landlord: Landlord, number: int) -> tuple[OfferFacts, ...] | None:
    """What we had offered in a case when it was decided; None where that is not known."""
    row = _with_offers(_rows(landlord).filter(pk=number)).first()
    offers = offers_of(row) if row else None
    return None if row is None or offers is None else standing(offers, row.decided_on)


def offers_of(row: OmbudsmanCase) -> tuple[OfferFacts, ...] | None:
    """The offers of our case. Not known (None) where there is no case of ours, and where an old
    system's case came without any: it may have kept them elsewhere."""
    if row.case is None:
        return None
    found = tuple(_offer(each) for each in row.case.offers.all())
    imported = any(each.name == "imported" for each in row.case.events.all())
    return None if imported and not found else found


def _offer(row: Offer) -> OfferFacts:
    return OfferFacts(
        number=row.number,
        stage=row.stage,
        offered_on=row.offered_on,
        kinds=tuple(Remedy(kind) for kind in row.kinds),
        words=tuple(row.words),
        pounds=row.pounds,
        answer=Answer(row.answer) if row.answer else None,
    )


def _with_offers(rows: QuerySet[OmbudsmanCase]) -> QuerySet[OmbudsmanCase]:
    imported = Event.objects.filter(name="imported").only("case", "name")
    return rows.prefetch_related("case__offers", Prefetch("case__events", imported))


def register(landlord: Landlord, *, open_only: bool) -> list[Numbered]:
    """The register, the newest first, at most 500; the open ones alone if so asked."""
    rows = _rows(landlord)
    rows = rows.filter(status=Status.OPEN.value) if open_only else rows
    return [numbered(row) for row in rows.order_by("-received_on", "-pk")[:MOST]]


def one(landlord: Landlord, number: int) -> Numbered | None:
    """A case by its number."""
    row = _rows(landlord).filter(pk=number).first()
    return numbered(row) if row else None


def numbered(row: OmbudsmanCase) -> Numbered:
    """A row with its duties as plain values."""
    duties = list(row.duties.all())
    entry = Entry(
        body=Body(row.body),
        reference=row.reference,
        received_on=row.received_on,
        year=row.year,
        case=row.case.reference if row.case else "",
        contact=row.contact,
        services=tuple(row.services),
        reasons=tuple(row.reasons),
        status=Status(row.status),
        decided_on=row.decided_on,
        elements=_elements.validate_python(row.elements),
        note=row.note,
    )
    held = Held(entry, tuple(duty_of(each) for each in duties))
    return Numbered(row.pk, held, tuple(each.pk for each in duties))


def duty_of(row: DutyRow) -> Duty:
    """A row as a plain value."""
    return Duty(
        Asks(row.asks),
        row.what,
        row.given_on,
        row.due_on,
        row.done,
        row.done_on,
        row.proof,
        row.pounds,
        row.stage,
    )


def owed(landlord: Landlord) -> list[Owed]:
    """What is asked and not done, the first due first, at most 500. One query."""
    return [_owed(row) for row in _open(landlord)[:MOST]]


def near_misses(landlord: Landlord, today: date) -> list[Owed]:
    """Where a complaint handling failure order threatens: an answer, information or an order that
    is overdue, or due within seven days. The longest overdue first. One query."""
    rows = _open(landlord).filter(due_on__lte=today + SOON)[:MOST]
    return [each for each in map(_owed, rows) if is_near_miss(each.duty, today)]


def overdue_untold(landlord: Landlord, today: date) -> list[tuple[int, Owed]]:
    """What is overdue and the senior lead has not been told of, each with its number."""
    rows = _open(landlord).filter(due_on__lt=today, told_on=None)[:MOST]
    return [(row.pk, _owed(row)) for row in rows]


def to_chase(landlord: Landlord, today: date) -> list[DutyRow]:
    """Answers that are asked for within seven days or overdue, on cases of ours that somebody
    handles who was not reminded yet; with case and handler. One query."""
    rows = _open(landlord).filter(asks=Asks.ANSWER.value, due_on__lte=today + SOON, chased_on=None)
    return list(
        rows.filter(case__case__handler__is_active=True).select_related("case__case__handler")[
            :MOST
        ]
    )


def answers_asked(landlord: Landlord, reference: str) -> list[Owed]:
    """The answers that the Ombudsman asks for on a case of ours and that are not done, the first
    due first. One query."""
    rows = _open(landlord).filter(case__case__reference=reference, asks=Asks.ANSWER.value)
    return [_owed(row) for row in rows]


def registered(landlord: Landlord, reference: str) -> list[tuple[int, Body, str]]:
    """The Ombudsman's cases of a case of ours: number in the register, which one, its reference.
    One query."""
    rows = OmbudsmanCase.objects.filter(landlord=landlord, case__reference=reference)
    found = rows.order_by("pk").values_list("pk", "body", "reference")
    return [(number, Body(body), theirs) for number, body, theirs in found]


def due(landlord: Landlord, today: date) -> list[Owed]:
    """What is overdue or due within seven days, the first due first, at most 500. One query."""
    return [_owed(row) for row in _open(landlord).filter(due_on__lte=today + SOON)[:MOST]]


def to_see_to(landlord: Landlord, today: date) -> int:
    """How long `due` is; one query over what is open."""
    return _open(landlord).filter(due_on__lte=today + SOON)[:MOST].count()


def links_of(landlord: Landlord, year: str) -> Links | None:
    """What belongs to a year; None where nothing was given."""
    row = YearLinks.objects.filter(landlord=landlord, year=year).first()
    if row is None:
        return None
    others = tuple((each["title"], each["address"]) for each in row.others)
    return Links(row.year, row.report, others, row.note)


def history(landlord: Landlord, number: int) -> list[OmbudsmanEntry]:
    """Who changed what of a case, the newest first."""
    rows = OmbudsmanEntry.objects.filter(landlord=landlord, case=number)
    return list(rows.order_by("-pk"))


def _rows(landlord: Landlord) -> QuerySet[OmbudsmanCase]:
    rows = OmbudsmanCase.objects.filter(landlord=landlord)
    return rows.select_related("case").prefetch_related("duties")


def _open(landlord: Landlord) -> QuerySet[DutyRow]:
    rows = DutyRow.objects.filter(landlord=landlord, done=False)
    return rows.select_related("case__case").order_by("due_on", "pk")


def _owed(row: DutyRow) -> Owed:
    case, ours = row.case, row.case.case
    return Owed(
        case.pk,
        Body(case.body),
        case.reference,
        ours.reference if ours else "",
        duty_of(row),
        guarded=ours is not None and ours.guarded,
    )
