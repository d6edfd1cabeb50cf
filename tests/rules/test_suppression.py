"""Small numbers are hidden, and nobody can work them out again."""

from collections.abc import Iterable
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from redress.rules.suppression import FEWEST, Sum, determined, hidden


def table(rows: list[list[int]]) -> tuple[dict[str, int], list[Sum], set[str]]:
    """A table of counts with a total for each row, and a last row of totals that is public."""
    width = len(rows[0])
    counts, sums, public = {}, [], set()
    full = [[*row, sum(row)] for row in rows]
    for r, row in enumerate(full):
        counts |= {f"r{r}c{c}": number for c, number in enumerate(row)}
        sums.append(Sum(f"r{r}c{width}", tuple(f"r{r}c{c}" for c in range(width))))
    for c in range(width + 1):
        counts[f"all{c}"] = sum(row[c] for row in full)
        sums.append(Sum(f"all{c}", tuple(f"r{r}c{c}" for r in range(len(rows)))))
        public.add(f"all{c}")
    return counts, sums, public


def known_by_hand(unknown: Iterable[str], sums: Iterable[Sum]) -> set[str]:
    """What follows from the sums, by another method: a unit vector in the space of the rows."""
    names = sorted(unknown)
    rows = [
        [Fraction((name in each.parts) - (name == each.total)) for name in names] for each in sums
    ]
    base = rank(rows)
    return {
        name
        for place, name in enumerate(names)
        if rank([*rows, [Fraction(place == other) for other in range(len(names))]]) == base
    }


def rank(rows: list[list[Fraction]]) -> int:
    rows, found = [list(row) for row in rows], 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((r for r in range(found, len(rows)) if rows[r][column]), None)
        if pivot is None:
            continue
        rows[found], rows[pivot] = rows[pivot], rows[found]
        for r in range(found + 1, len(rows)):
            times = rows[r][column] / rows[found][column]
            rows[r] = [a - times * b for a, b in zip(rows[r], rows[found], strict=True)]
        found += 1
    return found


TABLES = st.integers(1, 4).flatmap(
    lambda width: st.lists(
        st.lists(st.sampled_from([0, 0, 1, 2, 3, 4, 5, 7, 20, 90]), min_size=width, max_size=width),
        min_size=1,
        max_size=5,
    )
)


@settings(max_examples=40)
@given(TABLES)
def test_no_hidden_count_can_be_worked_out_from_rows_and_columns(rows: list[list[int]]) -> None:
    counts, sums, public = table(rows)
    gone = hidden(counts, sums, public)
    assert known_by_hand(gone, sums) == set()
    assert gone.isdisjoint(public)


@settings(max_examples=40)
@given(TABLES)
def test_both_ways_of_solving_agree(rows: list[list[int]]) -> None:
    counts, sums, public = table(rows)
    small = {name for name, n in counts.items() if 0 < n < FEWEST and name not in public}
    assert determined(small, sums) == known_by_hand(small, sums)


@settings(max_examples=40)
@given(TABLES)
def test_a_small_count_is_shown_only_if_the_totals_alone_give_it_away(
    rows: list[list[int]],
) -> None:
    counts, sums, public = table(rows)
    gone = hidden(counts, sums, public)
    small = {name for name, n in counts.items() if 0 < n < FEWEST and name not in public}
    assert small - gone <= known_by_hand(set(counts) - public, sums)


@settings(max_examples=40)
@given(TABLES, st.data())
def test_a_small_count_that_no_table_shows_cannot_be_worked_out_either(
    rows: list[list[int]], data: st.DataObject
) -> None:
    counts, sums, public = table(rows)
    shown = {name for name in counts if name in public or data.draw(st.booleans())}
    gone = hidden(counts, sums, public, shown)
    unknown = gone | (set(counts) - shown)
    small = {name for name, n in counts.items() if 0 < n < FEWEST and name not in public}
    by_totals_alone = known_by_hand(set(counts) - public, sums)
    assert known_by_hand(unknown, sums) & small <= by_totals_alone
    assert known_by_hand(unknown, sums) & gone == set()


def test_one_small_count_takes_another_of_its_row_and_column_with_it() -> None:
    counts, sums, public = table([[2, 20, 30], [30, 7, 40], [50, 60, 9]])
    gone = hidden(counts, sums, public)
    assert "r0c0" in gone
    assert len([name for name in gone if name.startswith("r0")]) >= 2
    assert len([name for name in gone if name.endswith("c0")]) >= 2


def test_hidden_counts_of_a_column_are_not_themselves_a_small_number() -> None:
    counts = {"all": 40, "a": 1, "b": 1, "c": 38}
    sums = [Sum("all", ("a", "b", "c"))]
    assert hidden(counts, sums, {"all"}) == {"a", "b", "c"}


def test_large_numbers_and_noughts_stay() -> None:
    counts, sums, public = table([[0, 20], [5, 90]])
    assert hidden(counts, sums, public) == frozenset()


def test_what_the_total_says_already_cannot_be_hidden() -> None:
    counts = {"all": 3, "repairs": 3}
    assert hidden(counts, [Sum("all", ("repairs",))], {"all"}) == frozenset()
