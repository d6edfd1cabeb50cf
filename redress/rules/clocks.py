"""The clocks: from a length of time and the day of an event to a date, with its working.

The day of the event is day 0; the day after it is day 1. No clock ever pauses. Each answer shows
the landlord's promise and the Code limit side by side, and what each was counted from.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import ceil

from redress.rules.calendar import Calendar, UnknownDay
from redress.rules.facts import Clock, DeadlineFacts, Due
from redress.rules.policy import Extension, Promise, Stage, Start, TimeLimit
from redress.rules.policy_choices import Limb
from redress.rules.spans import Span, Unit

OFFICE_HOURS = 7  # working hours in a working day, where the landlord does not say


def due(
    span: Span,
    start: date | datetime,
    calendar: Calendar,
    *,
    source: str,
    office_hours: int = OFFICE_HOURS,
) -> Due:
    """The date on which a length of time ends, counted from the day or the moment of an event.

    Where the landlord reads its words otherwise (`span.read_as`), the date follows that reading
    and `as_written` is the date the words give. `source` is the clause or provision. A date
    whose bank holidays are not known raises `UnknownDay`.
    """
    read = span.read_as or span
    day, end = _day(start), _end(read, start, calendar, office_hours)
    return Due(
        date=end,
        counted_from=day,
        span=span,
        source=source,
        skipped=calendar.skipped(day, end) if read.unit in WORKING else (),
        as_written=_end(span, start, calendar, office_hours) if span.read_as else None,
    )


def acknowledge(
    received: date, *, stage: int, stage_policy: Stage, code_stage: Stage, calendar: Calendar
) -> DeadlineFacts:
    """When a complaint, or at stage 2 the request, is to be acknowledged, defined and logged.

    Code 6.2, 6.11: within five working days of being received. The promise is None where the
    landlord makes none.
    """
    return DeadlineFacts(
        stage,
        Clock.ACKNOWLEDGE,
        promise=_promised(stage_policy.acknowledge, received, calendar),
        code=_code_acknowledgement(received, code_stage, calendar),
    )


def respond(
    received: date,
    acknowledged: date | None,
    *,
    stage: int,
    stage_policy: Stage,
    code_stage: Stage,
    calendar: Calendar,
) -> DeadlineFacts:
    """When the response of a stage is to be sent, before any extension.

    Code 6.3, 6.14: within 10 (at stage 2, 20) working days of the complaint being acknowledged.
    A late acknowledgement buys no time: the count starts at the earlier of the acknowledgement
    and the day it was due, which also stands for one not made. `code_literal` counts from a late
    acknowledgement all the same. An acknowledgement before receipt is refused with ValueError.
    """
    if acknowledged and acknowledged < received:
        raise ValueError(f"acknowledged on {acknowledged}, before it was received on {received}")
    limit = code_stage.respond
    code_ack = _code_acknowledgement(received, code_stage, calendar)
    own_ack = _promised(stage_policy.acknowledge, received, calendar) or code_ack
    made = acknowledged or date.max
    start = received if stage_policy.respond_from is Start.RECEIVED else min(made, own_ack.date)
    return DeadlineFacts(
        stage,
        Clock.RESPOND,
        promise=_promised(stage_policy.respond, start, calendar),
        code=_due(limit, min(made, code_ack.date), calendar.code),
        code_literal=_due(limit, acknowledged or code_ack.date, calendar.code),
    )


@dataclass(frozen=True)
class Furthest:
    """How far a response date may be moved without a good reason (or, if so promised, consent)."""

    promise: Due | None
    code: Due | None


def furthest(
    response: DeadlineFacts, *, stage_policy: Stage, code_stage: Stage, calendar: Calendar
) -> Furthest:
    """The furthest dates to which the response of `respond` may be moved, all extensions together.

    Code 6.4, 6.15: no more than 10 (at stage 2, 20) working days without good reason, counted
    from the date the response was first due.
    """
    return Furthest(
        promise=response.promise and _due(stage_policy.extension, response.promise.date, calendar),
        code=response.code and _due(code_stage.extension, response.code.date, calendar.code),
    )


def extended(limit: date, cap: date, *, told_on: date, new_date: date) -> date:
    """Where a response limit stands after an extension to `new_date`, told on `told_on`.

    Code 6.4, 6.15 with the Ombudsman's page for residents: the resident is told within the
    original time, so a limit that has passed stays. `cap` is the date of `furthest`; an extension
    moves a limit no further, and never brings one forward.
    """
    return limit if told_on > limit else max(limit, min(new_date, cap))


def late_by(due_date: date, met_on: date, calendar: Calendar) -> int:
    """Working days late: those after the due date up to the day it was met; 0 when in time.

    Met on the Saturday after a Friday it is late by no working day, and late all the same:
    whether it was late is `met_on > due_date`.
    """
    return calendar.count(due_date, met_on) if met_on > due_date else 0


@dataclass(frozen=True)
class TimeTest:
    """Whether a complaint came soon enough after what it is about, by both tests.

    `from_occurred` and `from_aware` are the last days to complain, None where the date is not
    known. `in_time` is True where a test that governs is met, False where none is, and None
    where a date still to be asked for could change that.
    """

    from_occurred: date | None
    from_aware: date | None
    in_time: bool | None


def time_limit_to_complain(
    occurred: date | None, aware: date | None, received: date, limit: TimeLimit
) -> TimeTest:
    """Tests a complaint against a time limit; discretion is to be considered all the same.

    Code 2.2, 2.3: within 12 months of the issue occurring or of the resident becoming aware of
    it, so the later of the two governs; a landlord's own limit may count from one of them alone
    (`limit.counts_from`). A limit in working time is refused with ValueError.
    """
    ends = {
        Limb.OCCURRED: calendar_end(limit.span, occurred) if occurred else None,
        Limb.AWARE: calendar_end(limit.span, aware) if aware else None,
    }
    tests = [received <= end if (end := ends[limb]) else None for limb in limit.counts_from]
    in_time = True if True in tests else None if None in tests else False
    return TimeTest(ends[Limb.OCCURRED], ends[Limb.AWARE], in_time)


def calendar_end(span: Span, start: date | datetime) -> date:
    """The date on which a span that is not in working time ends.

    Months end on the same day of the month, or on its last day where it has no such day: one
    month after 31 January is the last of February. Hours from a day are rounded up to whole
    days; from a moment they end on the day they run out. A span in working time, and a date after
    the year 9999, are refused with ValueError.
    """
    try:
        match span.unit:
            case Unit.CALENDAR_DAYS:
                return _day(start) + timedelta(days=span.amount)
            case Unit.WEEKS:
                return _day(start) + timedelta(weeks=span.amount)
            case Unit.MONTHS:
                return months_after(_day(start), span.amount)
            case Unit.HOURS if isinstance(start, datetime):
                return _day(start + timedelta(hours=span.amount))
            case Unit.HOURS:
                return start + timedelta(days=ceil(span.amount / 24))
    except OverflowError:
        raise UnknownDay(f"{span.words()} after {start}") from None
    raise ValueError(f"{span.words()}: working time needs a calendar")


WORKING = (Unit.WORKING_DAYS, Unit.WORKING_HOURS)


def _end(span: Span, start: date | datetime, calendar: Calendar, office_hours: int) -> date:
    match span.unit:
        case Unit.WORKING_DAYS:
            return calendar.add(_day(start), span.amount)
        case Unit.WORKING_HOURS:
            return calendar.add(_day(start), ceil(span.amount / office_hours))
        case _:
            return calendar_end(span, start)


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        raise OverflowError
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _due(stated: Promise | Extension, start: date, calendar: Calendar) -> Due:
    return due(stated.span, start, calendar, source=stated.clause)


def _promised(promise: Promise | None, start: date, calendar: Calendar) -> Due | None:
    return _due(promise, start, calendar) if promise else None


def _code_acknowledgement(received: date, code_stage: Stage, calendar: Calendar) -> Due:
    if code_stage.acknowledge is None:
        raise ValueError("an edition of the Code must limit the acknowledgement (6.2, 6.11)")
    return _due(code_stage.acknowledge, received, calendar.code)
