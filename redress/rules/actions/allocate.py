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
    conflict of interest (Code 5.8c).
    """
    checks = Checks(context.policy(case))
    stage_1 = case.considered_stage_1 if case.stage.number == 2 else frozenset()
    apart = given.handler not in stage_1
    checks.must(apart, "considered_stage_1", "Code 6.13", "handler", Guard.SEPARATE_PEOPLE)
    checks.must(given.handler not in case.conflicted, "conflict_declared", "Code 5.8", "handler")
    if checks.refused:
        return Refused(tuple(checks.refused))
    patch: dict[str, object] = {"handler": given.handler}
    if case.restricted:
        patch["named"] = sorted({*case.named, given.handler})
    event = NewEvent("allocated", {"case": patch}, {"handler": given.handler_name})
    return Decision((event,), warnings=tuple(checks.warned))
