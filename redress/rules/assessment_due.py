"""What makes a new self-assessment due, why, and by when (Code 8.1, 8.3, 8.4, 8.5). Pure."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from redress.rules.assessment import Trigger
from redress.rules.assessment_change import WHY, next_due, submit_by
from redress.rules.figures_year import Year
from redress.rules.policy import Policy

# What exceptional circumstances ask for, each with the field in which its day is noted (Code 8.5).
EXCEPTIONAL = (
    ("told_ombudsman_on", "Tell the Ombudsman"),
    ("told_residents_on", "Tell the residents"),
    ("published_on", "Publish it on the website"),
    ("returns_on", "Say when all will be as before"),
)


@dataclass(frozen=True)
class Made:
    """A self-assessment: the year it is of, when it was begun, and approved if it was."""

    year: Year
    begun_on: date
    approved_on: date | None = None


@dataclass(frozen=True)
class Noted:
    """Something that happened, as somebody noted it. `by_on` is the day the Ombudsman named."""

    trigger: Trigger
    on: date
    what: str = ""
    by_on: date | None = None
    told_ombudsman_on: date | None = None
    told_residents_on: date | None = None
    published_on: date | None = None
    returns_on: date | None = None


@dataclass(frozen=True)
class Due:
    """A self-assessment that is owed: because of what, since when, and by when.

    `by` is None where the Code names no day: it is to be made as soon as can be. `begun` says that
    a draft is being made. `steps` is what exceptional circumstances ask for and was not done.
    """

    trigger: Trigger
    why: str
    provision: str
    since: date
    by: date | None = None
    begun: bool = False
    steps: tuple[str, ...] = ()

    def is_late(self, today: date) -> bool:
        """Whether its day has passed."""
        return self.by is not None and self.by < today


def assessment_due(
    made: Collection[Made],
    noted: Collection[Noted],
    policies: Collection[Policy],
    homes: int | None,
    code_from: date,
    today: date,
) -> tuple[Due, ...]:
    """Every reason for which a new self-assessment is owed today, the earliest first.

    A reason is settled by an assessment that was begun on or after its day and was approved.
    `homes` is the landlord's size, None where it is not known. `code_from` is the day from which
    the Code asks for it: a change of policy before does not.
    """
    found = [
        *_annual(made, homes, code_from, today),
        *(_noted(each, made, today) for each in noted if each.on <= today),
        *_policy(made, policies, code_from, today),
    ]
    owed = (each for each in found if each is not None)
    return tuple(sorted(owed, key=lambda due: (due.by or due.since, due.since)))


def _annual(
    made: Collection[Made], homes: int | None, code_from: date, today: date
) -> Iterator[Due]:
    """That of the year that has ended: by the day it goes to the Ombudsman, and no later than
    twelve months after the last approval (Code 8.1)."""
    running = Year.of(today)
    ended = running.earlier(1)
    approvals = sorted(each.approved_on for each in made if each.approved_on)
    if any(each.approved_on and each.year >= ended for each in made) or ended.end < code_from:
        return
    why, provision = WHY[Trigger.ANNUAL]
    by = min([submit_by(homes, ended.end), *(next_due(day) for day in approvals[-1:])])
    drafts = any(each.approved_on is None and each.year >= ended for each in made)
    yield Due(Trigger.ANNUAL, f"{why}: {ended.label}", provision, running.start, by, drafts)


def _noted(each: Noted, made: Collection[Made], today: date) -> Due | None:
    why, provision = WHY[each.trigger]
    steps = _steps(each) if each.trigger is Trigger.EXCEPTIONAL else ()
    if _settled(each.on, made) and not steps:
        return None
    said = f"{why}: {each.what}" if each.what else why
    return Due(each.trigger, said, provision, each.on, each.by_on, _begun(each.on, made), steps)


def _steps(each: Noted) -> tuple[str, ...]:
    return tuple(words for name, words in EXCEPTIONAL if getattr(each, name) is None)


def _policy(
    made: Collection[Made], policies: Collection[Policy], code_from: date, today: date
) -> Iterator[Due]:
    """The version of the policy that last came into force after another (Code 8.3); one with an
    end of its own is a regime for exceptional circumstances (Code 8.5)."""
    started = sorted((each for each in policies if each.starts <= today), key=lambda p: p.starts)
    if len(started) < 2 or started[-1].starts < code_from:
        return
    last = started[-1]
    if _settled(last.starts, made):
        return
    trigger = Trigger.EXCEPTIONAL if last.ends else Trigger.PROCEDURE_CHANGED
    why, provision = WHY[trigger]
    yield Due(
        trigger, f"{why}: {last.title}", provision, last.starts, begun=_begun(last.starts, made)
    )


def _settled(day: date, made: Collection[Made]) -> bool:
    return any(each.approved_on and each.begun_on >= day for each in made)


def _begun(day: date, made: Collection[Made]) -> bool:
    return any(each.approved_on is None and each.begun_on >= day for each in made)


def check_noted(each: Noted, today: date) -> dict[str, str]:
    """What is wrong with something noted, by its field: empty words, a day ahead, days that were
    before it. The return of exceptional circumstances may lie ahead."""
    found = {}
    if not each.what.strip():
        found["what"] = "missing"
    if each.on > today:
        found["on"] = "ahead"
    for name, _ in EXCEPTIONAL:
        day = getattr(each, name)
        if day and (day < each.on or (day > today and name != "returns_on")):
            found[name] = "out_of_range"
    if each.by_on and each.by_on < each.on:
        found["by_on"] = "out_of_range"
    return found
