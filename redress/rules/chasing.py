"""When somebody who was asked for comments is reminded, and when their manager is told.

Pure: the facts, the landlord's working days and the day go in; what to send comes out.
"""

from datetime import date, timedelta
from enum import StrEnum

from redress.rules.calendar import Calendar
from redress.rules.facts import CaseFacts, Clock
from redress.rules.facts_comments import CommentFacts

USUAL_DAYS = 5  # working days that people are given, where the response leaves as many


class Chaser(StrEnum):
    """One of the messages that follow a request for comments."""

    HALF_TIME = "half_time"
    DUE = "due"  # on the day itself
    LATE = "late"  # to the person asked, where no manager is known
    ESCALATE = "escalate"  # to their manager
    BY_HAND = "by_hand"  # somebody at the desk pressed the button


def chaser_due(
    case: CaseFacts, asked: CommentFacts, calendar: Calendar, today: date
) -> Chaser | None:
    """What is to be sent today about one request, None for nothing.

    A reminder at half time, another on the due day (or on the last working day before it), and on
    the first working day after it a message to the manager. A reminder that was missed because
    nothing ran that day is sent late, but never two for one day; one sent by hand counts. Nothing
    is sent on a day off, nor once the stage has its answer. Raises UnknownDay for dates outside
    the bank holidays known.
    """
    return None if _answered_since(case, asked) else chaser_for(asked, calendar, today)


def chaser_for(asked: CommentFacts, calendar: Calendar, today: date) -> Chaser | None:
    """The same, from the request alone: for looking through many before reading their cases."""
    if not asked.is_open or not calendar.is_working_day(today):
        return None
    latest = max(asked.chased_on, default=asked.asked_on)
    if today > asked.due_on:
        return _once_late(asked, latest)
    last_day = _on_or_before(asked.due_on, calendar)
    if today >= last_day > latest:
        return Chaser.DUE
    if last_day > today >= half_time(asked, calendar) > latest:
        return Chaser.HALF_TIME
    return None


def _once_late(asked: CommentFacts, latest: date) -> Chaser | None:
    if asked.escalated_on is not None:
        return None
    if asked.manager_email:
        return Chaser.ESCALATE
    return Chaser.LATE if latest <= asked.due_on else None


def half_time(asked: CommentFacts, calendar: Calendar) -> date:
    """The working day half-way to the due date: 2 of 5 working days, 1 of 2 or 3.

    The day of asking itself where there is only one.
    """
    return calendar.add(asked.asked_on, calendar.count(asked.asked_on, asked.due_on) // 2)


def usual_due(case: CaseFacts, calendar: Calendar, today: date) -> date:
    """The due date to offer: 5 working days on, or half of what is left until the response is due
    where that is sooner; the next working day at the earliest."""
    response = response_due(case)
    days = USUAL_DAYS
    if response is not None:
        left = calendar.count(today, response) if response > today else 0
        days = min(days, left // 2)
    return calendar.add(today, max(days, 1))


def response_due(case: CaseFacts) -> date | None:
    """The day on which the response of the stage (or the answer to the request) is due."""
    clock = Clock.RESPOND if case.stage.number else Clock.REQUEST
    found = case.deadline(case.stage.number, clock)
    return found.due_on if found else None


def _answered_since(case: CaseFacts, asked: CommentFacts) -> bool:
    """Whether the stage for which they were asked was answered after that."""
    ends = [stage.ended_on for stage in case.stages if stage.number == asked.stage]
    return any(end is not None and end >= asked.asked_on for end in ends)


def _on_or_before(day: date, calendar: Calendar) -> date:
    while not calendar.is_working_day(day):
        day -= timedelta(days=1)
    return day
