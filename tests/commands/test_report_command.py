"""`redress report annual`, from an imported file to each form, and what it refuses."""

import csv
import io
import json
from pathlib import Path

import pytest

from redress.cli import main
from redress.demo.harrow import write_csv
from tests.reports.harrow_by_hand import APPENDIX_A, COLUMNS

pytestmark = pytest.mark.django_db

HEADER = (
    "reference,kind,stage,received,acknowledged,due,extended_to,responded,outcome,tenure,"
    "service_area,category,channel,petition\n"
)
ROWS = """\
A1,complaint,1,2023-05-15,2023-05-17,2023-05-30,,2023-05-30,upheld,tenant,Repairs,Leak,web,no
A1,complaint,2,2023-06-05,2023-06-06,2023-07-03,2023-07-17,2023-07-17,,tenant,Repairs,Leak,web,no
A2,complaint,1,2024-03-28,,2024-04-15,,,,leaseholder,Repairs,Leak,web,no
A3,complaint,1,2024-04-02,,2024-04-16,,,,tenant,Repairs,Leak,web,no
A4,compliment,,2023-08-01,,,,,,tenant,Repairs,,web,no
"""


@pytest.fixture
def imported(tmp_path: Path) -> None:
    path = tmp_path / "cases.csv"
    path.write_text(HEADER + ROWS, encoding="utf-8")
    assert main(["import", "cases", str(path), "--landlord", "together"]) == 0


def annual(*words: str, landlord: str = "together", year: str = "2023-24") -> int:
    return main(["report", "annual", "--landlord", landlord, "--year", year, *words])


def table(text: str, kind: str) -> dict[str, object]:
    found: dict[str, object] = next(
        each
        for each in json.loads(text)["tables"]
        if (each["kind"], each["scope"]) == (kind, "all_housing_services")
    )
    return found


def test_harrows_year_from_the_imported_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "harrow.csv"
    write_csv(path)
    assert main(["import", "cases", str(path), "--landlord", "harrow"]) == 0
    capsys.readouterr()
    assert annual(landlord="harrow") == 0
    data = json.loads(capsys.readouterr().out)
    found = {
        (each["kind"], each["scope"]): tuple(each[name] for name in COLUMNS)
        for each in data["tables"]
    }
    assert found == APPENDIX_A
    assert data["received"]["all"] == 1364
    assert len(data["growth"]) == 8
    assert len(data["disagreements"]) == 9
    stage_1 = data["tables"][2]
    assert stage_1["code_limited"] == 456  # the Code's limit beside the date held


@pytest.mark.usefixtures("imported")
def test_a_case_counts_in_the_year_its_stage_began(capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert annual() == 0
    out = capsys.readouterr().out
    assert table(out, "stage_1")["received"] == 2
    assert table(out, "stage_1")["overdue"] == 1
    assert table(out, "stage_2")["on_time"] == 1  # by the extension, on its last day
    assert annual(year="2024-25") == 0
    later = capsys.readouterr().out
    assert table(later, "stage_1")["received"] == 1
    assert [g["then"] for g in json.loads(later)["growth"] if g["kind"] == "stage_1"] == [2]


@pytest.mark.usefixtures("imported")
def test_a_report_as_it_stood_on_an_earlier_day(capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert annual("--as-at", "2024-04-15") == 0
    out = capsys.readouterr().out
    assert json.loads(out)["as_at"] == "2024-04-15"
    assert (table(out, "stage_1")["not_yet_due"], table(out, "stage_1")["overdue"]) == (1, 0)
    assert annual("--as-at", "2024-04-16") == 0
    assert table(capsys.readouterr().out, "stage_1")["overdue"] == 1


@pytest.mark.usefixtures("imported")
def test_the_forms_and_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert annual("--format", "csv") == 0
    assert len(list(csv.DictReader(io.StringIO(capsys.readouterr().out)))) == 15
    page = tmp_path / "report.html"
    assert annual("--format", "html", "--output", str(page)) == 0
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    out, err = capsys.readouterr()
    assert (out, err) == ("", "")


def test_only_json_is_on_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert annual(landlord="herefordshire") == 0
    assert json.loads(capsys.readouterr().out)["landlord"] == "herefordshire"


@pytest.mark.parametrize("year", ["2023-25", "abc", "", "2023", "2023/24", "9999-00", "x" * 10_000])
def test_what_is_not_a_year_is_refused(year: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert annual(year=year) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("redress: --year: ")
    assert "such as 2023-24" in err
    assert len(err) < 300


def test_a_year_that_has_not_begun_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert annual("--as-at", "2023-03-31") == 2
    assert "begins on 2023-04-01" in capsys.readouterr().err
    assert annual("--as-at", "2023-04-01") == 0


@pytest.mark.parametrize("day", ["2023-02-30", "31/03/2024", "20240331", "0000-01-01", "today"])
def test_what_is_not_a_day_is_refused(day: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert annual("--as-at", day) == 2
    assert capsys.readouterr().err.startswith("redress: --as-at: ")


def test_an_unknown_landlord_is_refused_with_those_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert annual(landlord="nowhere") == 2
    err = capsys.readouterr().err
    assert "nowhere" in err
    assert "tower-hamlets-homes" in err


def test_a_file_that_cannot_be_written_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert annual("--output", str(tmp_path / "no" / "file.json")) == 2
    assert "No such file or directory" in capsys.readouterr().err


def test_an_unknown_form_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        annual("--format", "xml")
    assert stopped.value.code == 2
    assert "json" in capsys.readouterr().err


def check(path: Path, year: str = "2023-24") -> int:
    return main(["report", "check", str(path), "--landlord", "together", "--year", year])


def written(folder: Path, content: str | bytes) -> Path:
    path = folder / "report.txt"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.usefixtures("imported")
def test_a_report_that_agrees_ends_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "We received 2 stage 1 complaints.\n10 people came to see us.\n"
    capsys.readouterr()
    assert check(written(tmp_path, text)) == 0
    out = capsys.readouterr().out
    assert "Figures that disagree: 0" in out
    assert "Sentences with figures that were not checked: 1" in out
    assert "Not checked: 10: what it counts could not be read." in out


@pytest.mark.usefixtures("imported")
def test_a_figure_that_disagrees_is_told_with_the_right_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "2. Stage 1 complaints\n\n60% of stage 1 complaints were answered on time.\n"
    capsys.readouterr()
    assert check(written(tmp_path, text)) == 1
    out = capsys.readouterr().out
    assert "2: “60% of stage 1 complaints were answered on time.”" in out
    assert "The text says 60%; the figures give 50.0% (1 of 2 stage 1 complaints received)." in out


@pytest.mark.usefixtures("imported")
def test_a_year_without_cases_is_not_judged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert check(written(tmp_path, "We received 9 stage 1 complaints."), "2019-20") == 0
    assert "no cases of 2019-20 are held here" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"%PDF-1.7 and more", "is a PDF. Save it as text"),
        (b"PK\x03\x04 and more", "is a Word or other packed file"),
        (b"\xff\xfe\x00\x01", "no text in UTF-8 (byte 1)"),
        (b"words \0 words", "no text, but data"),
        (b" \n", "nothing is written in it"),
    ],
)
def test_what_is_no_text_is_refused_in_plain_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, says: str
) -> None:
    assert check(written(tmp_path, content)) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert says in err


def test_a_file_of_a_hundred_megabytes_is_refused_unread(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    assert check(path) == 2
    assert "100 MB; a report to check may have 5 MB" in capsys.readouterr().err
    assert check(tmp_path / "none.txt") == 2
    assert "No such file" in capsys.readouterr().err


@pytest.mark.usefixtures("imported")
@pytest.mark.parametrize(("form", "starts"), [("pdf", b"%PDF-1.7"), ("docx", b"PK")])
def test_the_annual_report_on_paper(tmp_path: Path, form: str, starts: bytes) -> None:
    path = tmp_path / f"report.{form}"
    assert annual("--format", form, "--output", str(path)) == 0
    assert path.read_bytes().startswith(starts)
