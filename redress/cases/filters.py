"""What a list keeps: filters as one plain value, and the condition that says which cases pass."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q

from redress.cases.models import Action, Comment, Message, SearchWord, Submission
from redress.cases.models.message import STUCK
from redress.cases.words import RISK, TAG, mark
from redress.rules import sign_off
from redress.rules.access import DECIDERS, Actor
from redress.rules.calendar import Calendar
from redress.rules.facts import Awaited, State
from redress.rules.stages import ANSWERED, ENDED, STAGE_1_RUNNING, STAGE_2_RUNNING

ME, NOBODY = "me", "nobody"
OPEN, CLOSED, ALL = "", "closed", "all"
SHOWS = (OPEN, CLOSED, ALL)
DUES = ("late", "today", "soon", "week", "none")
PROMISES = ("late", "soon")
SOON = 2  # working days from today that count as soon
STAGES: dict[str, tuple[State, ...]] = {
    "0": (State.REQUEST_OPEN, State.REQUEST_ANSWERED),
    "1": (*STAGE_1_RUNNING, State.STAGE_1_ANSWERED, State.REFUSED),
    "2": (*STAGE_2_RUNNING, State.STAGE_2_ANSWERED, State.ESCALATION_REFUSED),
}
WAITING: dict[str, tuple[State, ...]] = {
    "sorting": (State.STAGE_1_RECEIVED, State.STAGE_2_REQUESTED),  # new, to be looked at first
    "us": (State.REQUEST_OPEN, *STAGE_1_RUNNING, *STAGE_2_RUNNING),
    "resident": ANSWERED,  # who may be content, or ask for the next stage
    "closing": (State.REQUEST_ANSWERED, *ENDED),
}
SIGNATURE, MY_SIGNATURE, COMMENTS, LATE_COMMENTS, SENDING = WAITING_ELSE = (
    "signature",
    "my-signature",
    "comments",
    "late-comments",
    "sending",  # a letter or message that could not be sent, or perhaps was
)


FOR_ANY = "for-any"
AWAITED: dict[str, Awaited] = {f"for-{each.value}": each for each in Awaited}  # as marked by hand


@dataclass(frozen=True)
class Filters:
    """What a list keeps. An empty filter keeps everything; `show` keeps open cases unless said.

    `handler` is "me" (whoever looks), "nobody" or a user's number; `due` is one of `DUES`,
    `complex` is "yes"; `promise` one of `PROMISES`, `stage` of `STAGES`, `waiting` of `WAITING`,
    `WAITING_ELSE` or `AWAITED`.
    """

    show: str = OPEN
    stage: str = ""
    waiting: str = ""
    due: str = ""
    promise: str = ""
    handler: str = ""
    service: str = ""
    category: str = ""
    kind: str = ""
    channel: str = ""
    tenure: str = ""
    risk: str = ""
    tag: str = ""
    complex: str = ""


@dataclass(frozen=True)
class Seen:
    """Who looks, on which day, and by whose working days."""

    actor: Actor
    today: date
    calendar: Calendar


def passing(filters: Filters, seen: Seen) -> Q:
    """The condition that says which cases pass. The landlord, and what the actor may see, are not
    in it: see `lists`."""
    kept = _shown(filters.show)
    for name, condition in _CONDITIONS.items():
        if value := getattr(filters, name):
            kept &= condition(value, seen)
    for name in ("service", "category", "kind", "channel", "tenure"):
        if value := getattr(filters, name):
            kept &= Q(**{name: value})
    return kept


def _shown(show: str) -> Q:
    return Q() if show == ALL else Q(open_due__isnull=show == CLOSED)


def _of_stage(stage: str, seen: Seen) -> Q:
    return Q(state__in=[state.value for state in STAGES[stage]])


def _waiting(what: str, seen: Seen) -> Q:
    case: dict[str, Any] = {"case": OuterRef("pk")}
    if what in AWAITED:
        return Q(awaits=AWAITED[what].value)
    if what == FOR_ANY:
        return Q(awaits__isnull=False)
    if what in (SIGNATURE, MY_SIGNATURE):
        signers = [who.value for who in sign_off.signs_as(seen.actor)]
        waits = Submission.objects.filter(settled__isnull=True, **case)
        if what == MY_SIGNATURE:  # as `cases.to_sign`: never what they sent in themselves
            anybodys = [""] if seen.actor.roles & DECIDERS else []
            waits = waits.filter(signer__in=[*anybodys, *signers]).exclude(
                submitted_by=seen.actor.id
            )
        return Q(Exists(waits))
    if what in (COMMENTS, LATE_COMMENTS):
        late = {"due_on__lt": seen.today} if what == LATE_COMMENTS else {}
        asked = Comment.objects.filter(answered_on__isnull=True, withdrawn_on__isnull=True)
        return Q(Exists(asked.filter(**case, **late)))
    if what == SENDING:
        return Q(Exists(Message.objects.filter(state__in=STUCK, **case)))
    return Q(state__in=[state.value for state in WAITING[what]])


def _handler(who: str, seen: Seen) -> Q:
    if who == NOBODY:
        return Q(handler__isnull=True)
    return Q(handler=seen.actor.id if who == ME else int(who))


def _due(when: str, seen: Seen) -> Q:
    if when == "none":
        return Q(open_due=date.max)
    return Q(open_due__range=days_of(when, seen))


def _promised(when: str, seen: Seen) -> Q:
    due = days_of("late", seen) if when == "late" else (seen.today, days_of("soon", seen)[1])
    owed = Action.objects.filter(case=OuterRef("pk"), done_on__isnull=True, due_on__range=due)
    return Q(Exists(owed))


def _complex(_: str, seen: Seen) -> Q:
    """What a weekly meeting on difficult cases looks at: a risk, stage 2, or the tag "complex"."""
    stage_2 = Q(state__in=[state.value for state in STAGE_2_RUNNING])
    return ~Q(risks=[]) | stage_2 | _marked(TAG)("complex", seen)


def _marked(kind: str) -> Callable[[str, Seen], Q]:
    def condition(text: str, seen: Seen) -> Q:
        marks = SearchWord.objects.filter(case=OuterRef("pk"), word=mark(kind, text))
        return Q(Exists(marks))

    return condition


_CONDITIONS: dict[str, Callable[[str, Seen], Q]] = {
    "stage": _of_stage,
    "waiting": _waiting,
    "handler": _handler,
    "due": _due,
    "promise": _promised,
    "risk": _marked(RISK),
    "tag": _marked(TAG),
    "complex": _complex,
}


def days_of(when: str, seen: Seen) -> tuple[date, date]:
    """The first and the last day of "late", "today", "soon" (after today) or "week" (to Sunday)."""
    today, a_day = seen.today, timedelta(days=1)
    if when == "late":
        return date.min, today - a_day
    if when == "today":
        return today, today
    if when == "soon":
        return today + a_day, seen.calendar.add(today, SOON)
    return today, today + a_day * (6 - today.weekday())
