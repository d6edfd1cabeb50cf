"""What a landlord's policy promises, and what the Code allows, in words for residents."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from redress.rules import deadlines
from redress.rules.decision import Book
from redress.rules.facts import Clock, StageFacts
from redress.rules.policy import CodeEdition, Extension, Policy, Promise, Start
from redress.rules.policy_plain import BODIES
from redress.web.language import length


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
    routes: tuple[str, ...]


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
        window=length(window.span) if window else "",
        time_limit=length(policy.time_limit.span),
        code_time_limit=length(code.time_limit.span),
        routes=tuple(_(BODIES[route.body]) for route in policy.routes if route.body in BODIES),
    )


def _rows(number: int, policy: Policy, code: CodeEdition) -> tuple[Row, ...]:
    ours, limit = policy.stage(number), code.stage(number)
    first = number == 1
    has = (
        _("We say that we have your complaint") if first else _("We say that we have your request")
    )
    after = _("%(time)s after our first letter")
    if ours.respond_from is Start.RECEIVED:
        after = _("%(time)s after your complaint") if first else _("%(time)s after your request")
    return (
        Row(has, _time(ours.acknowledge), _time(limit.acknowledge)),
        Row(_("We answer"), after % {"time": _time(ours.respond)}, _time(limit.respond)),
        Row(_("If we need longer"), _more(ours.extension), _more(limit.extension)),
    )


def _time(promise: Promise | None) -> str:
    return length(promise.span) if promise else _("We do not say")


def _more(extension: Extension) -> str:
    return _("%(time)s more") % {"time": length(extension.span)}
