"""Classify a case: what it is about, which service leads, how urgent it is, who handles it."""

from collections.abc import Iterable
from dataclasses import dataclass

from redress.rules.access import Verb, may
from redress.rules.actions import allocate
from redress.rules.categories import lead_service, tree_of
from redress.rules.decision import Checks, Context, Decision, Reason, Refused
from redress.rules.facts import CaseFacts, IssueFacts, Priority
from redress.rules.record import NewEvent, Patch, plain


@dataclass(frozen=True, kw_only=True)
class Classify:
    """Where the case belongs. An empty `service` is worked out: see `categories.lead_service`.

    `services` says which service answers an issue, by its number; an issue without one is the
    category's. `handler` gives the case to somebody in the same step; None leaves it as it is.
    """

    service: str = ""
    category: str = ""
    contributing: tuple[str, ...] = ()
    services: tuple[tuple[int, str], ...] = ()
    contractor: str = ""
    priority: Priority = Priority.NORMAL
    early_resolution: bool = False
    about_staff: bool = False
    group_complaint: bool = False
    handler: int | None = None
    handler_name: str = ""


def decide(case: CaseFacts, given: Classify, context: Context) -> Decision | Refused:
    """Sort the case, or sort it again: the event keeps how it was before (Code 5.12, 6.1).

    Moves no date. Refuses without a service, an issue that is not on the case, and a handler whom
    this person may not choose or who considered stage 1 (6.13).
    """
    checks = Checks(context.policy(case))
    patch = classified(case, given, checks, case.issues)
    events, warned = handed(case, given, context, checks)
    if checks.refused:
        return Refused(tuple(checks.refused))
    before = {name: value for name, value in plain(case).items() if name in patch["case"]}
    event = NewEvent("classified", patch, {"before": before})
    return Decision((event, *events), warnings=(*checks.warned, *warned))


def classified(
    case: CaseFacts, given: Classify, checks: Checks, issues: Iterable[IssueFacts]
) -> Patch:
    """What the classification sets on the case and on its issues (`issues`: all it will have)."""
    chosen = dict(given.services)
    sorted_issues = [
        (issue.number, chosen.get(issue.number, issue.service).strip()) for issue in issues
    ]
    known = {number for number, _ in sorted_issues}
    checks.must(chosen.keys() <= known, "no_such_issue", "Code 5.6", "services")
    own = tree_of(case.landlord).service_of(given.category)
    shares = [share for _, service in sorted_issues if (share := service or own)]
    lead = lead_service(case.landlord, given.service, given.category, shares)
    checks.must(bool(lead), "service_missing", "Code 6.2", "service")
    others = {service for service in (*given.contributing, *shares) if service.strip()}
    return {
        "case": {
            "service": lead,
            "category": given.category.strip(),
            "contributing": sorted(others - {lead}),
            "contractor": given.contractor.strip(),
            "priority": given.priority.value,
            "early_resolution": given.early_resolution,
            "about_staff": given.about_staff,
            "group_complaint": given.group_complaint,
        },
        "issues": [
            {"number": n, "service": service} for n, service in sorted_issues if n in chosen
        ],
    }


def handed(
    case: CaseFacts, given: Classify, context: Context, checks: Checks
) -> tuple[tuple[NewEvent, ...], tuple[Reason, ...]]:
    """The events that give the case to its handler, and what stands against that."""
    if given.handler is None or given.handler == case.handler:
        return (), ()
    checks.must(may(context.actor, Verb.ALLOCATE), "not_permitted", "", "handler")
    to = allocate.Allocate(handler=given.handler, handler_name=given.handler_name)
    answer = allocate.decide(case, to, context)
    if isinstance(answer, Refused):
        checks.refused += answer.reasons
        return (), ()
    return answer.events, answer.warnings
