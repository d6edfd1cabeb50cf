"""Definitions of figures: the list behind each is its number, and parts add up to their wholes,
for any rows whatever."""

from collections import Counter
from datetime import date, timedelta
from fractions import Fraction
from functools import partial
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redress.rules.definitions import BY_SLUG, DEFINITIONS, HALF, NINE_TENTHS, PARTS
from redress.rules.facts import ExtensionFacts, Finding, Kind, LateReason, Tenure
from redress.rules.figures import FigureRow, Money, Promise, Rating, tally
from redress.rules.figures_numbers import measure, quantile
from redress.rules.figures_stood import stood

AS_AT = date(2024, 5, 31)
MON = date(2024, 4, 8)
DUE = date(2024, 4, 22)
DAY = timedelta(days=1)


def a_row(any_of: Random) -> FigureRow:
    """A row of any kind, with anything in it."""
    kind = any_of.choice([Kind.COMPLAINT, Kind.COMPLAINT, *Kind])
    maybe = partial(_maybe, any_of)
    return FigureRow(
        reference=any_of.choice("ABCDEFGH"),
        kind=kind,
        stage=any_of.choice([1, 2]) if kind is Kind.COMPLAINT else 0,
        received=a_day(any_of),
        due_promise=maybe(),
        due_code=maybe(),
        extended_to=maybe(),
        responded=maybe(),
        outcome=any_of.choice([None, *Finding]),
        tenure=any_of.choice([None, *Tenure]),
        refused_ground=any_of.choice(["", "too_old"]),
        late_reason=any_of.choice([None, *LateReason]),
        repeat=any_of.random() < 0.5,
        working_days=any_of.choice([None, any_of.randrange(60)]),
        extensions=tuple(
            told(a_day(any_of), a_day(any_of), any_of.random() < 0.5) for _ in few(any_of)
        ),
        escalated_on=maybe(),
        issues=tuple(any_of.choice([None, *Finding]) for _ in few(any_of)),
        issues_refused=any_of.randrange(3),
        promises=tuple(Promise(a_day(any_of), maybe()) for _ in few(any_of)),
        money=tuple(
            Money(any_of.randrange(1, 99), a_day(any_of), maybe(), maybe()) for _ in few(any_of)
        ),
        rating=any_of.choice([None, Rating(a_day(any_of), any_of.randrange(1, 6))]),
    )


def a_day(any_of: Random) -> date:
    return date(2024, 3, 1) + any_of.randrange(150) * DAY


def _maybe(any_of: Random) -> date | None:
    return any_of.choice([None, a_day(any_of)])


def few(any_of: Random) -> range:
    return range(any_of.randrange(4))


def told(told_on: date, new_date: date, details: bool = True) -> ExtensionFacts:
    return ExtensionFacts(told_on, new_date, "A survey", details)


@pytest.fixture(params=range(10))
def drawn(request: pytest.FixtureRequest) -> tuple[list[FigureRow], date]:
    """Rows and a day drawn at random, from no row at all to 45."""
    any_of = Random(request.param)
    return [a_row(any_of) for _ in range(5 * request.param)], a_day(any_of)


def test_the_list_behind_a_figure_is_as_long_as_its_number(
    drawn: tuple[list[FigureRow], date],
) -> None:
    given_rows, as_at = drawn
    numbers = measure(given_rows, as_at)
    then = [row for row in (stood(row, as_at) for row in given_rows) if row]
    for each in DEFINITIONS:
        behind = [row for row in then if each.holds(row)]
        found = numbers[each.slug]
        assert found.rows == len(behind)
        if each.amount is None:
            assert found.value == len(behind)
        elif each.quantile is None:
            assert found.value == sum(each.amount(row) for row in behind)


def test_parts_add_up_to_their_whole(drawn: tuple[list[FigureRow], date]) -> None:
    given_rows, as_at = drawn
    numbers = measure(given_rows, as_at)
    for whole, parts in PARTS:
        assert numbers[whole].value == sum(numbers[part].value or 0 for part in parts), whole


def test_a_part_is_never_more_than_what_it_is_a_share_of(
    drawn: tuple[list[FigureRow], date],
) -> None:
    given_rows, as_at = drawn
    for found in measure(given_rows, as_at).values():
        if found.whole is not None:
            assert found.value is not None
            assert 0 <= found.value <= found.whole, found.definition.slug


def test_they_are_the_figures_of_the_tables(drawn: tuple[list[FigureRow], date]) -> None:
    """The annual tables count in a way of their own; both must say the same."""
    given_rows, as_at = drawn
    counted, numbers = tally(given_rows, as_at), measure(given_rows, as_at)
    same = [slug for slug in BY_SLUG if hasattr(counted, slug)]
    assert len(same) > 15
    assert {slug: numbers[slug].value for slug in same} == {
        slug: getattr(counted, slug) for slug in same
    }


@given(st.lists(st.integers(0, 40), min_size=1, max_size=30))
def test_quantiles_against_the_values_in_order(values: list[int]) -> None:
    ordered, spread = sorted(values), Counter(values)
    middle = len(values) // 2
    odd = len(values) % 2
    median = ordered[middle] if odd else Fraction(ordered[middle - 1] + ordered[middle], 2)
    assert quantile(spread, HALF) == median
    ninth = quantile(spread, NINE_TENTHS)
    assert ninth in values
    assert sum(value <= ninth for value in values) * 10 >= 9 * len(values)
    assert sum(value < ninth for value in values) * 10 < 9 * len(values)


def test_of_no_values_there_is_no_middle() -> None:
    found = measure([], AS_AT)["working_days_median"]
    assert (found.value, found.rows, found.share) == (None, 0, None)


def row(**fields: object) -> FigureRow:
    given_fields = {"reference": "H1", "kind": Kind.COMPLAINT, "stage": 1, "received": MON} | fields
    return FigureRow(**given_fields)  # type: ignore[arg-type]


def figures(**fields: object) -> dict[str, int]:
    """What one row adds to each figure, where it is not 0."""
    found = measure([row(**fields)], AS_AT)
    return {slug: int(number.value) for slug, number in found.items() if number.value}


class TestExtensions:
    """Code 6.4, 6.5, 6.15, 6.16; CH02."""

    def test_told_in_time_it_counts_as_in_the_codes_time(self) -> None:
        found = figures(
            due_code=DUE, responded=DUE + 3 * DAY, extensions=(told(DUE, DUE + 5 * DAY),)
        )
        assert (found["in_code_time"], found["code_late"], found["extended_in_time"]) == (1, 1, 1)

    def test_told_when_the_date_was_past_it_moves_nothing(self) -> None:
        late = told(DUE + DAY, DUE + 5 * DAY, details=False)
        found = figures(due_code=DUE, responded=DUE + 3 * DAY, extensions=(late,))
        assert "in_code_time" not in found
        assert (found["extended_after"], found.get("extended_with_ombudsman")) == (1, None)

    def test_an_old_system_holds_the_new_date_alone(self) -> None:
        found = figures(due_code=DUE, extended_to=DUE + 5 * DAY, responded=DUE + 5 * DAY)
        assert (found["in_code_time"], found["extended_not_known"]) == (1, 1)

    def test_what_was_told_later_had_not_been_told(self) -> None:
        assert "extended" not in figures(extensions=(told(AS_AT + DAY, AS_AT + 5 * DAY),))


def test_a_refusal_is_counted_by_what_was_refused() -> None:
    complaint = figures(refused_ground="too_old", responded=DUE)
    assert (complaint["complaints_refused"], complaint.get("escalations_refused")) == (1, None)
    stage_2 = figures(refused_ground="too_old", responded=DUE, stage=2)
    assert (stage_2["escalations_refused"], stage_2.get("complaints_refused")) == (1, None)
    assert "refused" not in figures(refused_ground="too_old", responded=AS_AT + DAY)


def test_findings_on_issues_are_counted_apart_from_the_case() -> None:
    issues = (Finding.UPHELD, Finding.NOT_UPHELD, Finding.NOT_UPHELD)
    found = figures(issues=issues, outcome=Finding.PARTLY_UPHELD, responded=DUE, due_promise=DUE)
    assert (found["issues"], found["issues_upheld"], found["issues_not_upheld"]) == (3, 1, 2)
    assert figures(issues=issues)["issues_no_finding"] == 3


def test_promises_by_their_date() -> None:
    promises = (
        Promise(DUE, DUE),
        Promise(DUE, DUE + DAY),
        Promise(AS_AT - DAY),
        Promise(AS_AT),
        Promise(DUE, AS_AT + DAY),
    )
    found = figures(promises=promises)
    kept = ("promises", "promises_kept", "promises_late", "promises_broken", "promises_open")
    assert [found[slug] for slug in kept] == [5, 1, 1, 2, 1]


def test_money_that_was_refused_is_not_promised() -> None:
    money = (Money(50, DUE, None, DUE), Money(20, DUE), Money(70, DUE, DUE), Money(9, AS_AT + DAY))
    found = figures(money=money)
    names = ("compensated", "compensation_promised", "compensation_paid", "compensation_unpaid")
    assert [found[slug] for slug in names] == [1, 70, 50, 20]


def test_no_reply_is_no_answer() -> None:
    said = {"due_promise": DUE, "responded": DUE}
    assert figures(**said)["satisfaction_not_known"] == 1
    assert figures(**said, rating=Rating(DUE, 4))["satisfied"] == 1
    assert figures(**said, rating=Rating(DUE, 3))["neither"] == 1
    assert figures(**said, rating=Rating(DUE, 2))["dissatisfied"] == 1


def test_days_taken() -> None:
    found = measure(
        [row(responded=MON, working_days=0), row(responded=DUE, working_days=10)], AS_AT
    )
    assert found["working_days_median"].value == 5
    assert found["calendar_days_90th"].value == 14
    assert found["working_days_median"].rows == 2


@pytest.mark.parametrize("each", DEFINITIONS, ids=lambda each: each.slug)
def test_each_says_what_it_is(each: object) -> None:
    assert each.name and each.counts and each.source and each.formula  # type: ignore[attr-defined]
    assert not each.counts.endswith(".")  # type: ignore[attr-defined]


def test_slugs_are_unique_and_wholes_are_known() -> None:
    assert len(BY_SLUG) == len(DEFINITIONS)
    assert {each.among for each in DEFINITIONS} - {""} <= set(BY_SLUG)
    assert {slug for whole, parts in PARTS for slug in (whole, *parts)} <= set(BY_SLUG)


def test_a_formula_names_its_denominator() -> None:
    assert BY_SLUG["on_time"].formula.endswith("÷ cases received in the period")
    assert BY_SLUG["on_time_of_answered"].formula.endswith("÷ cases answered, on time or late")


def test_of_those_who_said_nothing_no_share_is_satisfied() -> None:
    """Nobody asked is not nobody satisfied: a return gives "not known", and not 0%."""
    silent = figures(responded=DUE, due_promise=DUE)
    assert "satisfied_of_rated" not in silent and "rated" not in silent
    said = figures(responded=DUE, due_promise=DUE, rating=Rating(DUE, 2))
    assert (said["rated"], said.get("satisfied_of_rated")) == (1, None)
    happy = figures(responded=DUE, due_promise=DUE, rating=Rating(DUE, 5))
    assert (happy["rated"], happy["satisfied_of_rated"]) == (1, 1)
    assert BY_SLUG["satisfied_of_rated"].among == "rated"
