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
    """Name the handler. Nobody who considered stage 1 may handle stage 2 (Code 6.13)."""
    checks = Checks(context.policy(case))
    stage_1 = case.considered_stage_1 if case.stage.number == 2 else frozenset()
    apart = given.handler not in stage_1
    checks.must(apart, "considered_stage_1", "Code 6.13", "handler", Guard.SEPARATE_PEOPLE)
    if checks.refused:
        return Refused(tuple(checks.refused))
    event = NewEvent(
        "allocated", {"case": {"handler": given.handler}}, {"handler": given.handler_name}
    )
    return Decision((event,), warnings=tuple(checks.warned))
