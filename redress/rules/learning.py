"""What is learned from a complaint: which issues owe a lesson, and since when (Code 9.1, 9.2)."""

from datetime import date

from redress.rules.facts import CaseFacts, Finding, IssueFacts

FAULT = (Finding.UPHELD, Finding.PARTLY_UPHELD)


def upheld_on(case: CaseFacts, issue: IssueFacts) -> date | None:
    """The day of the response that upheld an issue, in whole or in part.

    Its latest finding counts: what stage 2 does not uphold any more owes nothing. None where
    nothing is upheld, or an old system kept no day.
    """
    last = issue.findings[-1] if issue.findings else None
    if last is None or last.finding not in FAULT:
        return None
    return next((s.responded_on for s in case.stages if s.number == last.stage), None)


def upheld(case: CaseFacts) -> tuple[IssueFacts, ...]:
    """The issues that were upheld, in whole or in part."""
    return tuple(issue for issue in case.issues_in if upheld_on(case, issue))


def lessons_owed(case: CaseFacts) -> tuple[IssueFacts, ...]:
    """The issues that were upheld and of which nobody has said what was learned."""
    return tuple(issue for issue in upheld(case) if issue.learned_on is None)


def wider_lesson(before: CaseFacts, after: CaseFacts) -> int | None:
    """The number of the issue whose lesson asks, since just now, for a change beyond its case."""
    known = {issue.number for issue in before.issues if issue.wider}
    new = (issue.number for issue in after.issues if issue.wider and issue.number not in known)
    return next(new, None)
