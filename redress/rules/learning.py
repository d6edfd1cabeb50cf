"""What is learned from a complaint: which issues owe a lesson, and since when (Code 9.1, 9.2)."""

from datetime import date

from redress.rules.facts import CaseFacts, Finding, IssueFacts

FAULT = (Finding.UPHELD, Finding.PARTLY_UPHELD)


def upheld_on(case: CaseFacts, issue: IssueFacts, as_at: date = date.max) -> date | None:
    """The day of the response that upheld an issue, in whole or in part, as it stood at `as_at`.

    Its latest finding counts: what stage 2 does not uphold any more owes nothing. None where
    nothing is upheld, or an old system kept no day.
    """
    days = {stage.number: stage.responded_on for stage in case.stages}
    told = [each for each in issue.findings if (days.get(each.stage) or date.min) <= as_at]
    if not told or told[-1].finding not in FAULT:
        return None
    return days.get(told[-1].stage)


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
