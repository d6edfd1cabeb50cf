"""What the next date of each case of a list rests on, for all of them in two queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import F
from django.utils.timezone import localdate
from pydantic import TypeAdapter

from redress.cases.lists import Line
from redress.cases.models import Action, Deadline, Event
from redress.rules.facts import Due

_due = TypeAdapter(Due | None)


@dataclass(frozen=True)
class Why:
    """What a date rests on: how it was counted and whether it was moved, or what was promised."""

    counted: Due | None = None
    by_policy: bool = False
    extended_to: date | None = None
    promised: str = ""
    owner: str = ""


def whys(lines: Iterable[Line]) -> dict[int, Why]:
    """By the number of each line's row; nothing for what has no date, or an old system's."""
    due = {line.number: line for line in lines if line.next_due}
    found: dict[int, Why] = {}
    for action in Action.objects.filter(case__in=due, done_on__isnull=True):
        line = due[action.case_id]
        if (line.next_clock, line.next_due) == ("action", action.due_on):
            found[action.case_id] = Why(promised=action.what, owner=action.owner)
    for row in Deadline.objects.filter(case__in=due, met_on__isnull=True).order_by("stage"):
        line = due[row.case_id]
        if (line.next_clock, line.next_due) == (row.clock, row.due_on):
            promise = _due.validate_python(row.working.get("promise"))
            counted = promise or _due.validate_python(row.working.get("code"))
            found[row.case_id] = Why(counted, bool(promise), row.extended_to)
    return found


def last_events(lines: Iterable[Line]) -> dict[int, tuple[str, date]]:
    """What happened last on each case, and on which day."""
    numbers = [line.number for line in lines]
    rows = Event.objects.filter(case__in=numbers, sequence=F("case__event_count"))
    found = rows.values_list("case", "name", "at")
    return {case: (name, localdate(at)) for case, name, at in found}
