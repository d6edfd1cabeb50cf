"""The deadlines of a stage or request, worked out from its facts. One place for all actions."""

from dataclasses import replace
from datetime import date

from redress.rules import clocks
from redress.rules.decision import calendar_of
from redress.rules.facts import CaseFacts, Clock, DeadlineFacts, Kind, StageFacts
from redress.rules.policy import Policy
from redress.rules.policy_files import CodeEdition


def of_stage(stage: StageFacts, policy: Policy, code: CodeEdition) -> tuple[DeadlineFacts, ...]:
    """The clocks of stage 1 or 2: acknowledge, respond, and the first call where promised.

    Before the acknowledgement the response date is the one that follows from acknowledging on
    time (Code 6.3, 6.14).
    """
    calendar = calendar_of(policy)
    promise, limit = policy.stage(stage.number), code.stage(stage.number)
    made = (
        clocks.acknowledge(
            stage.received_on,
            stage=stage.number,
            stage_policy=promise,
            code_stage=limit,
            calendar=calendar,
        ),
        clocks.respond(
            stage.received_on,
            stage.acknowledged_on,
            stage=stage.number,
            stage_policy=promise,
            code_stage=limit,
            calendar=calendar,
        ),
    )
    if promise.first_call is None:
        return made
    call = clocks.due(
        promise.first_call.span, stage.received_on, calendar, source=promise.first_call.clause
    )
    return (*made, DeadlineFacts(stage.number, Clock.FIRST_CALL, promise=call, code=None))


def of_request(kind: Kind, received_on: date, policy: Policy) -> tuple[DeadlineFacts, ...]:
    """The date by which a request or enquiry is to be answered, where the policy promises one.

    The Code sets none: service requests are recorded, monitored and reviewed (Code 1.4).
    """
    promise = policy.request_promise(kind)
    if promise is None:
        return ()
    answer = clocks.due(promise.span, received_on, calendar_of(policy), source=promise.clause)
    return (DeadlineFacts(0, Clock.REQUEST, promise=answer, code=None),)


def escalation_window(policy: Policy, responded_on: date) -> tuple[DeadlineFacts, ...]:
    """How long the landlord says a resident has to ask for stage 2, shown and never a bar.

    It is not among the Code's reasons for refusing (Code 5.11, 6.10).
    """
    window = policy.stage(2).window
    if window is None:
        return ()
    end = clocks.due(window.span, responded_on, calendar_of(policy), source=window.clause)
    return (DeadlineFacts(1, Clock.ESCALATE, promise=end, code=None),)


def recomputed(
    case: CaseFacts, stage: StageFacts, policy: Policy, code: CodeEdition
) -> tuple[DeadlineFacts, ...]:
    """The stage's open deadlines worked out again; a met one is never dated anew.

    A date that an old system held stays the promise by which the stage is judged.
    """
    again = []
    for made in of_stage(stage, policy, code):
        known = case.deadline(made.stage, made.clock)
        if known is None:
            again.append(made)
        elif known.met_on is None:
            held = stage.held_due is not None and made.clock is Clock.RESPOND
            promise = known.promise if held else made.promise
            again.append(replace(made, promise=promise, extended_to=known.extended_to))
    return tuple(again)


def missed(case: CaseFacts, clock: Clock, on: date) -> bool:
    """Whether that day is after the date of the latest stage's clock: the date it was extended to,
    else the landlord's promise or the Code limit, whichever comes first."""
    found = case.deadline(case.stage.number, clock)
    if found is None:
        return False
    set_first = [due.date for due in (found.promise, found.code) if due]
    return any(on > due for due in ([found.extended_to] if found.extended_to else set_first))


def met(case: CaseFacts, stage: int, clock: Clock, on: date) -> tuple[DeadlineFacts, ...]:
    """The deadline of that clock marked as met on a day, if there is one still open."""
    known = case.deadline(stage, clock)
    return () if known is None or known.met_on else (replace(known, met_on=on),)
