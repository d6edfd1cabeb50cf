"""Figures by their definitions, from rows in one pass. No row is kept: memory does not grow."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from math import ceil

from redress.rules.definitions import BY_SLUG, DEFINITIONS, HALF, Definition
from redress.rules.figures import FigureRow
from redress.rules.figures_shares import Share
from redress.rules.figures_stood import Stood, stood


@dataclass(frozen=True, slots=True)
class Number:
    """One figure: its `value`, None where there is nothing to take the middle of, and how many
    `rows` lie behind it. `whole` is the figure that it is a share of, None where it is of none.
    """

    definition: Definition
    value: Fraction | None
    rows: int
    whole: int | None = None

    @property
    def share(self) -> Share | None:
        """The figure as a share, the denominator named; None where it is a share of nothing."""
        if self.whole is None or self.value is None:
            return None
        return Share(int(self.value), self.whole, BY_SLUG[self.definition.among].counts)


Held = tuple[Definition, int]  # a definition that holds a row, and how much that adds to it


def held(row: Stood, definitions: tuple[Definition, ...]) -> list[Held]:
    """The definitions that hold a row, each with what it adds."""
    found = ((each, each.adds(row)) for each in definitions)
    return [(each, amount) for each, amount in found if amount is not None]


@dataclass
class Counts:
    """Rows counted so far by each definition."""

    definitions: tuple[Definition, ...] = DEFINITIONS
    rows: Counter[str] = field(default_factory=Counter)
    sums: Counter[str] = field(default_factory=Counter)
    spread: dict[str, Counter[int]] = field(default_factory=dict)

    def add(self, row: Stood) -> None:
        """Count one row."""
        self.add_held(held(row, self.definitions))

    def add_held(self, found: Iterable[Held]) -> None:
        """Count a row by the definitions that hold it, where they are asked once for several."""
        for each, amount in found:
            self.rows[each.slug] += 1
            if each.amount is None:
                continue
            self.sums[each.slug] += amount
            if each.quantile:
                self.spread.setdefault(each.slug, Counter())[amount] += 1

    def numbers(self) -> dict[str, Number]:
        """Each figure by its slug. One is a share of its whole where that was counted too."""
        return {each.slug: self._number(each) for each in self.definitions}

    def _number(self, each: Definition) -> Number:
        rows = self.rows[each.slug]
        if each.quantile:
            value = quantile(self.spread.get(each.slug, {}), each.quantile)
            return Number(each, value, rows)
        counted = {known.slug for known in self.definitions}
        whole = self._sum(BY_SLUG[each.among]) if each.among in counted else None
        return Number(each, Fraction(self._sum(each)), rows, whole)

    def _sum(self, each: Definition) -> int:
        return (self.rows if each.amount is None else self.sums)[each.slug]


def measure(
    rows: Iterable[FigureRow], as_at: date, definitions: tuple[Definition, ...] = DEFINITIONS
) -> dict[str, Number]:
    """The figures of `rows` as they stood at the end of `as_at`, by slug, in one pass."""
    counts = Counts(definitions)
    for row in rows:
        then = stood(row, as_at)
        if then:
            counts.add(then)
    return counts.numbers()


def quantile(spread: Mapping[int, int], part: Fraction) -> Fraction | None:
    """The value that `part` of the values do not pass, exact; None of no values.

    `spread` says how often each value occurs. The median of an even number is the mean of the two
    in the middle; any other part is by nearest rank: the least value that at least so many of the
    values do not pass.
    """
    number = sum(spread.values())
    if not number:
        return None
    if part == HALF:
        lower, upper = (_at(spread, rank) for rank in ((number + 1) // 2, number // 2 + 1))
        return Fraction(lower + upper, 2)
    return Fraction(_at(spread, ceil(part * number)))


def _at(spread: Mapping[int, int], rank: int) -> int:
    """The value of a rank, the least value being that of rank 1."""
    passed = 0
    for value in sorted(spread):
        passed += spread[value]
        if passed >= rank:
            return value
    raise ValueError(f"there is no value of rank {rank}")
