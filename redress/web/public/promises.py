"""What a landlord's policy promises, and what the Code allows, in words for residents."""

from dataclasses import dataclass
from datetime import date

from redress.rules import deadlines
from redress.rules.decision import Book
from redress.rules.facts import Clock, StageFacts
from redress.rules.policy import CodeEdition, Extension, Policy, Promise, Start
from redress.rules.policy_choices import Body
from redress.rules.spans import Span

BODIES = {
    Body.LGSCO: "Local Government and Social Care Ombudsman",
    Body.FIRST_TIER_TRIBUNAL: "First-tier Tribunal (Property Chamber)",
}


@dataclass(frozen=True)
class Row:
    """One thing the landlord does at a stage: its promise, and the Code's limit."""

    what: str
    promise: str
    code: str


@dataclass(frozen=True)
class Promises:
    """All that the start page says about times. The dates are those of a complaint made today."""

    stages: tuple[tuple[Row, ...], tuple[Row, ...]]
    acknowledge_by: date | None
    respond_by: date | None
    window: str  # how long the landlord gives for asking for stage 2; empty where it says nothing
    time_limit: str
    code_time_limit: str
    routes: tuple[tuple[str, str], ...]


def promises(slug: str, today: date, book: Book) -> Promises:
    """What the policy in force today promises. Raises PolicyError for a landlord without one."""
    policy, code = book.in_force(slug, today), book.code_on(today)
    stage = StageFacts(number=1, policy=policy.id, code=code.id, received_on=today)
    due = {each.clock: each.due_on for each in deadlines.of_stage(stage, policy, code)}
    window = policy.stage(2).window
    return Promises(
        stages=(_rows(1, policy, code), _rows(2, policy, code)),
        acknowledge_by=due[Clock.ACKNOWLEDGE],
        respond_by=due[Clock.RESPOND],
        window=_length(window.span) if window else "",
        time_limit=_length(policy.time_limit.span),
        code_time_limit=_length(code.time_limit.span),
        routes=tuple(
            (BODIES[route.body], route.matters) for route in policy.routes if route.body in BODIES
        ),
    )


def _rows(number: int, policy: Policy, code: CodeEdition) -> tuple[Row, ...]:
    ours, limit = policy.stage(number), code.stage(number)
    asked = "your complaint" if number == 1 else "your request"
    after = asked if ours.respond_from is Start.RECEIVED else "our first letter"
    return (
        Row(f"We say that we have {asked}", _time(ours.acknowledge), _time(limit.acknowledge)),
        Row("We answer", f"{_time(ours.respond)} after {after}", _time(limit.respond)),
        Row("If we need longer", _more(ours.extension), _more(limit.extension)),
    )


def _time(promise: Promise | None) -> str:
    return _length(promise.span) if promise else "We do not say"


def _more(extension: Extension) -> str:
    return f"{_length(extension.span)} more"


def _length(span: Span) -> str:
    """The span as the landlord reads it, without the lower end of a range."""
    read = span.read_as or span
    return Span(read.amount, read.unit).words()
