"""A row as it stood at the end of a day: what definitions of figures look at."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from redress.rules.extensions import in_time, moved
from redress.rules.facts import ExtensionFacts, Finding
from redress.rules.figures import (
    FigureRow,
    Group,
    Money,
    Promise,
    answer_of,
    code_answer_of,
    due_of,
    group_of,
)
from redress.rules.figures_tally import Answer, CodeAnswer


@dataclass(frozen=True)
class Stood:
    """`row` at the end of `as_at`; what happened later had not happened.

    `answered` is the day of the response, None while there is none. `answer`, `code` and `outcome`
    are exactly those of the tables of a report (`figures.count`).
    """

    row: FigureRow
    as_at: date
    group: Group
    answered: date | None
    answer: Answer
    code: CodeAnswer | None
    outcome: Finding | None

    @property
    def refused(self) -> bool:
        """Whether it was refused, at stage 1 or on the way to stage 2 (Code 2.1, 5.11)."""
        return bool(self.row.refused_ground) and self.answered is not None

    @cached_property
    def in_code_time(self) -> bool:
        """Whether it was answered by the Code's limit, or by a date of an extension told in time.

        What the regulator's CH02 counts. An old system holds the new date alone.
        """
        row = self.row
        if self.answered is None or row.due_code is None:
            return False
        held = None if row.extensions else row.extended_to
        return self.answered <= moved(row.due_code, self.extensions, held)

    @property
    def taken_as_told(self) -> bool:
        """Whether it is in the Code's time only by a new date that an old system holds alone: when
        the resident was told of it is not known."""
        row = self.row
        if self.answered is None or row.due_code is None or not self.in_code_time:
            return False
        return self.answered > moved(row.due_code, self.extensions)

    @cached_property
    def extensions(self) -> tuple[ExtensionFacts, ...]:
        """The extensions told so far."""
        return tuple(each for each in self.row.extensions if each.told_on <= self.as_at)

    @property
    def extended(self) -> bool:
        """Whether the date was moved; of an old system's case only that it was is known."""
        return bool(self.extensions or (self.row.extended_to and not self.row.extensions))

    @cached_property
    def told_in_time(self) -> bool | None:
        """Whether every extension was told before the date it moved was past (Code 6.4, 6.15);
        None where none is on the record."""
        due = self.row.due_promise or self.row.due_code
        return all(in_time(due, self.extensions)) if self.extensions else None

    @property
    def escalated(self) -> bool:
        """Whether stage 2 was asked for after this stage 1 (Code 6.10)."""
        asked = self.row.escalated_on
        return self.group is Group.STAGE_1 and asked is not None and asked <= self.as_at

    @cached_property
    def issues(self) -> tuple[Finding | None, ...]:
        """The finding on each issue that is in; None for each while the stage is not answered."""
        known = self.answered is not None
        return tuple(finding if known else None for finding in self.row.issues)

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        """Its promises, each as far as it was done."""
        return tuple(
            Promise(due, done if done and done <= self.as_at else None)
            for due, done in self.row.promises
        )

    @property
    def handled(self) -> int | None:
        """What the resident said of it, 1 to 5; None where they had said nothing."""
        rating = self.row.rating
        return rating.handled if rating and rating.said_on <= self.as_at else None

    def promised(self) -> int:
        """Pounds promised so far, without what the resident refused."""
        return sum(each.pounds for each in self._money()) if self.row.money else 0

    def paid(self) -> int:
        """Pounds paid so far of those promised."""
        if not self.row.money:
            return 0
        return sum(m.pounds for m in self._money() if m.paid_on and m.paid_on <= self.as_at)

    def _money(self) -> Iterator[Money]:
        for each in self.row.money:
            refused = each.refused_on is not None and each.refused_on <= self.as_at
            if each.promised_on <= self.as_at and not refused:
                yield each


def stood(row: FigureRow, as_at: date) -> Stood | None:
    """The row at the end of `as_at`; None if it had not come yet. ValueError for a complaint whose
    stage is neither 1 nor 2."""
    if row.received > as_at:
        return None
    answered = row.responded if row.responded is None or row.responded <= as_at else None
    return Stood(
        row,
        as_at,
        group_of(row.kind, row.stage),
        answered,
        answer_of(answered, due_of(row, as_at), as_at),
        code_answer_of(answered, row.due_code),
        row.outcome if answered == row.responded else None,
    )
