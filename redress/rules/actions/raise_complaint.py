"""Raise a complaint where the resident is dissatisfied with a request, or with its answer."""

from dataclasses import dataclass
from datetime import date

from redress.rules import deadlines
from redress.rules.decision import Checks, Context, Decision, NewLetter, Refused
from redress.rules.facts import CaseFacts, Clock, Kind, StageFacts, State
from redress.rules.record import NewEvent, plain
from redress.rules.words import long_date


@dataclass(frozen=True, kw_only=True)
class RaiseComplaint:
    """What the resident said. `received_on` is the day the complaint counts as received: the day
    of the first contact where it was a complaint all along, or of the dissatisfaction.
    """

    dissatisfaction: str
    received_on: date


def decide(case: CaseFacts, given: RaiseComplaint, context: Context) -> Decision | Refused:
    """Turn the request into a stage 1 complaint, under the policy in force on that day (Code 1.3,
    1.5). Work on the request goes on. Refuses an empty text and a date outside the case's life.
    """
    checks = Checks(context.policy(case))
    said = bool(given.dissatisfaction.strip())
    checks.must(said, "dissatisfaction_missing", "Code 1.5", "dissatisfaction")
    in_range = case.received_on <= given.received_on <= context.today
    checks.must(in_range, "date_out_of_range", "Code 1.5", "received_on")
    if checks.refused:
        return Refused(tuple(checks.refused))
    policy = context.book.in_force(case.landlord, given.received_on)
    code = context.book.code_on(given.received_on)
    stage = StageFacts(number=1, policy=policy.id, code=code.id, received_on=given.received_on)
    made = deadlines.of_stage(stage, policy, code)
    patch = {
        "case": {"kind": Kind.COMPLAINT.value, "state": State.STAGE_1_RECEIVED.value},
        "stages": [
            {"number": 0, "ended_on": plain(case.stage.ended_on or context.today)},
            plain(stage),
        ],
        "deadlines": plain(made),
    }
    acknowledge_by = next(d.due_on for d in made if d.clock is Clock.ACKNOWLEDGE)
    facts = {
        "received_date": long_date(given.received_on),
        "acknowledge_by": long_date(acknowledge_by) if acknowledge_by else "",
    }
    event = NewEvent("complaint_raised", patch, {"said": given.dissatisfaction.strip()})
    return Decision((event,), (NewLetter("receipt", 1, facts),))
