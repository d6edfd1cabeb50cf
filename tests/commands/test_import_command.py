"""`redress import cases` and `redress verify`, as someone at the keyboard sees them."""

from pathlib import Path

import pytest

from redress.cases import append_only
from redress.cases.models import Case, Event
from redress.cli import main
from redress.rules.case_rows import COLUMNS

pytestmark = pytest.mark.django_db
ROW = (
    "C-1,complaint,1,2023-05-02,2023-05-04,2023-05-17,,2023-05-15,"
    "upheld,tenant,Repairs,leak,phone,no"
)


def write(folder: Path, *rows: str) -> str:
    path = folder / "cases.csv"
    path.write_text("\n".join([",".join(COLUMNS), *rows]), encoding="utf-8")
    return str(path)


def test_import_says_what_it_added(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "cases", write(tmp_path, ROW), "--landlord", "harrow"]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "1 rows read: 1 cases with 1 stages added, 0 rows were there already." in said.err


def test_a_dry_run_says_what_would_be(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["import", "cases", write(tmp_path, ROW), "--landlord", "harrow", "--dry-run"]
    assert main(words) == 0
    assert "would be added" in capsys.readouterr().err
    assert Case.objects.count() == 0


def test_bad_rows_are_named_and_nothing_is_stored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = ROW.replace("2023-05-02", "0001-01-01").replace("C-1", "C-2")
    assert main(["import", "cases", write(tmp_path, ROW, bad), "--landlord", "harrow"]) == 2
    said = capsys.readouterr().err
    assert "nothing was imported" in said
    assert "line 3, received: '0001-01-01'" in said
    assert Case.objects.count() == 0


@pytest.mark.parametrize("landlord", ["nobody", "", "../harrow"])
def test_an_unknown_landlord_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], landlord: str
) -> None:
    assert main(["import", "cases", write(tmp_path, ROW), "--landlord", landlord]) == 2
    assert "there is no landlord" in capsys.readouterr().err


def test_a_file_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "cases", "/nowhere.csv", "--landlord", "harrow"]) == 2
    assert "/nowhere.csv: No such file" in capsys.readouterr().err


def test_verify_counts_what_it_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["import", "cases", write(tmp_path, ROW), "--landlord", "harrow"])
    assert main(["verify"]) == 0
    assert "1 cases, 1 events, 0 letters checked: everything fits." in capsys.readouterr().out


def test_verify_names_the_row_that_does_not_fit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from django.db import connection

    main(["import", "cases", write(tmp_path, ROW), "--landlord", "harrow"])
    append_only.remove(connection)  # as one who owns the database could
    Event.objects.update(by_name="Somebody else")
    append_only.install(connection)
    assert main(["verify"]) == 1
    assert "C-1: event 1 (imported): it does not fit the chain" in capsys.readouterr().err


def test_verify_names_a_policy_edited_behind_its_seal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    edited = "landlords/harrow/2023-04-01.toml: has been edited since it was in force"
    monkeypatch.setattr("redress.rules.policy_seal.broken", lambda: (edited,))
    assert main(["verify"]) == 1
    assert edited in capsys.readouterr().err
