"""Agree with the resident how often they hear from us while the answer is not ready."""

from dataclasses import dataclass

from redress.rules import clocks
from redress.rules.decision import Checks, Context, Decision, Refused, calendar_of
from redress.rules.facts import CaseFacts, Clock, DeadlineFacts
from redress.rules.record import NewEvent, plain
from redress.rules.spans import Span, Unit

MOST = 20  # working days: less often is no keeping informed
OFFERED = (5, 10, 20)  # working days from which a resident chooses by themselves


@dataclass(frozen=True, kw_only=True)
class AgreeUpdates:
    """Every how many working days, and how and when it was agreed ("By phone today")."""

    every: int
    how: str


def decide(case: CaseFacts, given: AgreeUpdates, context: Context) -> Decision | Refused:
    """Keep the interval, and set the date of the first update (Code 5.9).

    Refuses an interval of none or more than 20 working days, from the resident alone one that we
    do not offer, and one of which nothing says how it was agreed.
    """
    checks = Checks(context.policy(case))
    offered = given.every in OFFERED or not context.actor.resident
    checks.must(1 <= given.every <= MOST and offered, "interval_out_of_range", "Code 5.9", "every")
    checks.must(bool(given.how.strip()), "agreement_missing", "Code 5.9", "how")
    if checks.refused:
        return Refused(tuple(checks.refused))
    due = update_due(case, given.every, context)
    note = {"every": given.every, "how": given.how.strip()}
    patch = {"case": {"update_every": given.every}, "deadlines": [plain(due)]}
    return Decision((NewEvent("updates_agreed", patch, note),))


def update_due(case: CaseFacts, every: int, context: Context) -> DeadlineFacts:
    """The next update, so many working days from today."""
    span = Span(every, Unit.WORKING_DAYS)
    calendar = calendar_of(context.policy(case))
    due = clocks.due(span, context.today, calendar, source="Code 5.9, as agreed")
    return DeadlineFacts(case.stage.number, Clock.UPDATE, promise=due, code=None)
