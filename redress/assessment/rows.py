"""The cases of a period as measures see them, read in batches: memory does not grow with the
store."""

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.utils.timezone import localdate

from redress.cases.erasing import ERASED
from redress.cases.facts import facts_of
from redress.cases.models import Case, Event, Letter, Stage
from redress.people.models import Landlord
from redress.rules.facts import CaseFacts
from redress.rules.measures import Seen, SeenEvent, SeenLetter, Window
from redress.rules.record import KEYS

BATCH = 500
# The parts of a case that a measure asks about. The others are not read.
PARTS = ("stages", "issues", "deadlines", "actions", "offers", "incoming", "representatives")
# The events that a measure asks about.
JUDGED = (
    "complaint_raised", "escalated", "escalation_refused", "extended", "imported", "issue_joined",
    "issue_split", "issues_split", "refused", "updated", "updates_agreed",
)  # fmt: skip


def seen_cases(landlord: Landlord, window: Window) -> Iterator[Seen]:
    """Each case of which a stage began in the period, in the order of their numbers. One merged
    into another is that other (Code 6.8)."""
    rows, last = period_rows(landlord, window).select_related("landlord", "resident"), 0
    while batch := list(rows.filter(pk__gt=last)[:BATCH]):
        last = batch[-1].pk
        yield from _seen(batch)


def period_rows(landlord: Landlord, window: Window) -> QuerySet[Case]:
    """The rows of these cases, in the order of their numbers."""
    # As a list, not as a condition on each case: SQLite would go through all stages of the period
    # for every case.
    began = Stage.objects.filter(
        landlord=landlord, received_on__range=(window.start, window.end)
    ).values("case")
    rows = Case.objects.filter(pk__in=began, landlord=landlord, merged_into="")
    return rows.order_by("pk")


def _seen(batch: list[Case]) -> Iterator[Seen]:
    """The cases of a batch, with one query for each of their parts."""
    parts = {name: _of_cases(batch, _model(name).objects.all()) for name in PARTS}
    events = _of_cases(batch, Event.objects.filter(name__in=(*JUDGED, ERASED)))
    letters = _of_cases(batch, Letter.objects.defer("blocks", "text"))
    for row in batch:
        told = _told(events[row.pk])
        yield Seen(
            case=_facts(row, {name: found[row.pk] for name, found in parts.items()}),
            events=told,
            letters=tuple(SeenLetter(e.kind, e.stage, e.issued_on) for e in letters[row.pk]),
            adjustments=row.resident.agreed if row.resident else (),
            old=any(event.name == "imported" for event in told),
        )


def _facts(row: Case, parts: dict[str, list[Any]]) -> CaseFacts:
    """The case as the rules read it, without the parts that no measure asks about.

    Given where `cases.parts` looks for parts fetched for many cases at once: Django's own way to
    put them there takes twice as long as all the rest.
    """
    row._prefetched_objects_cache = {key: [] for key in KEYS} | parts  # type: ignore[attr-defined]
    return facts_of(row)


def _model(name: str) -> Any:
    return Case._meta.get_field(name).related_model


def _of_cases(batch: list[Case], rows: QuerySet[Any]) -> dict[int, list[Any]]:
    """The rows of each case of the batch, by its number, in their own order."""
    found = defaultdict(list)
    for each in rows.filter(case__in=[row.pk for row in batch]):
        found[each.case_id].append(each)
    return found


def _told(rows: list[Event]) -> tuple[SeenEvent, ...]:
    """The events of a case. Of an erased one the last says what measures still need of the others
    (`rules.erasing`)."""
    last = rows[-1] if rows and rows[-1].name == ERASED else None
    left = json.loads(last.content or "{}")["note"]["events"] if last else {}
    return tuple(_event(each, left.get(str(each.sequence), {})) for each in rows if each != last)


def _event(row: Event, left: dict[str, Any]) -> SeenEvent:
    """An event; one whose content was erased keeps its name and day, and what is left of it."""
    content = json.loads(row.content) if row.content else left
    warned = tuple(each["code"] for each in content.get("warnings", ()))
    return SeenEvent(row.name, localdate(row.at), content.get("note", {}), warned)
