"""Figures of adjustments and of restrictions of contact: how many, and looked at in time or not.

For the landlord's assessment of itself against the Code (5.10, 5.14, 5.15). Pure: the facts of each
resident or case, the two days of the period (both included) and today go in; counts come out. They
name nobody.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from redress.rules.facts_conduct import ConductFacts, RestrictionFacts
from redress.rules.needs import AdjustmentFacts


@dataclass(frozen=True)
class AdjustmentFigures:
    """Code 5.10. `in_force` held on some day of the period; `agreed` were agreed in it. Of the
    reviews that fell due in it, and no later than today: `in_time`, `after` their day, and `late`,
    not done yet."""

    in_force: int
    agreed: int
    in_time: int
    after: int
    late: int

    @property
    def due(self) -> int:
        """How many reviews fell due."""
        return self.in_time + self.after + self.late


@dataclass(frozen=True)
class RestrictionFigures:
    """Code 5.14 and 5.15. `in_force` held on some day of the period; `started` in it. Of those in
    force: `warned` before it, or violence or a threat of it and the reason kept in `unwarned`;
    with an `equality` check; `approved` by a second person. Reviews as for adjustments."""

    in_force: int
    started: int
    warned: int
    unwarned: int
    equality: int
    approved: int
    ended: int
    in_time: int
    after: int
    late: int

    @property
    def due(self) -> int:
        """How many reviews fell due."""
        return self.in_time + self.after + self.late


def adjustment_figures(
    adjustments: Iterable[AdjustmentFacts], start: date, end: date, today: date
) -> AdjustmentFigures:
    """The figures of all adjustments of all residents."""
    held = [one for one in adjustments if _touches(one.agreed_on, one.ended_on, start, end)]
    done = [(review.due_on, review.on) for one in held for review in one.reviews]
    owed = [one.review_on for one in held if one.is_late(today)]
    in_time, after, late = _reviews(done, owed, start, end)
    agreed = sum(start <= one.agreed_on <= end for one in held)
    return AdjustmentFigures(len(held), agreed, in_time, after, late)


def restriction_figures(
    conducts: Iterable[ConductFacts], start: date, end: date, today: date
) -> RestrictionFigures:
    """The figures of all restrictions that were ever approved; proposals are not counted."""
    every = [one for conduct in conducts for one in conduct.restrictions]
    held = [
        one
        for one in every
        if one.approved_on and _touches(one.approved_on, one.ended_on, start, end)
    ]
    done = [(review.due_on, review.on) for one in held for review in one.reviews]
    owed = [one.due_on for one in held if one.due_on and one.due_on < today]
    in_time, after, late = _reviews(done, owed, start, end)
    return RestrictionFigures(
        in_force=len(held),
        started=sum(_in(one.approved_on, start, end) for one in held),
        warned=sum(one.warned_on is not None for one in held),
        unwarned=sum(one.warned_on is None and bool(one.unwarned) for one in held),
        equality=sum(bool(one.equality and one.equality_by) for one in held),
        approved=sum(_by_two(one) for one in held),
        ended=sum(_in(one.ended_on, start, end) for one in held),
        in_time=in_time,
        after=after,
        late=late,
    )


def _reviews(
    done: Iterable[tuple[date, date]], owed: Iterable[date], start: date, end: date
) -> tuple[int, int, int]:
    """Of the reviews that were due in the period: done in time, done after, not done."""
    due = [(by, on) for by, on in done if start <= by <= end]
    in_time = sum(on <= by for by, on in due)
    return in_time, len(due) - in_time, sum(start <= by <= end for by in owed)


def _touches(first: date, last: date | None, start: date, end: date) -> bool:
    """Whether something that held from `first` until `last` held on some day of the period."""
    return first <= end and (last is None or last >= start)


def _in(day: date | None, start: date, end: date) -> bool:
    return day is not None and start <= day <= end


def _by_two(one: RestrictionFacts) -> bool:
    return one.approved_by is not None and one.approved_by != one.proposed_by
