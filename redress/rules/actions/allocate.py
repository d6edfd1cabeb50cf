"""Give the case to a named handler."""

from dataclasses import dataclass

from redress.rules.decision import Checks, Context, Decision, Refused
from redress.rules.facts import CaseFacts
from redress.rules.policy import Guard
from redress.rules.record import NewEvent


@dataclass(frozen=True, kw_only=True)
class Allocate:
    """The handler's number and name."""

    handler: int
    handler_name: str


def decide(case: CaseFacts, given: Allocate, context: Context) -> Decision | Refused:
    """Name the handler, who may then see the case if it is restricted.

    Nobody who considered stage 1 may handle stage 2 (Code 6.13), nor anybody who has declared a
    conflict of interest (Code 5.8c). Somebody without training, or whose refresher is overdue, is
    a warning (Code 4.3), unless the landlord's policy makes it a bar.
    """
    checks = Checks(context.policy(case))
    stage_1 = case.considered_stage_1 if case.stage.number == 2 else frozenset()
    apart = given.handler not in stage_1
    checks.must(apart, "considered_stage_1", "Code 6.13", "handler", Guard.SEPARATE_PEOPLE)
    checks.must(given.handler not in case.conflicted, "conflict_declared", "Code 5.8", "handler")
    _trained(checks, given.handler, context)
    if checks.refused:
        return Refused(tuple(checks.refused))
    patch: dict[str, object] = {"handler": given.handler}
    if case.restricted:
        patch["named"] = sorted({*case.named, given.handler})
    event = NewEvent("allocated", {"case": patch}, {"handler": given.handler_name})
    return Decision((event,), warnings=tuple(checks.warned))


def _trained(checks: Checks, handler: int, context: Context) -> None:
    due = context.refresher_due(handler)
    checks.must(due is not None, "not_trained", "Code 4.3", "handler", Guard.TRAINING)
    overdue = due is not None and due < context.today
    checks.must(not overdue, "refresher_overdue", "Code 4.3", "handler", Guard.TRAINING)
