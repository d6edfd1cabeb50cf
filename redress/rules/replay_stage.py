"""One stage of a history: its two clocks, and where its extensions left the response date."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from redress.rules import clocks
from redress.rules.facts import Clock, DeadlineFacts, Due
from redress.rules.history import Event, Terms, What


@dataclass(frozen=True)
class ClockJudged:
    """One clock of one stage.

    `took_working_days` counts from receipt, at stage 2 from the request for it. Days late are
    working days, 0 when in time. None where it was not met, and for a promise not made.
    """

    stage: int
    clock: Clock
    counted_from: date
    code_due: date
    promise_due: date | None
    met: date | None
    took_working_days: int | None
    code_late_working_days: int | None
    promise_late_working_days: int | None


@dataclass(frozen=True)
class Extension:
    """An extension as told, the limit that stood until then, and the furthest it could move it."""

    told: Event
    limit: date
    furthest: date

    @property
    def new_limit(self) -> date:
        """Moved, if a reason and a new date were told before the limit had passed; and no further
        than is allowed without good reason (Code 6.4, 6.15)."""
        if not (self.told.to and self.told.reason):
            return self.limit
        return clocks.extended(
            self.limit, self.furthest, told_on=self.told.on, new_date=self.told.to
        )


@dataclass(frozen=True)
class StageJudged:
    """A stage, its events in order of date, how its clocks came out, and its extensions."""

    number: int
    events: tuple[Event, ...]
    acknowledge: ClockJudged
    respond: ClockJudged
    extensions: tuple[Extension, ...]

    def all(self, what: What) -> tuple[Event, ...]:
        """Its events of one kind."""
        return tuple(event for event in self.events if event.what is what)


def judge_stage(number: int, began: date, events: tuple[Event, ...], terms: Terms) -> StageJudged:
    """The clocks of a stage that was received, or asked for, on the day `began`.

    `events` are in order of date, none before that day. An acknowledgement never recorded counts
    as made on the day it was due (Code 6.3, 6.14). What is told after the answer extends nothing.
    """
    first = {event.what: event.on for event in reversed(events)}
    made, answered = first.get(What.ACKNOWLEDGED), first.get(What.RESPONDED)
    own, code, calendar = terms.promise, terms.code, terms.calendar
    acknowledge = clocks.acknowledge(
        began, stage=number, stage_policy=own, code_stage=code, calendar=calendar
    )
    respond = clocks.respond(
        began, made, stage=number, stage_policy=own, code_stage=code, calendar=calendar
    )
    furthest = clocks.furthest(respond, stage_policy=own, code_stage=code, calendar=calendar)
    extended = [event for event in events if event.what is What.EXTENDED]
    told = [event for event in extended if answered is None or event.on <= answered]
    extensions = extend(respond.code, furthest.code, told)
    return StageJudged(
        number,
        events,
        acknowledge=_judged(acknowledge, (), (), began, made, terms),
        respond=_judged(
            respond,
            extensions,
            extend(respond.promise, furthest.promise, told),
            began,
            answered,
            terms,
        ),
        extensions=extensions,
    )


def extend(limit: Due | None, furthest: Due | None, told: Iterable[Event]) -> tuple[Extension, ...]:
    """Each extension in turn, from a limit as it was first due; none where there is no limit."""
    extensions: list[Extension] = []
    if limit and furthest:
        for event in told:
            stands = extensions[-1].new_limit if extensions else limit.date
            extensions.append(Extension(event, stands, furthest.date))
    return tuple(extensions)


def _judged(
    deadline: DeadlineFacts,
    of_code: tuple[Extension, ...],
    of_promise: tuple[Extension, ...],
    began: date,
    met: date | None,
    terms: Terms,
) -> ClockJudged:
    if deadline.code is None:
        raise ValueError(f"the Code must limit the {deadline.clock} clock of every stage")
    code_due = of_code[-1].new_limit if of_code else deadline.code.date
    promise_due = None
    if deadline.promise and deadline.clock in terms.promised:
        promise_due = of_promise[-1].new_limit if of_promise else deadline.promise.date
    calendar = terms.calendar
    return ClockJudged(
        stage=deadline.stage,
        clock=deadline.clock,
        counted_from=deadline.code.counted_from,
        code_due=code_due,
        promise_due=promise_due,
        met=met,
        took_working_days=calendar.code.count(began, met) if met else None,
        code_late_working_days=clocks.late_by(code_due, met, calendar.code) if met else None,
        promise_late_working_days=(
            clocks.late_by(promise_due, met, calendar) if met and promise_due else None
        ),
    )
