"""The rows of a list in words: the next date, how far off it is, and why it is that date."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from redress.cases.lists import Line
from redress.cases.whys import Why, last_events, whys
from redress.people.models import Landlord
from redress.rules.facts import Due
from redress.rules.words import counted, listed, short_date
from redress.web.desk.due import DueWords, due_words, landlord_calendar
from redress.web.desk.tags import Tag, risk_tags
from redress.web.desk.telling import TOLD


@dataclass(frozen=True)
class Row:
    """One row: what the list says of a case, its next date with why, and its risks in words."""

    line: Line
    due: DueWords | None
    why: tuple[str, ...]
    risks: list[Tag]
    last: str = ""


def rows(
    lines: Iterable[Line], landlord: Landlord, today: date, *, last: bool = False
) -> list[Row]:
    """The lines with their dates in words, by the landlord's own working days; with `last`, also
    what happened last on each case."""
    lines = tuple(lines)
    calendar = landlord_calendar(landlord, today)
    known = whys(lines)
    events = last_events(lines) if last else {}
    return [
        Row(
            line,
            due_words(line.next_clock, line.next_due, today, calendar) if line.next_due else None,
            tuple(_why(known[line.number])) if line.number in known else (),
            risk_tags(line.risks),
            _last(*events[line.number]) if line.number in events else "",
        )
        for line in lines
    ]


def _last(name: str, day: date) -> str:
    title = TOLD[name][0] if name in TOLD else name.replace("_", " ").capitalize()
    return f"{title}, {short_date(day)}"


def _why(why: Why) -> Iterable[str]:
    """What a date rests on, in sentences."""
    if why.promised:
        yield f"Promised to the resident: {why.promised} ({why.owner})."
    if why.counted:
        source = f"our policy, {why.counted.source}" if why.by_policy else why.counted.source
        start = short_date(why.counted.counted_from)
        yield f"{why.counted.span.words()} from {start}, which is day 0 ({source})."
        yield from _skipped(why.counted)
    if why.extended_to:
        yield f"Extended to {short_date(why.extended_to)}."


def _skipped(due: Due) -> Iterable[str]:
    """The days left out: how many of a weekend, and the others by name."""
    weekend = sum(1 for day in due.skipped if day.date.weekday() > 4)
    named = [f"{short_date(day.date)} ({day.why})" for day in due.skipped if day.date.weekday() < 5]
    parts = [counted(weekend, "weekend day")] if weekend else []
    if parts + named:
        yield f"Not counted: {listed(parts + named)}."
