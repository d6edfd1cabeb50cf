"""Log a complaint at stage 1: what it is about and which service answers it."""

from dataclasses import dataclass

from redress.rules.actions.receive import NewIssue
from redress.rules.decision import Checks, Context, Decision, Refused
from redress.rules.facts import CaseFacts, IssueFacts, State, Tenure
from redress.rules.record import NewEvent, plain


@dataclass(frozen=True, kw_only=True)
class Log:
    """Where the complaint belongs, and its issues one by one.

    `issues` are added to those already on the case; at least one must be there afterwards.
    """

    service: str
    category: str
    tenure: Tenure | None = None
    issues: tuple[NewIssue, ...] = ()
    risks: tuple[str, ...] = ()


def decide(case: CaseFacts, given: Log, context: Context) -> Decision | Refused:
    """Log the complaint. It must be acknowledged, defined *and* logged in time (Code 6.2).

    Refuses without a service, without at least one issue, and with one without words (Code 5.6).
    """
    checks = Checks(context.policy(case))
    checks.must(bool(given.service.strip()), "service_missing", "Code 6.2", "service")
    summaries = [*(i.summary for i in case.issues), *(i.summary for i in given.issues)]
    said = bool(summaries) and all(summary.strip() for summary in summaries)
    checks.must(said, "issue_missing", "Code 5.6", "issues")
    if checks.refused:
        return Refused(tuple(checks.refused))
    added = [
        plain(IssueFacts(number, issue.summary.strip(), issue.occurred_on, issue.aware_on))
        for number, issue in enumerate(given.issues, len(case.issues) + 1)
    ]
    patch = {
        "case": {
            "state": State.STAGE_1_LOGGED.value,
            "service": given.service.strip(),
            "category": given.category.strip(),
            "tenure": plain(given.tenure or case.tenure),
            "risks": sorted({*case.risks, *given.risks}),
        },
        "stages": [{"number": 1, "logged_on": context.today.isoformat()}],
        "issues": added,
    }
    return Decision((NewEvent("logged", patch),))
