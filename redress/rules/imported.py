"""A case of an old system as facts: what it held, with the Code's own limits beside it.

Where the old system held a due date, that is the promise it is judged by. Dates before a
landlord's first policy, or the first edition of the Code kept here, use the first.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from redress.rules import deadlines
from redress.rules.calendar import Calendar
from redress.rules.case_rows import CaseRow
from redress.rules.decision import calendar_of
from redress.rules.facts import (
    CaseFacts,
    Clock,
    DeadlineFacts,
    Due,
    Finding,
    Kind,
    StageFacts,
    State,
)
from redress.rules.policy import Policy
from redress.rules.policy_files import code_nearest, policies_of, policy_in_force
from redress.rules.spans import Span, Unit

HELD = "the date the old system held"


def policy_nearest(landlord: str, on: date) -> Policy:
    """The policy in force on a day, or the landlord's first one for an older day."""
    first = policies_of(landlord)[0]
    return first if on < first.starts else policy_in_force(landlord, on)


def case_of(landlord: str, rows: Sequence[CaseRow], today: date) -> CaseFacts:
    """The case that these rows are: one row a stage, in the order of the stages."""
    first, last = rows[0], rows[-1]
    stages = [_stage(landlord, row) for row in rows]
    for index, following in enumerate(rows[1:]):
        if stages[index].ended_on is None:  # stage 2 was asked for without a stage 1 answer
            stages[index] = replace(stages[index], ended_on=following.received)
    return CaseFacts(
        reference=first.reference,
        landlord=landlord,
        kind=first.kind,
        state=_state(last),
        received_on=first.received,
        recorded_on=today,
        channel=first.channel,
        description="",
        tenure=first.tenure,
        service=first.service_area,
        category=first.category,
        petition=first.petition,
        stages=tuple(stages),
        deadlines=tuple(d for row in rows for d in deadlines_of(landlord, row)),
    )


def _stage(landlord: str, row: CaseRow) -> StageFacts:
    return StageFacts(
        number=row.stage,
        policy=policy_nearest(landlord, row.received).id,
        code=code_nearest(row.received).id,
        received_on=row.received,
        acknowledged_on=row.acknowledged,
        responded_on=row.responded,
        outcome=row.outcome,
        ended_on=row.responded,
        held_due=row.due,
        tenure=row.tenure,
        service=row.service_area,
        category=row.category,
        channel=row.channel,
        petition=row.petition,
    )


def _state(row: CaseRow) -> State:
    if row.responded:
        return State.CLOSED
    if row.outcome is Finding.WITHDRAWN:
        return State.WITHDRAWN
    if row.kind is not Kind.COMPLAINT:
        return State.REQUEST_OPEN
    if row.stage == 1:
        return State.STAGE_1_OPEN if row.acknowledged else State.STAGE_1_RECEIVED
    return State.STAGE_2_OPEN if row.acknowledged else State.STAGE_2_REQUESTED


def deadlines_of(landlord: str, row: CaseRow) -> tuple[DeadlineFacts, ...]:
    """The clocks of an imported stage: acknowledgement and response, or the answer."""
    policy, stage = policy_nearest(landlord, row.received), _stage(landlord, row)
    if row.stage:
        made = deadlines.of_stage(stage, policy, code_nearest(row.received))
        kept = [d for d in made if d.clock is not Clock.FIRST_CALL]
    else:
        made = deadlines.of_request(row.kind, row.received, policy)
        kept = list(made)
        if row.due and not kept:
            kept = [DeadlineFacts(0, Clock.REQUEST, promise=None, code=None)]
    return tuple(_as_held(d, row, calendar_of(policy)) for d in kept)


def _as_held(deadline: DeadlineFacts, row: CaseRow, calendar: Calendar) -> DeadlineFacts:
    """The deadline with what the old system held. The days skipped are kept while it is open;
    for a past one they can be worked out again and would fill the store.
    """
    if deadline.clock is Clock.ACKNOWLEDGE:
        deadline = replace(deadline, met_on=row.acknowledged)
    else:
        promise = _held(row, calendar) or deadline.promise
        deadline = replace(
            deadline, promise=promise, extended_to=row.extended_to, met_on=row.responded
        )
    return _bare(deadline) if row.responded else deadline


def _held(row: CaseRow, calendar: Calendar) -> Due | None:
    if row.due is None:
        return None
    days = Span(calendar.count(row.received, row.due), Unit.WORKING_DAYS)
    return Due(row.due, row.received, days, HELD, calendar.skipped(row.received, row.due))


def _bare(deadline: DeadlineFacts) -> DeadlineFacts:
    def bare(due: Due | None) -> Due | None:
        return due and replace(due, skipped=())

    return replace(
        deadline,
        promise=bare(deadline.promise),
        code=bare(deadline.code),
        code_literal=bare(deadline.code_literal),
    )
