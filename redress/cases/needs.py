"""What a resident needs, as far as their cases go: letters that wait, and who may know what."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Value
from django.utils.timezone import localdate
from pydantic import TypeAdapter

from redress.cases import outbox
from redress.cases.access import visible
from redress.cases.models import Case
from redress.people import needs
from redress.people.models import Disability, Landlord, Resident, User
from redress.rules.access import Actor, may_read_disabilities
from redress.rules.before import Before, before
from redress.rules.decision import NewMessage
from redress.rules.facts_conduct import ConductFacts, RestrictionFacts
from redress.rules.needs import AdjustmentFacts, Needs

MOST = 200
_conduct = TypeAdapter(ConductFacts)


def conduct_of(plain: Any) -> ConductFacts:
    """The record of behaviour as a column has it, as facts."""
    return _conduct.validate_python(plain)


def change(resident: Resident, now: Needs, by: Actor, at: datetime, seen: int) -> needs.Reasons:
    """Keep these needs; letters that wait go by a way that obeys them, or wait for a person."""
    with transaction.atomic():
        found = needs.change(resident, now, by, at, seen)
        if not found:
            changed = Resident.objects.select_related("home").get(pk=resident.pk)
            outbox.turn_round(changed)
        return found


def before_contact(resident: Resident | None) -> tuple[Before, ...]:
    """What somebody must know before they write, ring or visit."""
    if resident is None:
        return ()
    return before(resident.what_they_need, resident.agreed, resident.restricted)


def to_see_to(
    actor: Actor, landlord: Landlord, today: date, *, mine: bool = False
) -> tuple[int, int]:
    """How long `late_reviews` and `restrictions_to_see_to` are for this person; one query."""
    rows = Case.objects.filter(visible(actor))
    rows = rows.filter(handler=actor.id) if mine else rows
    late = rows.filter(resident__landlord=landlord, resident__adjustment_due__lt=today)
    limits = rows.filter(landlord=landlord, restriction_due__lte=today)
    both = late.values_list("resident_id", Value("adjustment")).union(
        limits.values_list("pk", Value("restriction"))
    )
    kinds = [kind for _, kind in both[: 2 * MOST]]
    return kinds.count("adjustment"), kinds.count("restriction")


def restrictions_to_see_to(
    actor: Actor, landlord: Landlord, today: date, *, mine: bool = False
) -> list[tuple[Case, RestrictionFacts]]:
    """Restrictions that wait for a second person, or whose review or end is due, with their case;
    of those that this person may see (with `mine`, handles), the longest ago first, at most 200."""
    rows = Case.objects.filter(visible(actor), landlord=landlord, restriction_due__lte=today)
    rows = rows.filter(handler=actor.id) if mine else rows
    found = []
    for row in rows.select_related("handler", "resident").order_by("restriction_due", "pk")[:MOST]:
        held = conduct_of(row.conduct)
        if one := held.waiting or held.in_force:
            found.append((row, one))
    return found


def conducts(landlord: Landlord) -> Iterator[ConductFacts]:
    """The behaviour record of every case in which contact was ever restricted, for the figures of
    `rules.kept_under_review`. They name nobody."""
    rows = Case.objects.filter(landlord=landlord, restrictions__gt=0).order_by("pk")
    yield from (conduct_of(held) for held in rows.values_list("conduct", flat=True).iterator())


def adjustments(landlord: Landlord) -> Iterator[AdjustmentFacts]:
    """Every adjustment ever agreed with a resident of the landlord, for the same figures."""
    for resident in needs.with_adjustments(landlord).iterator(chunk_size=1_000):
        yield from resident.agreed


def disabilities(actor: Actor, resident: Resident) -> list[Disability] | None:
    """What they disclosed of their health; None for somebody who may not read it."""
    handles = Case.objects.filter(resident=resident, handler=actor.id).exists()
    if not may_read_disabilities(actor, handles):
        return None
    return list(needs.disclosed(resident))


def late_reviews(
    actor: Actor, landlord: Landlord, today: date, *, mine: bool = False
) -> list[tuple[Case, Resident]]:
    """Residents with an adjustment that is late to be looked at, each by their newest case that
    this person may see (with `mine`, of those that they handle); the longest ago first, at most
    200. Two queries."""
    rows = needs.late_adjustments(today, landlord).order_by("adjustment_due", "pk")[:MOST]
    people = {resident.pk: resident for resident in rows}
    cases = Case.objects.filter(visible(actor), resident__in=people).select_related("handler")
    newest = newest_cases(cases.filter(handler=actor.id) if mine else cases)
    return [(newest[number], one) for number, one in people.items() if number in newest]


def remind(resident: Resident, now: datetime) -> bool:
    """Tell the handler of the resident's newest case that adjustments are late to be looked at,
    once a review; False where they were told, or where nobody handles a case of theirs."""
    today = localdate(now)
    with transaction.atomic():
        row = Resident.objects.select_for_update().get(pk=resident.pk)
        late = [one for one in row.agreed if one.is_late(today) and not _told(one)]
        cases = Case.objects.filter(resident=row, handler__isnull=False)
        case = newest_cases(cases.select_related("handler", "landlord")).get(row.pk)
        if not late or case is None or case.handler is None:
            return False
        outbox.tell(_message(case, case.handler), case, now)
        needs.reminded(row, [one.number for one in late], today)
        return True


def _told(one: AdjustmentFacts) -> bool:
    return one.reminded_on is not None and one.reminded_on > one.review_on


def _message(case: Case, handler: User) -> NewMessage:
    """No personal data: the page it leads to says whom it is about, and what."""
    return NewMessage(
        kind="reminder",
        to_name=handler.name,
        to_email=handler.email,
        subject=f"{case.reference}: an adjustment is late to be looked at",
        text=f"Case {case.reference}. The day has passed on which an adjustment that we agreed "
        "with the resident was to be looked at again (Code 5.10). Ask whether it still helps.",
        path=f"desk/case/{case.reference}/needs",
    )


def newest_cases(rows: Iterable[Case]) -> dict[int, Case]:
    """The newest of the cases of each resident, an open one before one that is closed."""
    found: dict[int, Case] = {}
    for row in sorted(rows, key=lambda row: (row.open_due is not None, row.received_on, row.pk)):
        if row.resident_id is not None:
            found[row.resident_id] = row
    return found
