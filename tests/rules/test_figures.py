"""Counting rows: against counts worked out by hand, and a plain recount of random rows."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redress.rules.facts import ExtensionFacts, Finding, Kind, Tenure
from redress.rules.figures import (
    PARTS,
    TABLES,
    By,
    FigureRow,
    Figures,
    Group,
    Scope,
    count,
    due_of,
    group_of,
    tally,
)
from redress.rules.figures_stood import stood
from redress.rules.figures_tally import Answer, Noun, Tally

AS_AT = date(2024, 5, 31)
MON = date(2024, 4, 8)


def row(**fields: object) -> FigureRow:
    given_fields = {"reference": "H1", "kind": Kind.COMPLAINT, "stage": 1, "received": MON} | fields
    return FigureRow(**given_fields)  # type: ignore[arg-type]


def one(**fields: object) -> Tally:
    return tally([row(**fields)], AS_AT)


def set_counts(found: Tally) -> dict[str, int]:
    """The counts that are not 0."""
    names = Tally.__slots__  # type: ignore[attr-defined]
    return {name: getattr(found, name) for name in names if getattr(found, name)}


DUE = date(2024, 4, 22)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("fields", "stands"),
    [
        ({"due_promise": DUE, "responded": DUE}, "on_time"),
        ({"due_promise": DUE, "responded": DUE + DAY}, "late"),
        ({"due_promise": DUE, "extended_to": DUE + DAY, "responded": DUE + DAY}, "on_time"),
        ({"due_promise": DUE, "extended_to": DUE + DAY, "responded": DUE + 2 * DAY}, "late"),
        ({"due_promise": DUE}, "overdue"),
        ({"due_promise": AS_AT - DAY}, "overdue"),
        ({"due_promise": AS_AT}, "not_yet_due"),
        ({"due_promise": DUE, "extended_to": AS_AT + DAY}, "not_yet_due"),
        ({"due_promise": DUE, "responded": AS_AT + DAY}, "overdue"),
        ({"responded": DUE}, "undated"),
        ({}, "undated"),
    ],
)
def test_a_row_stands_to_its_date(fields: dict[str, date], stands: str) -> None:
    counts = set_counts(one(**fields))
    assert {name for name in counts if "outcome" not in name} == {"received", stands}


def test_an_extension_told_after_the_day_had_not_moved_the_date() -> None:
    first = ExtensionFacts(DUE - DAY, DUE + 5 * DAY, "A survey", True)
    last = ExtensionFacts(DUE + 8 * DAY, AS_AT + 9 * DAY, "A survey", True)
    told = row(due_promise=DUE, extended_to=last.new_date, extensions=(first, last))
    for as_at, stands, due in (
        (DUE - 2 * DAY, Answer.NOT_YET_DUE, DUE),
        (first.told_on, Answer.NOT_YET_DUE, first.new_date),
        (last.told_on - DAY, Answer.OVERDUE, first.new_date),
        (last.told_on, Answer.NOT_YET_DUE, last.new_date),
        (last.new_date + DAY, Answer.OVERDUE, last.new_date),
    ):
        found = stood(told, as_at)
        assert found and (found.answer, due_of(told, as_at)) == (stands, due)
        assert [cell.answer for cell in count([told], as_at).cells] == [stands]


@pytest.mark.parametrize("finding", list(Finding))
def test_each_outcome_is_counted_under_its_own_name(finding: Finding) -> None:
    assert set_counts(one(outcome=finding)) == {"received": 1, "undated": 1, finding.value: 1}


def test_no_outcome_is_split_into_answered_and_open() -> None:
    answered = one(due_promise=DUE, responded=DUE)
    assert (answered.answered_no_outcome, answered.open_no_outcome) == (1, 0)
    waiting = one(due_promise=DUE)
    assert (waiting.answered_no_outcome, waiting.open_no_outcome) == (0, 1)
    undated = one(responded=DUE)
    assert (undated.answered_no_outcome, undated.open_no_outcome) == (0, 0)


def test_the_outcome_of_a_later_response_is_not_known_yet() -> None:
    later = one(due_promise=DUE, responded=AS_AT + DAY, outcome=Finding.UPHELD)
    assert (later.upheld, later.no_outcome) == (0, 1)


def test_an_outcome_without_a_response_date_is_still_an_outcome() -> None:
    assert one(due_promise=DUE, outcome=Finding.UPHELD).upheld == 1


def test_what_is_received_later_is_not_counted() -> None:
    assert one(received=AS_AT).received == 1
    assert one(received=AS_AT + DAY).received == 0


def test_the_code_is_judged_beside_the_promise() -> None:
    found = one(due_promise=DUE + 5 * DAY, due_code=DUE, responded=DUE + DAY)
    assert (found.on_time, found.code_on_time, found.code_late) == (1, 0, 1)
    assert one(due_code=DUE, responded=DUE).code_on_time == 1
    assert one(due_code=DUE).code_unanswered == 1
    assert one(due_promise=DUE, responded=DUE).code_limited == 0


def test_a_complaint_is_counted_by_its_stage_and_all_else_by_its_kind() -> None:
    assert group_of(Kind.COMPLAINT, 1) is Group.STAGE_1
    assert group_of(Kind.COMPLAINT, 2) is Group.STAGE_2
    others = [kind for kind in Kind if kind is not Kind.COMPLAINT]
    assert [group_of(kind, 0).value for kind in others] == [kind.value for kind in others]


def test_a_complaint_without_a_stage_is_refused() -> None:
    with pytest.raises(ValueError, match="stage 1 or 2, not 0"):
        count([row(stage=0)], AS_AT)


TENURES = {
    Scope.LANDLORD_SERVICES: {"tenant"},
    Scope.LANDLORD_SERVICES_AND_LEASEHOLDERS: {"tenant", "leaseholder"},
    Scope.ALL_HOUSING_SERVICES: {tenure.value for tenure in Tenure} | {None},
}


@pytest.mark.parametrize("tenure", [*Tenure, None])
@pytest.mark.parametrize("scope", list(Scope))
def test_scopes_are_by_tenure_on_receipt(scope: Scope, tenure: Tenure | None) -> None:
    assert scope.holds(tenure) == (tenure in TENURES[scope])


def test_sums_of_groups_leave_out_what_is_no_complaint_or_enquiry() -> None:
    rows = [row(kind=kind, stage=0) for kind in Kind if kind is not Kind.COMPLAINT]
    figures = count([*rows, row(), row(stage=2), row(stage=2)], AS_AT)
    assert figures.tally(Group.MEMBER_ENQUIRIES).received == 2
    assert figures.tally(Group.ALL).received == 6
    assert figures.tally(Group.COMPLIMENT).received == 1


def test_shares_name_their_denominator() -> None:
    found = Tally(received=82, on_time=62, late=15, overdue=5, upheld=7, partly_upheld=5)
    tenants = Noun("stage 2 complaints", " from tenants")
    share = found.of_received(found.on_time, tenants)
    assert (share.denominator, share.of) == (82, "stage 2 complaints received from tenants")
    share = found.of_answered(found.on_time, tenants)
    assert (share.denominator, share.of) == (77, "stage 2 complaints from tenants answered")
    share = found.of_decided(found.upheld_or_partly, tenants)
    assert (share.numerator, share.denominator) == (12, 12)
    assert share.of == "stage 2 complaints from tenants with a finding"
    assert found.of_code_limited(0, tenants).percent is None


def test_top_reasons_are_counted_by_service_and_ties_go_by_name() -> None:
    def about(service: str, category: str, times: int) -> list[FigureRow]:
        return [row(service=service, category=category)] * times

    rows = [
        *about("Repairs", "Leak", 3),
        *about("Repairs", "Roof", 1),
        *about("Repairs", "Heating", 1),
        *about("Repairs", "", 9),
        *about("Lettings", "Leak", 5),
    ]
    figures = count(rows, AS_AT)
    assert figures.services(Group.STAGE_1) == ["Lettings", "Repairs"]
    assert figures.top_reasons(Group.STAGE_1, "Repairs") == [
        ("Leak", 3),
        ("Heating", 1),
        ("Roof", 1),
    ]
    assert figures.top_reasons(Group.STAGE_1, "Repairs", most=1) == [("Leak", 3)]
    assert figures.top_reasons(Group.STAGE_2, "Repairs") == []


def test_figures_break_down_by_a_field_the_largest_first() -> None:
    rows = [row(service="Repairs"), row(service=""), row(service="Repairs", stage=2)]
    rows += [row(service="Lettings", tenure=Tenure.TENANT)]
    figures = count(rows, AS_AT)
    by_service = figures.by(By.SERVICE)
    assert [(name, part.received) for name, part in by_service.items()] == [
        ("Repairs", 2),
        ("", 1),
        ("Lettings", 1),
    ]
    assert list(figures.by(By.TENURE, Group.STAGE_1)) == ["", "tenant"]
    assert list(figures.by(By.GROUP)) == ["stage_1", "stage_2"]


def test_memory_grows_with_what_differs_and_not_with_the_rows() -> None:
    figures = count((row(reference=str(n)) for n in range(5_000)), AS_AT)
    assert list(figures.cells.values()) == [5_000]


# A plain recount, written apart from the code: one question asked of every row.

days = st.dates(date(2024, 3, 1), date(2024, 7, 31))
maybe = st.none() | days


@st.composite
def rows_of_a_case(draw: st.DrawFn) -> FigureRow:
    kind = draw(st.sampled_from(list(Kind)))
    return FigureRow(
        reference=draw(st.sampled_from(["A", "B"])),
        kind=kind,
        stage=draw(st.sampled_from([1, 2])) if kind is Kind.COMPLAINT else 0,
        received=draw(days),
        due_promise=draw(maybe),
        due_code=draw(maybe),
        extended_to=draw(maybe),
        responded=draw(maybe),
        outcome=draw(st.sampled_from([*Finding, None])),
        tenure=draw(st.sampled_from([*Tenure, None])),
        service=draw(st.sampled_from(["Repairs", "Lettings", ""])),
        category=draw(st.sampled_from(["Leak", "Noise", ""])),
    )


many = st.lists(rows_of_a_case(), max_size=60)


def belongs(each: FigureRow, group: Group, scope: Scope) -> bool:
    kinds = {
        "stage_1": ["complaint1"],
        "stage_2": ["complaint2"],
        "member_enquiries": ["mp_enquiry0", "councillor_enquiry0"],
        "all": ["complaint1", "complaint2", "mp_enquiry0", "councillor_enquiry0", "other0"],
    }.get(group.value, [f"{group.value}0"])
    tenure = each.tenure.value if each.tenure else None
    return f"{each.kind.value}{each.stage}" in kinds and tenure in TENURES[scope]


def due(each: FigureRow) -> date | None:
    return each.due_promise if each.extended_to is None else each.extended_to


def answered(each: FigureRow) -> bool:
    return each.responded is not None and not each.responded > AS_AT


def known_outcome(each: FigureRow) -> str:
    unknown = each.outcome is None or (each.responded is not None and not answered(each))
    return "none" if unknown else str(each.outcome)


QUESTIONS: dict[str, Callable[[FigureRow], bool]] = {
    "received": lambda r: True,
    "on_time": lambda r: bool(due(r)) and answered(r) and r.responded <= due(r),  # type: ignore[operator]
    "late": lambda r: bool(due(r)) and answered(r) and r.responded > due(r),  # type: ignore[operator]
    "overdue": lambda r: bool(due(r)) and not answered(r) and due(r) < AS_AT,  # type: ignore[operator]
    "not_yet_due": lambda r: bool(due(r)) and not answered(r) and due(r) >= AS_AT,  # type: ignore[operator]
    "undated": lambda r: due(r) is None,
    "upheld": lambda r: known_outcome(r) == "upheld",
    "partly_upheld": lambda r: known_outcome(r) == "partly_upheld",
    "not_upheld": lambda r: known_outcome(r) == "not_upheld",
    "resolved": lambda r: known_outcome(r) == "resolved",
    "withdrawn": lambda r: known_outcome(r) == "withdrawn",
    "no_outcome": lambda r: known_outcome(r) == "none",
    "answered_no_outcome": lambda r: (
        known_outcome(r) == "none" and answered(r) and due(r) is not None
    ),
    "open_no_outcome": lambda r: (
        known_outcome(r) == "none" and not answered(r) and due(r) is not None
    ),
    "code_on_time": lambda r: bool(r.due_code) and answered(r) and r.responded <= r.due_code,  # type: ignore[operator]
    "code_late": lambda r: bool(r.due_code) and answered(r) and r.responded > r.due_code,  # type: ignore[operator]
    "code_unanswered": lambda r: bool(r.due_code) and not answered(r),
}


@given(many)
def test_every_count_is_that_of_a_plain_recount(rows: list[FigureRow]) -> None:
    figures = count(iter(rows), AS_AT)
    known = [each for each in rows if each.received <= AS_AT]
    for group in Group:
        for scope in Scope:
            mine = [each for each in known if belongs(each, group, scope)]
            expected = {name: sum(map(ask, mine)) for name, ask in QUESTIONS.items()}
            found = figures.tally(group, scope)
            assert {name: getattr(found, name) for name in QUESTIONS} == expected


def test_the_recount_asks_about_every_count() -> None:
    assert set(QUESTIONS) == set(Tally.__slots__)  # type: ignore[attr-defined]


@given(many)
def test_the_counts_of_a_table_add_up(rows: list[FigureRow]) -> None:
    found = tally(rows, AS_AT)
    stands = (found.on_time, found.late, found.overdue, found.not_yet_due, found.undated)
    assert sum(stands) == found.received
    findings = (found.decided, found.resolved, found.withdrawn, found.no_outcome)
    assert sum(findings) == found.received


@given(many)
def test_each_scope_lies_inside_the_next(rows: list[FigureRow]) -> None:
    figures = count(rows, AS_AT)
    for group in Group:
        inner, middle, outer = (set_counts(figures.tally(group, scope)) for scope in Scope)
        assert all(number <= middle[name] for name, number in inner.items())
        assert all(number <= outer[name] for name, number in middle.items())


@given(many, st.randoms())
def test_the_order_of_the_rows_does_not_matter(rows: list[FigureRow], chance: object) -> None:
    shuffled = sorted(rows, key=lambda _: chance.random())  # type: ignore[attr-defined]
    first, second = count(rows, AS_AT), count(shuffled, AS_AT)
    assert first == second
    for service in ("Repairs", "Lettings"):
        assert first.top_reasons(Group.ALL, service) == second.top_reasons(Group.ALL, service)


@given(many)
def test_every_breakdown_adds_up_to_its_group(rows: list[FigureRow]) -> None:
    figures = count(rows, AS_AT)
    for group in Group:
        whole = set_counts(figures.tally(group))
        for what in By:
            parts = figures.by(what, group).values()
            summed = {name: sum(getattr(part, name) for part in parts) for name in whole}
            assert summed == whole


def test_a_sum_of_groups_is_the_sum_of_its_parts() -> None:
    assert PARTS[Group.ALL] == TABLES
    assert len(TABLES) == 5


def test_no_rows_give_noughts_and_no_errors() -> None:
    figures = count([], AS_AT)
    assert figures == Figures(AS_AT, {})
    assert figures.tally() == Tally()
    assert (figures.services(Group.ALL), figures.by(By.TENURE)) == ([], {})
