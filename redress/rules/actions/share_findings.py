"""Share adverse findings with the resident, for comment before the decision."""

from dataclasses import dataclass
from datetime import date

from redress.rules.clocks import due
from redress.rules.decision import Checks, Context, Decision, NewLetter, Refused, calendar_of
from redress.rules.facts import CaseFacts, Clock, DeadlineFacts
from redress.rules.record import NewEvent, plain
from redress.rules.spans import Span, Unit
from redress.rules.words import long_date

TOLD = "as we told the resident"  # what the day for comment rests on: our letter, no clause


@dataclass(frozen=True, kw_only=True)
class ShareFindings:
    """What we are minded to find against the resident, and the day by which they can comment."""

    findings: str
    comment_by: date


def decide(case: CaseFacts, given: ShareFindings, context: Context) -> Decision | Refused:
    """Send the findings for comment (Code 5.8: a fair chance to set out one's position;
    Herefordshire, 3 Stage 1 and 3 Stage 2: before the final decision).

    The day for comment is a clock of its own and lies inside the response date, which it never
    moves. Refuses without findings, a day that is not ahead, and one after the response is due.
    """
    main = case.deadline(case.stage.number, Clock.RESPOND)
    if main is None or main.due_on is None:
        raise ValueError("a stage being looked into has a response date")
    checks = Checks(context.policy(case))
    checks.must(bool(given.findings.strip()), "findings_missing", "Code 5.8", "findings")
    checks.must(context.today < main.due_on, "no_time_for_comment", "Code 5.8")
    checks.must(given.comment_by > context.today, "not_ahead", "Code 5.8", "comment_by")
    checks.must(given.comment_by <= main.due_on, "after_response", "Code 6.3", "comment_by")
    if checks.refused:
        return Refused(tuple(checks.refused))
    clock = _clock(case, given.comment_by, context)
    facts = {
        "stage_name": f"stage {case.stage.number}",
        "findings": given.findings.strip(),
        "comment_by": long_date(given.comment_by),
        "answer_by": long_date(main.due_on),
    }
    event = NewEvent(
        "findings_shared", {"deadlines": plain([clock])}, {"findings": facts["findings"]}
    )
    letter = NewLetter("adverse_findings", case.stage.number, facts)
    return Decision((event,), (letter,), tuple(checks.warned))


def _clock(case: CaseFacts, comment_by: date, context: Context) -> DeadlineFacts:
    """The day for comment as a clock, counted in days from today; a new one replaces the last."""
    days = Span((comment_by - context.today).days, Unit.CALENDAR_DAYS)
    promise = due(days, context.today, calendar_of(context.policy(case)), source=TOLD)
    return DeadlineFacts(case.stage.number, Clock.FINDINGS_COMMENT, promise=promise, code=None)
