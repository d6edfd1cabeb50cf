"""The counts behind a table with a row for each service, reason or cause, so that small ones are
left out of what is published (`publication`).

A name is such as "quality/Repairs/checked": what the table is about, the row, the column.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from redress.reports.paper import Grid, Split
from redress.rules.suppression import Sum

ALL, OTHERS = "=all", "=others"  # rows: the whole, and what of it no row shows

Rows = Mapping[str, Mapping[str, int]]  # the counts of each row by column
Parts = Sequence[tuple[str, Sequence[str]]]  # which columns of a row make up which


def name(about: str, row: str, column: str) -> str:
    """The name of one count."""
    return f"{about}/{row}/{column}"


def split_of(about: str, rows: Rows, whole: Mapping[str, int], within: Parts = ()) -> Split:
    """The counts of a table by row and column. Those of the `whole` are public, and what the rows
    leave of them is one more count that nobody sees."""
    rest = {
        each: number - sum(row[each] for row in rows.values()) for each, number in whole.items()
    }
    every = {**rows, OTHERS: rest} if any(rest.values()) else rows
    counts = {
        name(about, row, each): number
        for row, numbers in {**every, ALL: whole}.items()
        for each, number in numbers.items()
    }
    down = [
        Sum(name(about, ALL, each), tuple(name(about, row, each) for row in every))
        for each in whole
        if every
    ]
    across = [
        Sum(name(about, row, total), tuple(name(about, row, each) for each in parts))
        for row in every
        for total, parts in within
    ]
    return Split(counts, (*down, *across), tuple(name(about, ALL, each) for each in whole))


def masked(
    grid: Grid, about: str, rows: Sequence[str], columns: Sequence[Sequence[str]], split: Split
) -> Grid:
    """The table with its `split`. `columns` says which counts of its row each cell lets see, but
    for the first."""
    shows = tuple(
        tuple(tuple(name(about, row, each) for each in seen) for seen in columns) for row in rows
    )
    return replace(grid, split=split, shows=shows)


def of_few(about: str, behind: Mapping[str, int]) -> Split:
    """How many are behind each figure that is no count, such as a sum or the middle of days: it is
    left out where they are few. Nothing adds up to them."""
    return Split({f"{about}/{figure}": number for figure, number in behind.items()}, ())


def joined(*splits: Split) -> Split:
    """Several as one."""
    return Split(
        {key: number for each in splits for key, number in each.counts.items()},
        tuple(dict.fromkeys(one for each in splits for one in each.sums)),
        tuple(key for each in splits for key in each.public),
    )
