"""When whoever has a case is reminded of its next date, and when somebody above is told.

Pure: the facts, the landlord's working days and the day go in; which reminder is due comes out.
"""

from datetime import date
from enum import StrEnum

from redress.rules.calendar import Calendar
from redress.rules.facts import CaseFacts
from redress.rules.next_step import NextStep, next_step

BEFORE_DAYS = 2  # working days before the date


class Reminder(StrEnum):
    """One rung of the ladder for one date."""

    BEFORE = "before"  # two working days before
    DUE = "due"  # on the day
    LATE = "late"  # the first working day after it
    ESCALATE = "escalate"  # three working days after it, to somebody above


def reminder_due(case: CaseFacts, calendar: Calendar, today: date) -> Reminder | None:
    """The reminder to send today for the next date of the case, None for none.

    One a date and rung, on working days only, and never two rungs in one go: after days without a
    worker the highest that is due goes, and those below it are left out. A case without a handler
    is on the list of those that nobody has, and reminds nobody. Raises UnknownDay for dates
    outside the bank holidays known.
    """
    step = next_step(case)
    if step is None or step.due_on is None or case.handler is None:
        return None
    if not calendar.is_working_day(today):
        return None
    rung = _rung(step.due_on, calendar, today)
    if rung is None or mark_of(step, rung) in case.reminded:
        return None
    return rung


def _rung(due_on: date, calendar: Calendar, today: date) -> Reminder | None:
    if today < due_on:
        return Reminder.BEFORE if calendar.count(today, due_on) <= BEFORE_DAYS else None
    if today == due_on:
        return Reminder.DUE
    return Reminder.ESCALATE if calendar.count(due_on, today) >= 3 else Reminder.LATE


def mark_of(step: NextStep, rung: Reminder) -> str:
    """What stands in `CaseFacts.reminded` for a rung of a date: "respond 2026-05-20 late"."""
    clock = step.clock.value if step.clock else "action"
    return f"{clock} {step.due_on} {rung}"
