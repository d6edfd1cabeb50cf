"""Small numbers left out of what is published, so that nobody can be picked out of a table.

A count of 1 to 4 in a breakdown may point to a person. It is hidden, and with it as many others as
it takes that it cannot be worked out from the sums that are shown. What the landlord must publish
as a whole (`public`) is never hidden.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

FEWEST = 5  # a smaller count of people is hidden; 0 points to nobody and is shown
PRIME = (1 << 61) - 1

Row = dict[str, int]  # an equation: a factor for each unknown


@dataclass(frozen=True)
class Sum:
    """A count that is the sum of others: `total` = all of `parts`."""

    total: str
    parts: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """All the counts in it."""
        return (self.total, *self.parts)


def hidden(
    counts: Mapping[str, int],
    sums: Sequence[Sum],
    public: Collection[str] = (),
    shown: Collection[str] | None = None,
    fewest: int = FEWEST,
) -> frozenset[str]:
    """The names of the `shown` counts (all, if it is None) that may not be shown.

    No small count can then be worked out from the counts shown by adding and taking away, whether
    it would have been shown or not, and no hidden one can. The hidden counts of a sum make `fewest`
    at least together, where there is enough to hide. A small count that is no more than a public
    one says (all are of one kind) cannot be hidden and stays.
    """
    seen = set(counts if shown is None else shown)
    gone: set[str] = set()
    for names, parts in _apart(counts, sums, set(public)):
        gone |= _hidden(_Table(names, counts, parts, seen, fewest))
    return frozenset(gone)


@dataclass(frozen=True)
class _Table:
    """Counts that hang together, the sums that tie them, and which of them are to be shown."""

    names: Collection[str]
    counts: Mapping[str, int]
    sums: Sequence[Sum]
    shown: Collection[str]
    fewest: int


def _hidden(table: _Table) -> set[str]:
    small = {name for name in table.names if 0 < table.counts[name] < table.fewest}
    gone = small | {name for name in table.names if name not in table.shown}
    while small:
        known = determined(gone, table.sums) & small
        weak = [*sorted(known), *_too_few(table, gone, small)]
        more = _next(weak, table, gone)
        if more:
            gone.add(more)
        elif known:
            small, gone = small - known, gone - known
        else:
            break
    gone = _shown_again(table, gone, small)
    return (gone - determined(gone, table.sums)) & set(table.shown)


def _shown_again(table: _Table, gone: set[str], small: set[str]) -> set[str]:
    """Without those that were hidden beside small ones and need not be, the largest first."""
    beside = (gone & set(table.shown)) - small
    for name in sorted(beside, key=lambda each: (-table.counts[each], each)):
        left = gone - {name}
        if not determined(left, table.sums) & small and not _too_few(table, left, small):
            gone = left
    return gone


def _apart(
    counts: Mapping[str, int], sums: Iterable[Sum], public: Collection[str]
) -> list[tuple[set[str], list[Sum]]]:
    """The counts in groups that no sum ties together, but through what everybody knows."""
    groups: dict[str, tuple[set[str], list[Sum]]] = {
        name: ({name}, []) for name in counts if name not in public
    }
    for each in sums:
        tied = [name for name in each.names if name in groups]
        if not tied:
            continue
        names, parts = groups[tied[0]]
        parts.append(each)
        for name in tied[1:]:
            others, more = groups[name]
            if others is not names:
                names |= others
                parts += more
                groups |= dict.fromkeys(others, (names, parts))
    return list({id(group[0]): group for group in groups.values()}.values())


def determined(unknown: Collection[str], sums: Iterable[Sum]) -> set[str]:
    """Which of the unknown counts follow from the sums and all other counts."""
    rows = [row for each in sums if (row := _equation(each, unknown))]
    return {next(iter(row)) for row in _reduced(rows) if len(row) == 1}


def _equation(each: Sum, unknown: Collection[str]) -> Row:
    row: Row = {}
    for name, factor in ((each.total, -1), *((part, 1) for part in each.parts)):
        if name in unknown:
            row[name] = (row.get(name, 0) + factor) % PRIME
    return {name: factor for name, factor in row.items() if factor}


def _reduced(rows: Iterable[Row]) -> list[Row]:
    """The equations in reduced form (Gauss and Jordan), modulo a prime: factors are 1 and -1."""
    solved: dict[str, Row] = {}
    for row in rows:
        left = dict(row)
        for name in list(left):
            if name in left and name in solved:
                left = _minus(left, solved[name], left[name])
        if not left:
            continue
        pivot = min(left)
        left = _times(left, pow(left[pivot], -1, PRIME))
        for other, held in solved.items():
            if pivot in held:
                solved[other] = _minus(held, left, held[pivot])
        solved[pivot] = left
    return list(solved.values())


def _minus(row: Row, other: Row, times: int) -> Row:
    found = dict(row)
    for name, factor in other.items():
        found[name] = (found.get(name, 0) - factor * times) % PRIME
    return {name: factor for name, factor in found.items() if factor}


def _times(row: Row, times: int) -> Row:
    return {name: factor * times % PRIME for name, factor in row.items()}


def _too_few(table: _Table, gone: set[str], small: set[str]) -> list[str]:
    """A small count of each sum whose total is known and whose hidden parts are few together."""
    found = []
    for each in table.sums:
        parts = {part for part in each.parts if part in gone}
        few = sum(table.counts[part] for part in parts) < table.fewest
        enough = table.counts[each.total] >= table.fewest  # else no more can be hidden
        if few and enough and each.total not in gone and small & parts:
            found.append(min(small & parts))
    return found


def _next(weak: Iterable[str], table: _Table, gone: Collection[str]) -> str | None:
    """The count to hide beside the first weak one that has any: one that stands alone in as few
    other sums as can be, so that it needs no more beside it; then the smallest, but not 0."""
    for name in weak:
        if beside := _near(name, table, gone):
            return min(beside, key=lambda other: _cost(other, table, gone))
    return None


def _near(name: str, table: _Table, gone: Collection[str]) -> set[str]:
    """The counts still shown that are nearest to one, going from sum to sum over hidden ones."""
    seen, reached = {name}, {name}
    while reached:
        beside = {
            other
            for each in table.sums
            if reached.intersection(each.names)
            for other in each.names
            if other in table.names and other not in seen
        }
        if shown := {other for other in beside if other not in gone}:
            return shown
        seen |= beside
        reached = beside
    return set()


def _cost(name: str, table: _Table, gone: Collection[str]) -> tuple[bool, int, int, str]:
    alone = sum(1 for each in table.sums if name in each.names and not _is_touched(each, gone))
    number = table.counts[name]
    return (number == 0, alone, number, name)


def _is_touched(each: Sum, gone: Collection[str]) -> bool:
    """Whether any count of a sum is hidden."""
    return any(name in gone for name in each.names)
