"""One row of an old system's cases: what is taken, and every way it is refused."""

from dataclasses import asdict
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redress.rules.case_rows import COLUMNS, CaseRow, RowFault, check_header, parse_row
from redress.rules.facts import Finding, Kind, Tenure

TODAY = date(2024, 6, 3)

GOOD = {
    "reference": "H/1021",
    "kind": "complaint",
    "stage": "1",
    "received": "2023-05-15",
    "acknowledged": "2023-05-17",
    "due": "2023-05-30",
    "extended_to": "2023-06-13",
    "responded": "2023-06-12",
    "outcome": "partly_upheld",
    "tenure": "leaseholder",
    "service_area": "Resident Services",
    "category": "Service charges",
    "channel": "email",
    "petition": "no",
}
ENQUIRY = GOOD | {"kind": "mp_enquiry", "stage": ""}


def faults(**cells: str | None) -> list[RowFault]:
    found = parse_row(GOOD | cells, 7, TODAY)
    assert isinstance(found, list), f"taken: {found}"
    return found


def fault(**cells: str | None) -> RowFault:
    (found,) = faults(**cells)
    return found


def taken(**cells: str) -> CaseRow:
    found = parse_row(GOOD | cells, 7, TODAY)
    assert isinstance(found, CaseRow), [str(each) for each in found]
    return found


def test_the_header_is_the_one_that_is_published() -> None:
    assert tuple(GOOD) == COLUMNS
    assert check_header(list(GOOD)) == []


def test_a_good_row_is_read_whole() -> None:
    assert asdict(taken()) == {
        "reference": "H/1021",
        "kind": Kind.COMPLAINT,
        "stage": 1,
        "received": date(2023, 5, 15),
        "acknowledged": date(2023, 5, 17),
        "due": date(2023, 5, 30),
        "extended_to": date(2023, 6, 13),
        "responded": date(2023, 6, 12),
        "outcome": Finding.PARTLY_UPHELD,
        "tenure": Tenure.LEASEHOLDER,
        "service_area": "Resident Services",
        "category": "Service charges",
        "channel": "email",
        "petition": False,
    }


def test_what_is_not_known_may_be_empty() -> None:
    unknown = ("acknowledged", "due", "extended_to", "responded", "outcome")
    free = ("service_area", "category", "channel")
    row = taken(**dict.fromkeys((*unknown, *free), ""))
    assert [getattr(row, name) for name in unknown] == [None] * 5
    assert [getattr(row, name) for name in free] == [""] * 3


def test_spaces_around_a_value_are_dropped() -> None:
    row = taken(reference="  H/1021 ", kind=" complaint", category=" Leak  ", petition="yes ")
    assert (row.reference, row.category, row.petition) == ("H/1021", "Leak", True)


@pytest.mark.parametrize("kind", [kind.value for kind in Kind if kind is not Kind.COMPLAINT])
def test_only_a_complaint_has_a_stage(kind: str) -> None:
    assert taken(kind=kind, stage="").stage == 0
    assert fault(kind=kind, stage="2").column == "stage"


def test_a_complaint_needs_its_stage() -> None:
    assert taken(stage="2").stage == 2
    assert "needs stage 1 or 2" in fault(stage="").what


@pytest.mark.parametrize("stage", ["0", "3", "one", "1.0", "-1", "²"])
def test_a_stage_is_1_or_2(stage: str) -> None:
    found = fault(stage=stage)
    assert (found.column, found.value) == ("stage", stage)


@pytest.mark.parametrize(
    ("column", "value", "offered"),
    [
        ("kind", "Complaint", "councillor_enquiry"),
        ("kind", "", "compliment"),
        ("outcome", "partially upheld", "partly_upheld"),
        ("tenure", "secure", "shared_owner"),
        ("tenure", "", "homeless_applicant"),
    ],
)
def test_a_word_that_is_not_in_the_list_is_answered_with_the_list(
    column: str, value: str, offered: str
) -> None:
    found = fault(**{column: value})
    assert (found.line, found.column, found.value) == (7, column, value)
    assert offered in found.what


@pytest.mark.parametrize("value", ["", "Yes", "true", "1"])
def test_petition_is_yes_or_no(value: str) -> None:
    assert "yes or no" in fault(petition=value).what


@pytest.mark.parametrize(
    "value", ["15/05/2023", "20230515", "2023-5-1", "2023-W20-1", "May", "٢٠٢٣-٠٥-١٥", "45061"]
)
def test_only_iso_dates_are_read(value: str) -> None:
    assert "year-month-day" in fault(responded=value).what


@pytest.mark.parametrize("value", ["2023-02-30", "2023-13-01", "2023-00-10", "2023-02-29"])
def test_a_day_that_does_not_exist(value: str) -> None:
    assert "does not exist" in fault(due=value, extended_to="").what


@pytest.mark.parametrize("value", ["0001-01-01", "0202-05-15", "2011-12-31", "2033-01-01"])
def test_a_day_beyond_the_known_bank_holidays(value: str) -> None:
    assert "2012-01-01 to 2032-12-31" in fault(due=value, extended_to="").what


def test_year_0000_does_not_exist() -> None:
    assert "does not exist" in fault(received="0000-05-15").what


@pytest.mark.parametrize("column", ["received", "acknowledged", "responded"])
def test_what_has_happened_is_not_in_the_future(column: str) -> None:
    later = {"received": "", "acknowledged": "", "due": "", "extended_to": "", "responded": ""}
    row = later | {"received": "2024-06-03", column: "2024-06-03"}
    assert taken(**row)
    found = fault(**(row | {column: "2024-06-04"}))
    assert found.column == column
    assert "today is 2024-06-03" in found.what


def test_what_is_due_may_be_in_the_future() -> None:
    assert taken(due="2024-06-20", extended_to="2024-07-04").due == date(2024, 6, 20)


@pytest.mark.parametrize(
    ("later", "earlier"),
    [
        ("acknowledged", "received"),
        ("responded", "received"),
        ("due", "received"),
        ("extended_to", "due"),
    ],
)
def test_dates_out_of_order(later: str, earlier: str) -> None:
    none = dict.fromkeys(("acknowledged", "due", "extended_to", "responded"), "")
    same = none | {earlier: "2023-05-15", later: "2023-05-15"}
    assert taken(**same)
    found = fault(**(same | {"received": "2023-05-02", earlier: "2023-05-15", later: "2023-05-12"}))
    assert found.column == later
    assert f"before {earlier} (2023-05-15)" in found.what


def test_an_extension_without_a_due_date_is_still_after_receipt() -> None:
    assert fault(due="", extended_to="2023-05-12").column == "extended_to"


def test_received_is_needed() -> None:
    assert [each.column for each in faults(received="")] == ["received"]


def test_a_reference_is_needed_and_short() -> None:
    assert "is empty" in fault(reference="  ").what
    assert taken(reference="R" * 40).reference == "R" * 40
    assert "40 characters" in fault(reference="R" * 41).what


@pytest.mark.parametrize("hidden", ["\u200b", "\u202e", "\0", "\n", "\ufeff"])
def test_a_reference_has_nothing_that_cannot_be_seen(hidden: str) -> None:
    assert "cannot be seen" in fault(reference=f"H{hidden}1").what


@pytest.mark.parametrize("column", ["service_area", "category", "channel"])
def test_text_is_short_and_without_control_characters(column: str) -> None:
    assert taken(**{column: "x" * 120})
    assert "120 characters" in fault(**{column: "x" * 121}).what
    assert "control character" in fault(**{column: "Le\0ak"}).what


@pytest.mark.parametrize("text", ["تسرب المياه", "家賃", "Leak 💧", "a\u200db", "O’Neill & <b>"])
def test_the_words_of_the_world_are_kept(text: str) -> None:
    assert taken(category=text).category == text


def test_a_megabyte_is_refused_and_not_repeated() -> None:
    found = fault(category="x" * 1_000_000)
    assert len(str(found)) < 200


def test_every_fault_of_a_row_is_named_at_once() -> None:
    found = faults(kind="query", received="2023-02-30", tenure="?", petition="", reference="")
    assert sorted(each.column for each in found) == [
        "kind",
        "petition",
        "received",
        "reference",
        "tenure",
    ]


def test_a_fault_reads_as_a_sentence() -> None:
    assert str(fault(responded="2023-02-30")) == (
        "line 7, responded: '2023-02-30' does not exist in the calendar; correct the day"
    )


def test_hidden_characters_are_spelled_out_in_a_fault() -> None:
    assert "'\\u202eon'" in str(fault(petition="\u202eon"))


def test_a_line_that_is_too_short_or_too_long() -> None:
    assert "too few cells" in fault(petition=None).what
    long = parse_row({**GOOD, None: ["extra"]}, 9, TODAY)  # type: ignore[dict-item]
    assert isinstance(long, list)
    assert "more cells" in str(long[0])


def test_a_header_lacks_repeats_or_invents_a_column() -> None:
    names = [*COLUMNS[1:], "kind", "Reference"]
    assert [(each.line, each.value, each.what.split(";")[0]) for each in check_header(names)] == [
        (1, "reference", "is missing"),
        (1, "Reference", "is not a column we know"),
        (1, "kind", "is there more than once"),
    ]


@pytest.mark.parametrize(
    ("names", "says"),
    [
        ([], "is empty"),
        ([" "], "is empty"),
        (["\t".join(COLUMNS)], "has no comma"),
        ([";".join(COLUMNS)], "has no comma"),
    ],
)
def test_a_file_without_columns_has_one_fault(names: list[str], says: str) -> None:
    assert [each.what.split(";")[0] for each in check_header(names)] == [says]


def test_the_columns_may_stand_in_any_order() -> None:
    assert check_header(sorted(COLUMNS)) == []


@given(st.fixed_dictionaries({name: st.text(max_size=60) for name in COLUMNS}))
def test_any_text_gives_faults_and_never_an_error(cells: dict[str, str]) -> None:
    found = parse_row(cells, 2, TODAY)
    assert isinstance(found, list)
    assert all(each.line == 2 and each.column in COLUMNS for each in found)


@given(
    received=st.dates(date(2012, 1, 1), date(2032, 12, 31)),
    responded=st.dates(date(2012, 1, 1), date(2032, 12, 31)),
)
def test_dates_are_taken_exactly_when_they_are_possible(received: date, responded: date) -> None:
    cells = ENQUIRY | dict.fromkeys(("acknowledged", "due", "extended_to"), "")
    cells |= {"received": received.isoformat(), "responded": responded.isoformat()}
    found = parse_row(cells, 2, TODAY)
    assert isinstance(found, CaseRow) == (received <= responded <= TODAY)
