"""What the register of the Ombudsman says of a case: its cases there, and the answers that it asks
for before our own procedure has ended."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from redress.ombudsman import reading
from redress.rules.access import may_read_reports
from redress.rules.decision import calendar_of
from redress.rules.facts import CaseFacts, Clock
from redress.rules.ombudsman import is_before_promise
from redress.rules.statements_ombudsman import BODY
from redress.web.desk.clocks import ClockView
from redress.web.desk.due import time_to
from redress.web.pages import Visit


@dataclass(frozen=True)
class AskedAnswer:
    """One answer: who asks for it, at which stage (None: not said), by the day in its letter.

    `promised` is the later day that the resident was given, None where ours is no later.
    `answered_on` is when that stage was answered, so that what is done can be noted; `begun` says
    whether it has begun. `number` is that of the register, None for who may not open it.
    """

    body: str
    stage: int | None
    due_on: date | None
    given_on: date | None
    left: str
    tone: str
    promised: date | None
    answered_on: date | None
    begun: bool
    number: int | None


def answers_asked(visit: Visit, case: CaseFacts) -> list[AskedAnswer]:
    """Those that are open, the first due first."""
    found = reading.answers_asked(visit.landlord, case.reference)
    return [_asked(visit, case, each) for each in found]


def registered(visit: Visit, case: CaseFacts) -> list[tuple[int, str, str]]:
    """The Ombudsman's cases of this one, for who may open the register."""
    if not may_read_reports(visit.actor):
        return []
    found = reading.registered(visit.landlord, case.reference)
    return [(number, BODY[body], theirs) for number, body, theirs in found]


def _asked(visit: Visit, case: CaseFacts, owed: reading.Owed) -> AskedAnswer:
    duty = owed.duty
    number = duty.stage or case.stage.number
    stage = next((each for each in case.stages if each.number == number), None)
    clock = case.deadline(number, Clock.RESPOND)
    promised = clock.due_on if clock and clock.met_on is None else None
    calendar = calendar_of(visit.book.by_id(case.stage.policy))
    left, tone = time_to(duty.due_on, visit.today, calendar) if duty.due_on else ("", "")
    return AskedAnswer(
        body=BODY[owed.body],
        stage=duty.stage,
        due_on=duty.due_on,
        given_on=duty.given_on,
        left=left,
        tone=tone,
        promised=promised if is_before_promise(duty, promised) else None,
        answered_on=stage.responded_on if stage else None,
        begun=stage is not None,
        number=owed.number if may_read_reports(visit.actor) else None,
    )


def with_asked(views: list[ClockView], asked: Sequence[AskedAnswer]) -> list[ClockView]:
    """The clocks, with the Ombudsman's day beside promise and Code limit of that response."""
    days = {each.stage: each.due_on for each in reversed(asked) if each.stage}
    return [
        replace(view, asked_by=days.get(view.stage))
        if view.clock is Clock.RESPOND and view.is_open
        else view
        for view in views
    ]
