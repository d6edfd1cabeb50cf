"""Dates still to be met, in words: what by when, and how long that is."""

from dataclasses import dataclass
from datetime import date

from redress.cases.book import book_of
from redress.people.models import Landlord
from redress.rules.calendar import Calendar, UnknownDay
from redress.rules.decision import calendar_of
from redress.rules.facts import Clock
from redress.rules.words import CLOCK, short_date, time_left

SOON = 2  # working days left at which a date is marked as close
ACTION = "Promised action due"  # what a worklist row says where an action is the next date


@dataclass(frozen=True)
class DueWords:
    """ "Respond by Thu 14 May 2026" and "2 working days left". `tone` is late, soon or empty, and
    only repeats to the eye what `left` says."""

    what: str
    left: str
    tone: str


def landlord_calendar(landlord: Landlord, today: date) -> Calendar:
    """The working days by which a landlord's lists are read: those of its policy in force."""
    return calendar_of(book_of(landlord).in_force(landlord.slug, today))


def due_words(clock: str, due_on: date, today: date, calendar: Calendar) -> DueWords:
    """The words for a date of a clock (a `Clock`, or "action") seen from `today`."""
    name = ACTION if clock == "action" else CLOCK[Clock(clock)]
    left, tone = time_to(due_on, today, calendar)
    return DueWords(f"{name} {short_date(due_on)}", left, tone)


def time_to(due_on: date, today: date, calendar: Calendar) -> tuple[str, str]:
    """How far off a date is, in working days, and its tone.

    The day itself is "due today", the day after it is late, even where neither is a working day.
    """
    if due_on == today:
        return "due today", "soon"
    try:
        days = calendar.count(min(due_on, today), max(due_on, today))
    except (
        UnknownDay
    ):  # an old case imported from before the calendar: late, nobody counts how much
        return ("late", "late") if due_on < today else ("", "")
    if due_on < today:
        return (time_left(-days) if days else "late"), "late"
    words = time_left(days) if days else "before the next working day"
    return words, "soon" if days <= SOON else ""
