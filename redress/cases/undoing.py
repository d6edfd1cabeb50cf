"""What the last step of a case was, and stopping what it would send."""

import json
from datetime import datetime
from itertools import takewhile

from django.db.models import QuerySet

from redress.cases import outbox
from redress.cases.models import Case, Event, Message
from redress.rules.actions.undo import Step
from redress.rules.facts import CaseFacts
from redress.rules.record import evolve
from redress.rules.sending import MessageState


def last_step(row: Case, at: datetime) -> Step | None:
    """The step that the last event of the case belongs to; None where a content is erased.

    The events of one step carry the same moment and the same person.
    """
    events = list(row.events.order_by("sequence"))
    if not events or any(event.content is None for event in events):
        return None
    last = events[-1]
    same = takewhile(lambda e: (e.at, e.by_id) == (last.at, last.by_id), reversed(events))
    names = tuple(event.name for event in same)
    before: CaseFacts | None = None
    for event in events[: -len(names)]:
        before = evolve(before, json.loads(event.content or "")["patch"])
    left = _messages(row, last).exclude(state=MessageState.WAITING.value).exists()
    return Step(names, last.by_id, at - last.at, left, before)


def stop(row: Case, at: datetime) -> bool:
    """Take back what the last step would send; False where some of it has left meanwhile."""
    last = row.events.order_by("sequence").last()
    return last is None or outbox.cancel(_messages(row, last).values_list("pk", flat=True), at)


def _messages(row: Case, event: Event) -> QuerySet[Message]:
    return Message.objects.filter(case=row, created_at=event.at)
