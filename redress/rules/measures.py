"""Live measures: for a provision of the Code, how many cases should have done what it asks, how
many did, and which did not.

A measure is a rule on one case. It answers None where the case is none of its business or the
record cannot tell, so a case of an old system is judged by what that system held and no more. Cases
are counted in one pass; of those that did, nothing is kept.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from redress.rules.facts import CaseFacts, StageFacts
from redress.rules.needs import AdjustmentFacts


@dataclass(frozen=True)
class Window:
    """The period, both days included, and the day at whose end the cases are looked at."""

    start: date
    end: date
    as_at: date

    def holds(self, day: date) -> bool:
        """Whether a day lies in the period."""
        return self.start <= day <= self.end


@dataclass(frozen=True)
class SeenEvent:
    """Something that happened: its name, the day, what was noted besides, and the codes of the
    guards it went ahead in spite of."""

    name: str
    on: date
    note: Mapping[str, Any] = field(default_factory=dict)
    warned: tuple[str, ...] = ()


@dataclass(frozen=True)
class SeenLetter:
    """A letter that was issued. Its kind says what it must hold: none is issued with a gap."""

    kind: str
    stage: int
    issued_on: date


@dataclass(frozen=True)
class Seen:
    """A case as a measure sees it. `adjustments` are those agreed with its resident."""

    case: CaseFacts
    events: tuple[SeenEvent, ...] = ()
    letters: tuple[SeenLetter, ...] = ()
    adjustments: tuple[AdjustmentFacts, ...] = ()
    old: bool = False  # brought over from an old system

    def stage(self, number: int, window: Window) -> StageFacts | None:
        """The stage of this number, where it began in the period."""
        for stage in self.case.stages:
            if stage.number == number and window.holds(stage.received_on):
                return stage
        return None

    def named(self, *names: str) -> tuple[SeenEvent, ...]:
        """The events of these names."""
        return tuple(event for event in self.events if event.name in names)

    def has_letter(self, kind: str, stage: int) -> bool:
        """Whether a letter of this kind was issued at this stage."""
        return any(letter.kind == kind and letter.stage == stage for letter in self.letters)


Judge = Callable[[Seen, Window], bool | None]


@dataclass(frozen=True)
class Measured:
    """A provision that the record can measure: `counts` says in our words what is counted."""

    number: str
    counts: str
    judge: Judge


@dataclass(frozen=True)
class Measure:
    """What came of it: how many cases should, how many did, and the references of the others."""

    should: int = 0
    did: int = 0
    cases: tuple[str, ...] = ()

    @property
    def did_not(self) -> int:
        """How many should and did not."""
        return self.should - self.did


def measure(
    rows: Iterable[Seen], window: Window, measures: Iterable[Measured]
) -> dict[str, Measure]:
    """Each measure over these cases, by its provision; the references in the order of the rows.

    One pass. Only the references of cases that did not are kept.
    """
    known = tuple(measures)
    should, did = dict.fromkeys((m.number for m in known), 0), {m.number: 0 for m in known}
    missed: dict[str, list[str]] = {m.number: [] for m in known}
    for row in rows:
        for each in known:
            answer = each.judge(row, window)
            if answer is None:
                continue
            should[each.number] += 1
            did[each.number] += answer
            if not answer:
                missed[each.number].append(row.case.reference)
    return {n: Measure(should[n], did[n], tuple(missed[n])) for n in should}
