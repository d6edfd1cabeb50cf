"""The cases of a period as measures see them, read in batches: memory does not grow with the
store."""

import json
from collections.abc import Iterator

from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.utils.timezone import localdate

from redress.cases.facts import facts_of
from redress.cases.models import Case, Event, Letter, Stage
from redress.people.models import Landlord
from redress.rules.measures import Seen, SeenEvent, SeenLetter, Window
from redress.rules.record import KEYS

BATCH = 500
# The events that a measure asks about.
JUDGED = (
    "complaint_raised", "escalated", "escalation_refused", "extended", "imported", "issue_joined",
    "issue_split", "issues_split", "refused", "updated", "updates_agreed",
)  # fmt: skip


def seen_cases(landlord: Landlord, window: Window) -> Iterator[Seen]:
    """Each case of which a stage began in the period, in the order of their numbers. One merged
    into another is that other (Code 6.8)."""
    rows, last = _rows(landlord, window), 0
    while batch := list(rows.filter(pk__gt=last)[:BATCH]):
        last = batch[-1].pk
        yield from map(_seen, batch)


def _rows(landlord: Landlord, window: Window) -> QuerySet[Case]:
    began = Stage.objects.filter(
        case=OuterRef("pk"), landlord=landlord, received_on__range=(window.start, window.end)
    )
    events = Event.objects.filter(name__in=JUDGED).only("case", "sequence", "name", "at", "content")
    letters = Letter.objects.only("case", "number", "kind", "stage", "issued_on")
    return (
        Case.objects.filter(Exists(began), landlord=landlord, merged_into="")
        .select_related("landlord", "resident")
        .prefetch_related(*KEYS, Prefetch("events", events), Prefetch("letters", letters))
        .order_by("pk")
    )


def _seen(row: Case) -> Seen:
    events = tuple(_event(each) for each in row.events.all())
    return Seen(
        case=facts_of(row),
        events=events,
        letters=tuple(SeenLetter(e.kind, e.stage, e.issued_on) for e in row.letters.all()),
        adjustments=row.resident.agreed if row.resident else (),
        old=any(event.name == "imported" for event in events),
    )


def _event(row: Event) -> SeenEvent:
    """An event; one whose content was erased keeps its name and day."""
    content = json.loads(row.content) if row.content else {}
    warned = tuple(each["code"] for each in content.get("warnings", ()))
    return SeenEvent(row.name, localdate(row.at), content.get("note", {}), warned)
