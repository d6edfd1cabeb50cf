"""Log a complaint at stage 1: what it is about and which service answers it."""

from dataclasses import dataclass

from redress.rules.actions.classify import Classify, classified, handed
from redress.rules.actions.receive import NewIssue
from redress.rules.decision import Checks, Context, Decision, Refused
from redress.rules.facts import CaseFacts, IssueFacts, State, Tenure
from redress.rules.record import NewEvent, plain


@dataclass(frozen=True, kw_only=True)
class Log(Classify):
    """Where the complaint belongs, and its issues one by one.

    `issues` are added to those already on the case; at least one must be there afterwards.
    """

    tenure: Tenure | None = None
    issues: tuple[NewIssue, ...] = ()
    risks: tuple[str, ...] = ()


def decide(case: CaseFacts, given: Log, context: Context) -> Decision | Refused:
    """Log the complaint. It must be acknowledged, defined *and* logged in time (Code 6.2).

    Refuses without a service, without at least one issue, with one without words (Code 5.6), and
    what `classify` refuses.
    """
    checks = Checks(context.policy(case))
    added = [
        IssueFacts(number, issue.summary.strip(), issue.occurred_on, issue.aware_on)
        for number, issue in enumerate(given.issues, len(case.issues) + 1)
    ]
    issues = (*case.issues, *added)
    said = bool(issues) and all(issue.summary.strip() for issue in issues)
    patch = classified(case, given, checks, issues)
    checks.must(said, "issue_missing", "Code 5.6", "issues")
    events, warned = handed(case, given, context, checks)
    if checks.refused:
        return Refused(tuple(checks.refused))
    patch["case"] |= {
        "state": State.STAGE_1_LOGGED.value,
        "tenure": plain(given.tenure or case.tenure),
        "risks": sorted({*case.risks, *given.risks}),
    }
    patch["stages"] = [{"number": 1, "logged_on": context.today.isoformat()}]
    patch["issues"] = [*(plain(issue) for issue in added), *patch["issues"]]
    return Decision((NewEvent("logged", patch), *events), warnings=(*checks.warned, *warned))
