"""`redress report quarter|week|tsm|housemark`, from an imported file to each format."""

import csv
import io
import json
import zipfile
from datetime import date
from pathlib import Path

import pytest

from redress.cli import main
from redress.people.homes import note_homes
from redress.people.models import Landlord

pytestmark = pytest.mark.django_db

HEADER = (
    "reference,kind,stage,received,acknowledged,due,extended_to,responded,outcome,tenure,"
    "service_area,category,channel,petition\n"
)
ROWS = """\
A1,complaint,1,2023-05-15,2023-05-17,2023-05-30,,2023-05-30,upheld,tenant,Repairs,Leak,web,no
A1,complaint,2,2023-06-05,2023-06-06,2023-07-03,2023-07-17,2023-07-17,,tenant,Repairs,Leak,web,no
A2,complaint,1,2023-05-16,2023-05-17,2023-05-31,,2023-07-10,,shared_owner,Estates,Noise,web,no
A3,complaint,1,2023-05-18,,2023-06-02,,,,leaseholder,Repairs,Leak,web,no
A4,service_request,,2023-05-18,,,,,,tenant,Repairs,,web,no
"""


@pytest.fixture(autouse=True)
def imported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "cases.csv"
    path.write_text(HEADER + ROWS, encoding="utf-8")
    assert main(["import", "cases", str(path), "--landlord", "together"]) == 0
    capsys.readouterr()


def report(what: str, period: str, *words: str) -> int:
    return main(["report", what, "--landlord", "together", "--period", period, *words])


def test_a_quarters_figures_as_data(capsys: pytest.CaptureFixture[str]) -> None:
    assert report("quarter", "2023-Q1") == 0
    data = json.loads(capsys.readouterr().out)
    found = {each["figure"]: each["number"] for each in data["figures"]}
    assert (found["received"], found["on_time"], found["late"], found["overdue"]) == (4, 2, 1, 1)
    assert (data["from"], data["to"]) == ("2023-04-01", "2023-06-30")
    repairs = [e for e in data["broken_down"] if (e["by"], e["value"]) == ("service", "Repairs")]
    assert next(e["number"] for e in repairs if e["figure"] == "received") == 3
    assert data["meanings"]["on_time"]["formula"].endswith("÷ cases received in the period")


def test_a_weeks_figures_as_lines(capsys: pytest.CaptureFixture[str]) -> None:
    assert report("week", "2023-W20", "--format", "csv") == 0
    lines = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    whole = {line["figure"]: line["number"] for line in lines if not line["by"]}
    assert whole["received"] == "3"
    assert whole["working_days_median"] == "24"  # 10 and 38, the bank holiday of 29 May left out


def test_the_measures_with_their_formulas(capsys: pytest.CaptureFixture[str]) -> None:
    landlord = Landlord.objects.get(slug="together")
    note_homes(landlord, "lcra", 2000, date(2024, 3, 31), "Statistical data return")
    assert report("tsm", "2023-24") == 0
    data = json.loads(capsys.readouterr().out)
    rented, _, shared, _ = data["measures"]
    assert (rented["ch01"], rented["homes_source"]) == (0.5, "Statistical data return")
    assert rented["ch02_of_received_formula"] == "1 in time ÷ 1 received × 100 = 100.0%"
    assert (shared["ch01"], shared["ch02_of_responded"]) == (None, 0.0)
    assert data["in_neither"] == {"others": 1, "not_known": 0}
    assert data["ch02_is_of"] == "received"


def test_the_monthly_return_as_csv_and_workbook(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report("housemark", "2023-05", "--format", "csv") == 0
    head, line = csv.reader(io.StringIO(capsys.readouterr().out))
    found = dict(zip(head, line, strict=True))
    assert found["Stage 1 complaints received"] == "3"
    assert found["Service requests received"] == "1"
    assert found["Stage 1 complaints of tenants for each 1,000 rented homes"] == ""  # not known
    # nobody was asked, which is not nobody satisfied
    assert found["Stage 1: % satisfied with how it was handled, of residents who said"] == ""
    path = tmp_path / "return.xlsx"
    assert report("housemark", "2023-05", "--format", "xlsx", "--output", str(path)) == 0
    assert "xl/worksheets/sheet1.xml" in zipfile.ZipFile(path).namelist()


@pytest.mark.parametrize("what", ["quarter", "tsm", "housemark"])
def test_a_page_of_each(what: str, capsys: pytest.CaptureFixture[str]) -> None:
    period = {"quarter": "2023-Q1", "tsm": "2023-24", "housemark": "2023-05"}[what]
    assert report(what, period, "--format", "html") == 0
    page = capsys.readouterr().out
    assert page.startswith("<!DOCTYPE html>") and "Together" in page


@pytest.mark.parametrize(
    ("what", "period", "says"),
    [
        ("quarter", "2023", "is not a period; write a week as"),
        ("quarter", "2023-24", "2023-24 is no quarter; write one such as 2026-Q1"),
        ("week", "2023-W60", "2023 has no week 60"),
        ("tsm", "2023-05", "is no year"),
        ("housemark", "2080-05", "begins on 2080-05-01, after"),
    ],
)
def test_what_is_refused(
    what: str, period: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report(what, period) == 2
    assert says in capsys.readouterr().err


def test_the_year_of_the_annual_report_is_also_a_period(capsys: pytest.CaptureFixture[str]) -> None:
    assert report("annual", "2023-24") == 0
    assert json.loads(capsys.readouterr().out)["year"] == "2023-24"


@pytest.mark.parametrize(("what", "period"), [("quarter", "2023-Q1"), ("housemark", "2023-05")])
def test_a_period_that_is_not_over_ends_with_the_day_it_is_shown_of(
    what: str, period: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report(what, period, "--format", "html", "--as-at", "2023-05-20") == 0
    page = capsys.readouterr().out
    assert "to 20 May 2023, so far" in page
    assert report(what, period, "--format", "html", "--as-at", "2023-06-30") == 0
    assert "2023, so far" not in capsys.readouterr().out
