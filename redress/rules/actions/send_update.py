"""Tell the resident where their complaint stands, and when they will hear again."""

from dataclasses import dataclass
from datetime import date

from redress.rules.calendar import LAST
from redress.rules.decision import Checks, Context, Decision, NewLetter, Refused, calendar_of
from redress.rules.facts import CaseFacts, Clock, DeadlineFacts, Due
from redress.rules.record import NewEvent, plain
from redress.rules.spans import Span, Unit
from redress.rules.words import long_date


@dataclass(frozen=True, kw_only=True)
class SendUpdate:
    """What has happened, what comes next, and by when we write again.

    `agreed` is whether the resident agreed to hear again then, None where not asked.
    """

    what_happened: str
    what_next: str
    write_by: date
    agreed: bool | None = None


def decide(case: CaseFacts, given: SendUpdate, context: Context) -> Decision | Refused:
    """Send the update. Code 5.9: when a response will be late, the resident is kept informed at
    intervals agreed with them. It moves no date.

    Refuses without what happened, what comes next and a day ahead. A day that was not agreed goes
    on the record and bars nothing.
    """
    checks = Checks(context.policy(case))
    checks.must(bool(given.what_happened.strip()), "update_missing", "Code 5.9", "what_happened")
    checks.must(bool(given.what_next.strip()), "next_missing", "Code 5.9", "what_next")
    checks.must(given.write_by > context.today, "not_ahead", "Code 5.9", "write_by")
    checks.must(given.write_by <= LAST, "date_not_known", "Code 5.9", "write_by")
    checks.should(given.agreed is True, "interval_not_agreed", "Code 5.9", "agreed")
    if checks.refused:
        return Refused(tuple(checks.refused))
    note = {
        "what_happened": given.what_happened.strip(),
        "what_next": given.what_next.strip(),
        "write_by": given.write_by.isoformat(),
        "agreed": given.agreed,
    }
    known = case.deadline(case.stage.number, Clock.UPDATE)
    if known and known.due_on and known.met_on is None and known.due_on < context.today:
        note["late_since"] = known.due_on.isoformat()  # an update that was missed is counted
    facts = {
        "where_we_are": where_we_are(case, context.today),
        "what_happened": note["what_happened"],
        "what_next": note["what_next"],
        "write_by": long_date(given.write_by),
    }
    letter = NewLetter("holding_update", case.stage.number, facts)
    patch = {"deadlines": [plain(_next(case, given.write_by, context))]}
    return Decision((NewEvent("updated", patch, note),), (letter,), tuple(checks.warned))


def _next(case: CaseFacts, write_by: date, context: Context) -> DeadlineFacts:
    """The next update, on the day the resident was told."""
    calendar = calendar_of(context.policy(case))
    days = max(calendar.count(context.today, write_by), 1)
    skipped = calendar.skipped(context.today, write_by)
    span = Span(days, Unit.WORKING_DAYS)
    due = Due(write_by, context.today, span, "Code 5.9, as the resident was told", skipped)
    return DeadlineFacts(case.stage.number, Clock.UPDATE, promise=due, code=None)


def where_we_are(case: CaseFacts, today: date) -> str:
    """The response date the resident was given, and whether it has passed, in plain words."""
    deadline = case.deadline(case.stage.number, Clock.RESPOND)
    if deadline is None or deadline.due_on is None:
        return "We are still looking into it."
    due = long_date(deadline.due_on)
    if today > deadline.due_on:
        return f"We said we would send our answer by {due}. We did not. We are sorry."
    return f"We said we would send our answer by {due}. That date has not passed."
