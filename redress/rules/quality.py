"""Checking the quality of responses: a sample drawn by chance from each service, a scorecard of the
parts a response must have, and what came of it (Code 4.3, 6.9, 6.19; THH policy, learning).

A sample can be drawn again: the responses are put in the order of their digests with a seed that is
kept, so anybody can see that nobody chose them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import floor

from redress.rules.decision import Reason
from redress.rules.record import digest_of

MOST = 200  # responses of one sample
RESPONSE = ("Code 6.9", "Code 6.19")  # what a response holds, at stage 1 and at stage 2


class Mark(StrEnum):
    """What a person says of one point of a response."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    DOES_NOT_APPLY = "does_not_apply"


MARKS = {
    Mark.YES: "Yes",
    Mark.PARTLY: "Partly",
    Mark.NO: "No",
    Mark.DOES_NOT_APPLY: "Does not apply",
}


@dataclass(frozen=True)
class Point:
    """One point of the scorecard; `part` is the letter of the part in Code 6.9 and 6.19, empty for
    the points beside them, whose provisions at stage 1 and stage 2 are `source`."""

    key: str
    asks: str
    part: str = ""
    source: tuple[str, str] = ("", "")

    def provision(self, stage: int) -> str:
        """The provision it rests on at a stage; empty where it is ours alone."""
        if self.part:
            return f"Code {'6.9' if stage == 1 else '6.19'}{self.part}"
        return self.source[stage - 1]


POINTS = (
    Point("stage", "Does it say which stage it is?", "a"),
    Point("definition", "Does it say what the complaint is about?", "b"),
    Point("decision", "Does it give the decision?", "c"),
    Point("reasons", "Does it give the reasons for each decision?", "d"),
    Point("remedy", "Does it say what is offered to put things right?", "e"),
    Point("actions", "Does it say what is still to be done?", "f"),
    Point("way_on", "Does it say how to go on?", "g"),
    Point("every_point", "Is every point answered?", source=("Code 6.7", "Code 6.18")),
    Point("plain", "Is it in plain words?", source=RESPONSE),
    Point("tone", "Is it kind and fair in tone?", source=("Code 1.6", "Code 1.6")),
)
PARTS = tuple(point.key for point in POINTS if point.part)


@dataclass(frozen=True)
class Candidate:
    """A response that may be drawn: a name that it has alone, and the service that answered."""

    key: str
    service: str


def sample(candidates: Iterable[Candidate], size: int, seed: str) -> list[Candidate]:
    """`size` responses by chance, from each service by its share and at least one of each, as far
    as the size allows. The same candidates, size and seed give the same sample, in the same order.

    Raises ValueError for a size below 1 or above `MOST`.
    """
    if not 1 <= size <= MOST:
        raise ValueError(f"a sample has 1 to {MOST} responses, not {size}")
    ordered = sorted(candidates, key=lambda each: digest_of(f"{seed}:{each.key}"))
    wanted = shares(Counter(each.service for each in ordered), size, seed)
    drawn = []
    for each in ordered:
        if wanted[each.service]:
            wanted[each.service] -= 1
            drawn.append(each)
    return drawn


def shares(strata: Mapping[str, int], size: int, seed: str) -> dict[str, int]:
    """How many to draw of each service: one of each first, by chance where there are more services
    than places, and the rest by the largest remainders."""
    size = min(size, sum(strata.values()))
    by_chance = sorted(strata, key=lambda name: digest_of(f"{seed}:{name}"))
    wanted = {name: int(place < size) for place, name in enumerate(by_chance)}
    left = size - sum(wanted.values())
    spare = {name: strata[name] - wanted[name] for name in by_chance}
    whole = sum(spare.values())
    exact = {name: left * spare[name] / whole if whole else 0.0 for name in by_chance}
    for name in by_chance:
        wanted[name] += floor(exact[name])
    rest = size - sum(wanted.values())
    for name in sorted(by_chance, key=lambda name: -(exact[name] % 1))[:rest]:
        wanted[name] += 1
    return wanted


def check_scores(
    marks: Mapping[str, Mark],
    checker: int | None,
    wrote: Iterable[int | None],
    checked: bool,
    stage: int,
) -> tuple[Reason, ...]:
    """What stands against keeping a check of a response at a stage, 1 or 2: a point without a mark,
    a part that is said not to apply though the Code asks for it in every response, one's own
    response, one checked already."""
    found = [
        Reason("not_marked", point.provision(stage), point.key)
        for point in POINTS
        if point.key not in marks
    ]
    found += [
        Reason("part_applies", point.provision(stage), point.key)
        for point in POINTS
        if point.part and marks.get(point.key) is Mark.DOES_NOT_APPLY
    ]
    if checker is None or checker in set(wrote):
        found.append(Reason("own_response_checked", RESPONSE[stage - 1]))
    if checked:
        found.append(Reason("checked_already"))
    return tuple(found)


@dataclass(frozen=True)
class Checked:
    """A response that was checked: of which service, and its marks."""

    service: str
    marks: Mapping[str, Mark]

    @property
    def is_whole(self) -> bool:
        """Whether it has every part that Code 6.9 or 6.19 asks for."""
        return all(self.marks.get(key) is Mark.YES for key in PARTS)


@dataclass(frozen=True)
class Result:
    """How one point was met: how many of each mark."""

    point: Point
    yes: int
    partly: int
    no: int
    does_not_apply: int

    @property
    def of(self) -> int:
        """To how many it applies."""
        return self.yes + self.partly + self.no


def results(checked: Sequence[Checked]) -> list[Result]:
    """Each point with its marks over all that were checked."""
    made = []
    for point in POINTS:
        counted = Counter(each.marks.get(point.key) for each in checked)
        made.append(Result(point, *(counted[mark] for mark in Mark)))
    return made


def by_service(checked: Sequence[Checked]) -> list[tuple[str, int, int]]:
    """Each service with how many of its responses were checked, and how many were whole."""
    counted = Counter(each.service for each in checked)
    whole = Counter(each.service for each in checked if each.is_whole)
    return [(name, counted[name], whole[name]) for name in sorted(counted)]
