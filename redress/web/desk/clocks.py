"""The dates of a case as its page shows them: promise and Code limit side by side, with why."""

from dataclasses import dataclass
from datetime import date

from redress.rules import clocks
from redress.rules.calendar import Calendar, UnknownDay
from redress.rules.decision import Context, calendar_of
from redress.rules.facts import CaseFacts, Clock, DeadlineFacts, Due, StageFacts
from redress.rules.words import CLOCK, counted, short_date
from redress.web.desk.due import time_to


@dataclass(frozen=True)
class Side:
    """One answer to "by when?". `moved_to` is where it stands after extensions, None if it has not
    moved. `literal` is the Code's literal reading, where that differs."""

    label: str
    rests_on: str  # what its source is a clause of
    none: str  # what is said where there is no date
    due: Due | None
    moved_to: date | None = None
    literal: Due | None = None

    @property
    def date(self) -> date | None:
        """The date as it stands."""
        return self.moved_to or (self.due.date if self.due else None)


@dataclass(frozen=True)
class ClockView:
    """One clock: its heading, how far off it is or how it was met, and its two dates."""

    clock: Clock
    title: str
    stage: int
    left: str
    tone: str
    met_on: date | None
    sides: tuple[Side, Side]
    is_open: bool
    asked_by: date | None = None  # the day in the Ombudsman's letter, where it asks for this answer


def clock_views(case: CaseFacts, context: Context) -> list[ClockView]:
    """All clocks of the case: the latest stage first, and in it what is still to be met."""
    calendar = calendar_of(context.policy(case))
    views = [_view(each, case, context, calendar) for each in case.deadlines]
    order = {id(view): index for index, view in enumerate(views)}
    return sorted(views, key=lambda view: (-view.stage, not view.is_open, order[id(view)]))


def _view(
    deadline: DeadlineFacts, case: CaseFacts, context: Context, calendar: Calendar
) -> ClockView:
    stage = next((each for each in case.stages if each.number == deadline.stage), case.stage)
    running = deadline.met_on is None and stage.ended_on is None
    left, tone = _left(deadline, running, context.today, calendar)
    due_on = deadline.due_on
    day = f" {short_date(due_on)}" if due_on else ""
    return ClockView(
        clock=deadline.clock,
        title=f"{CLOCK[deadline.clock]}{day}",
        stage=deadline.stage,
        left=left,
        tone=tone,
        met_on=deadline.met_on,
        sides=_sides(deadline, stage, case, context),
        is_open=running and deadline.clock is not Clock.ESCALATE,
    )


def _left(
    deadline: DeadlineFacts, running: bool, today: date, calendar: Calendar
) -> tuple[str, str]:
    due_on = deadline.due_on
    if due_on is None:
        return "", ""
    if deadline.met_on:
        return _met(due_on, deadline.met_on, calendar)
    if deadline.clock is Clock.ESCALATE:
        return "a later request is taken all the same", ""
    return time_to(due_on, today, calendar) if running else ("not needed any more", "")


def _met(due_on: date, met_on: date, calendar: Calendar) -> tuple[str, str]:
    if met_on <= due_on:
        return "in time", ""
    try:
        days = clocks.late_by(due_on, met_on, calendar)
    except UnknownDay:  # before the calendar begins: late, and nobody can count by how much
        days = 0
    return (f"{counted(days, 'working day')} late" if days else "late"), "late"


def _sides(
    deadline: DeadlineFacts, stage: StageFacts, case: CaseFacts, context: Context
) -> tuple[Side, Side]:
    code, literal = deadline.code, deadline.code_literal
    differs = literal is not None and code is not None and literal.date != code.date
    return (
        Side(
            "What we promised",
            "" if deadline.clock is Clock.FINDINGS_COMMENT else "our policy, ",
            "Our policy gives no date for this.",
            deadline.promise,
            moved_to=deadline.extended_to,
        ),
        Side(
            "What the Code allows",
            "",
            "The Code sets no date for this.",
            code,
            moved_to=_code_moved(deadline, stage, case, context),
            literal=literal if differs else None,
        ),
    )


def _code_moved(
    deadline: DeadlineFacts, stage: StageFacts, case: CaseFacts, context: Context
) -> date | None:
    """Where the Code limit stands after the extensions of the stage (Code 6.4, 6.15)."""
    if not (stage.extensions and deadline.code and deadline.clock is Clock.RESPOND):
        return None
    policy = context.book.by_id(stage.policy)
    cap = clocks.furthest(
        deadline,
        stage_policy=policy.stage(stage.number),
        code_stage=context.book.code_by_id(stage.code).stage(stage.number),
        calendar=calendar_of(policy),
    ).code
    limit = deadline.code.date
    for told in stage.extensions:
        furthest = cap.date if cap and not told.good_reason else told.new_date
        limit = clocks.extended(limit, furthest, told_on=told.told_on, new_date=told.new_date)
    return limit
