"""Importing an old system's cases: all or nothing, never twice, faults named by line."""

import csv
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from redress.cases.facts import facts_of
from redress.cases.figure_rows import figure_rows
from redress.cases.importing import Imported, import_cases
from redress.cases.models import Case, Event
from redress.cases.verify import verify
from redress.people.models import Landlord
from redress.rules.access import Role, Verb
from redress.rules.actions.acknowledge import Acknowledge
from redress.rules.actions.log import Log
from redress.rules.actions.receive import NewIssue
from redress.rules.case_rows import COLUMNS
from redress.rules.facts import Clock, Finding, State, Tenure
from tests import builders

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
ROW = {
    "reference": "C-1",
    "kind": "complaint",
    "stage": "1",
    "received": "2023-05-02",
    "acknowledged": "2023-05-04",
    "due": "2023-05-17",
    "extended_to": "",
    "responded": "2023-05-15",
    "outcome": "upheld",
    "tenure": "tenant",
    "service_area": "Repairs",
    "category": "leak",
    "channel": "phone",
    "petition": "no",
}


@pytest.fixture
def harrow() -> Landlord:
    return builders.landlord("harrow", "HAR")


def do(folder: Path, landlord: Landlord, *rows: dict[str, str], dry_run: bool = False) -> Imported:
    path = folder / "cases.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows([ROW | row for row in rows])
    return import_cases(path, landlord, at=NOW, dry_run=dry_run)


def raw(folder: Path, landlord: Landlord, content: bytes) -> Imported:
    path = folder / "cases.csv"
    path.write_bytes(content)
    return import_cases(path, landlord, at=NOW)


def test_a_row_becomes_a_case_with_both_clocks(tmp_path: Path, harrow: Landlord) -> None:
    done = do(tmp_path, harrow, {})
    assert (done.rows, done.cases, done.stages, done.faults) == (1, 1, 1, [])
    case = facts_of(Case.objects.get(reference="C-1"))
    assert (case.state, case.tenure, case.stage.outcome) == (
        State.CLOSED,
        Tenure.TENANT,
        Finding.UPHELD,
    )
    respond = case.deadline(1, Clock.RESPOND)
    assert respond and respond.promise and respond.code
    assert respond.promise.date == date(2023, 5, 17)  # as the old system held it
    # Code 6.3: 10 working days after Thu 4 May, less Mon 8 May 2023 (the coronation holiday)
    assert respond.code.date == date(2023, 5, 19)
    assert respond.met_on == date(2023, 5, 15)


def test_two_stages_of_a_reference_are_one_case(tmp_path: Path, harrow: Landlord) -> None:
    second = {"stage": "2", "received": "2023-06-01", "acknowledged": "", "responded": ""}
    done = do(tmp_path, harrow, {}, second | {"due": "2023-06-30", "outcome": ""})
    assert (done.cases, done.stages) == (1, 2)
    case = facts_of(Case.objects.get())
    assert (case.state, case.stage.number) == (State.STAGE_2_REQUESTED, 2)
    assert Case.objects.get().next_due == date(2023, 6, 8)  # acknowledge in 5 working days: 6.11


def test_the_same_file_twice_adds_nothing(tmp_path: Path, harrow: Landlord) -> None:
    do(tmp_path, harrow, {}, {"reference": "C-2"})
    again = do(tmp_path, harrow, {}, {"reference": "C-2"})
    assert (again.cases, again.stages, again.known, again.faults) == (0, 0, 2, [])
    assert Event.objects.count() == 2


def test_a_stage_2_that_comes_in_a_later_file_joins_its_case(
    tmp_path: Path, harrow: Landlord
) -> None:
    do(tmp_path, harrow, {})
    later = {"stage": "2", "received": "2023-06-01", "acknowledged": "2023-06-02"}
    done = do(tmp_path, harrow, later | {"due": "", "responded": "2023-06-20"})
    assert (done.cases, done.stages, done.faults) == (0, 1, [])
    assert [stage.number for stage in facts_of(Case.objects.get()).stages] == [1, 2]
    assert verify().faults == []


def test_a_row_that_contradicts_what_is_there_is_a_fault(tmp_path: Path, harrow: Landlord) -> None:
    do(tmp_path, harrow, {})
    done = do(tmp_path, harrow, {"outcome": "not_upheld"}, {"reference": "C-9"})
    assert done.faults == ["line 2: C-1 is there already, with another outcome"]
    assert Case.objects.count() == 1


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("received", "2023-05-01"),
        ("due", "2023-05-18"),
        ("extended_to", "2023-05-30"),
        ("tenure", "leaseholder"),
        ("service_area", "Housing"),
        ("category", "damp"),
        ("channel", "web"),
        ("petition", "yes"),
    ],
)
def test_a_changed_cell_of_a_known_row_is_named(
    tmp_path: Path, harrow: Landlord, column: str, value: str
) -> None:
    do(tmp_path, harrow, {})
    done = do(tmp_path, harrow, {column: value})
    assert done.faults == [f"line 2: C-1 is there already, with another {column}"]
    assert done.known == 0


def test_a_known_row_may_say_less(tmp_path: Path, harrow: Landlord) -> None:
    do(tmp_path, harrow, {"extended_to": "2023-05-30"})
    less = {"extended_to": "", "acknowledged": "", "outcome": "", "category": ""}
    assert do(tmp_path, harrow, less).known == 1


def test_stage_2_may_have_come_by_another_channel(tmp_path: Path, harrow: Landlord) -> None:
    second = {"stage": "2", "received": "2023-06-01", "due": "", "channel": "web"}
    rows = [{}, second | {"acknowledged": "", "responded": "2023-06-20"}]
    do(tmp_path, harrow, *rows)
    assert do(tmp_path, harrow, *rows).known == 2


def test_nothing_is_half_imported(tmp_path: Path, harrow: Landlord) -> None:
    good = [{"reference": f"C-{number}"} for number in range(30)]
    done = do(tmp_path, harrow, *good, {"reference": "C-x", "received": "2023-02-30"})
    assert len(done.faults) == 1
    assert done.faults[0].startswith("line 32, received: '2023-02-30'")
    assert Case.objects.count() == 0


def test_a_dry_run_counts_and_writes_nothing(tmp_path: Path, harrow: Landlord) -> None:
    done = do(tmp_path, harrow, {}, dry_run=True)
    assert (done.cases, Case.objects.count()) == (1, 0)


def test_the_same_stage_twice_in_a_file_is_named(tmp_path: Path, harrow: Landlord) -> None:
    done = do(tmp_path, harrow, {}, {"outcome": ""})
    assert done.faults == ["line 3, reference: 'C-1' stage 1 is on a line above too"]


def test_a_reference_of_two_kinds_is_named(tmp_path: Path, harrow: Landlord) -> None:
    done = do(tmp_path, harrow, {"kind": "mp_enquiry", "stage": ""}, {})
    assert done.faults == ["line 3, kind: complaint is not the mp_enquiry of C-1"]


def test_stage_2_before_stage_1_is_named(tmp_path: Path, harrow: Landlord) -> None:
    second = {"stage": "2", "received": "2023-04-03", "acknowledged": "", "due": ""}
    done = do(tmp_path, harrow, {}, second | {"responded": ""})
    assert done.faults == ["line 3, received: 2023-04-03 is before stage 1 (2023-05-02)"]


def test_a_row_is_named_by_the_line_it_begins_on(tmp_path: Path, harrow: Landlord) -> None:
    done = do(tmp_path, harrow, {"category": "a\nb"}, {"reference": "C-2", "tenure": "king"})
    assert [fault.split(":")[0] for fault in done.faults] == ["line 2, category", "line 4, tenure"]


def test_a_quote_left_open_is_named_by_the_line_it_stands_on(
    tmp_path: Path, harrow: Landlord
) -> None:
    done = raw(tmp_path, harrow, ",".join(COLUMNS).encode() + b'\n\n"unclosed\nx\ny\n')
    assert done.faults[0].startswith("line 3: cannot be read as CSV")


def test_many_faults_are_counted_and_some_named(tmp_path: Path, harrow: Landlord) -> None:
    done = do(tmp_path, harrow, *[{"reference": f"C-{n}", "tenure": "king"} for n in range(50)])
    assert (len(done.faults), done.more_faults) == (20, 30)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "header"),
        (b"\xff\xfe\x00", "not UTF-8"),
        (b"reference,kind\nx,complaint\n", "is missing"),
        (",".join(COLUMNS).encode() + b'\n"unclosed', "cannot be read as CSV"),
        (",".join(COLUMNS).encode() + b"\n" + b"x" * 1_000_001, "longer than a million"),
        (",".join(COLUMNS).encode() + b"\nC-1,complaint\n", "too few cells"),
        (",".join(COLUMNS).encode() + b"\nC\x001," + b"," * 12 + b"\n", "cannot be seen"),
    ],
)
def test_a_file_that_is_not_such_a_csv_is_refused(
    tmp_path: Path, harrow: Landlord, content: bytes, says: str
) -> None:
    done = raw(tmp_path, harrow, content)
    assert says in done.faults[0]
    assert Case.objects.count() == 0


def test_a_row_without_an_answer_is_on_the_worklist(tmp_path: Path, harrow: Landlord) -> None:
    do(tmp_path, harrow, {"responded": "", "outcome": "", "extended_to": "2023-05-30"})
    row = Case.objects.get()
    assert (row.state, row.next_due) == ("stage_1_open", date(2023, 5, 30))


def test_a_case_older_than_the_first_policy_is_taken(tmp_path: Path) -> None:
    thh = builders.landlord("tower-hamlets-homes", "THH")  # its policy starts in October 2022
    old = {"received": "2019-03-01", "acknowledged": "", "due": "", "responded": "2019-03-20"}
    assert do(tmp_path, thh, old).faults == []
    stage = facts_of(Case.objects.get()).stage
    assert (stage.policy, stage.code) == ("tower-hamlets-homes/2022-10-01", "code/2024-04-01")


def test_withdrawn_is_no_answer_where_stage_2_followed(tmp_path: Path, harrow: Landlord) -> None:
    first = {"responded": "", "outcome": "withdrawn"}
    second = {"stage": "2", "received": "2023-05-16", "acknowledged": "", "responded": ""}
    do(tmp_path, harrow, first, second, first | {"reference": "C-2"})
    rows = list(figure_rows(harrow, date(2023, 4, 1), date(2024, 3, 31)))
    assert [row.responded for row in rows] == [None, None, None]


def test_what_is_imported_replays_to_the_same(tmp_path: Path, harrow: Landlord) -> None:
    enquiry = {"reference": "M-1", "kind": "mp_enquiry", "stage": "", "outcome": ""}
    gone = {"reference": "W-1", "outcome": "withdrawn", "responded": ""}
    do(tmp_path, harrow, {}, enquiry, gone)
    checked = verify()
    assert (checked.cases, checked.faults) == (3, [])
    assert Case.objects.get(reference="W-1").state == "withdrawn"


def test_tenure_and_service_are_those_of_each_stage(tmp_path: Path, harrow: Landlord) -> None:
    second = {"stage": "2", "received": "2023-06-01", "acknowledged": "", "due": ""}
    moved = {"tenure": "leaseholder", "service_area": "Estates", "responded": "", "petition": "yes"}
    do(tmp_path, harrow, {}, second | moved)
    rows = list(figure_rows(harrow, date(2023, 4, 1), date(2024, 3, 31)))
    assert [(row.stage, row.tenure, row.service, row.petition) for row in rows] == [
        (1, Tenure.TENANT, "Repairs", False),
        (2, Tenure.LEASEHOLDER, "Estates", True),
    ]


def test_the_date_an_old_system_held_stays_the_promise(tmp_path: Path, harrow: Landlord) -> None:
    waiting = {"acknowledged": "", "responded": "", "outcome": "", "due": "2023-06-30"}
    do(tmp_path, harrow, waiting)
    desk = builders.Desk(harrow, builders.user(harrow, Role.COMPLAINTS_OFFICER))
    issue = (NewIssue(summary="The leak"),)
    desk.does("C-1", Verb.LOG, Log(service="Repairs", category="leak", issues=issue), NOW.date())
    given = Acknowledge(definition="A leak.", outcome_sought="Mend it.", not_responsible="Nothing.")
    after = desk.does("C-1", Verb.ACKNOWLEDGE, given, NOW.date()).case
    respond = after.deadline(1, Clock.RESPOND)
    assert respond and respond.promise and respond.promise.date == date(2023, 6, 30)
