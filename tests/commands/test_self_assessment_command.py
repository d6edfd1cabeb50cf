"""`redress self-assessment`, from a file to the 72 provisions, and what it refuses."""

import json
from pathlib import Path
from typing import Any

import pytest

from redress.cli import main
from tests.conftest import SHARED
from tests.rules.forms import NUMBERS, text
from tests.rules.second_form import NUMBERS as SECOND
from tests.rules.second_form import text as second

pytestmark = pytest.mark.django_db
SEEDS = Path(__file__).parents[2] / SHARED / "seeds"


def imports(path: Path, *words: str, landlord: str = "together") -> int:
    return main(["self-assessment", "import", str(path), "--landlord", landlord, *words])


def shown(
    capsys: pytest.CaptureFixture[str], landlord: str = "together", year: str = "2023-24"
) -> Any:
    capsys.readouterr()
    words = ["self-assessment", "show", "--landlord", landlord, "--year", year, "--format", "json"]
    assert main(words) == 0
    return json.loads(capsys.readouterr().out)


@pytest.fixture
def form(tmp_path: Path) -> Path:
    path = tmp_path / "form.txt"
    path.write_text(text(p1_2="1.2\tUse it.\tYes\t\tSo we do."), encoding="utf-8")
    return path


def test_it_prints_what_was_read_and_every_doubtful_cell(
    form: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert imports(form, "--year", "2023-24") == 0
    said = capsys.readouterr().out
    assert "72 provisions read for" in said and "draft number 1" in said
    assert "line 2: 1.2 evidence: there is no evidence" in said
    assert imports(form, "--year", "2023-24") == 0
    assert "was there already" in capsys.readouterr().out


def test_it_shows_all_72_in_the_order_of_the_code(
    form: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    imports(form, "--year", "2023-24")
    data = shown(capsys)
    assert (data["landlord"], data["year"]) == ("together", "2023-24")
    assert tuple(each["number"] for each in data["provisions"]) == NUMBERS
    first = data["provisions"][0]
    assert list(first) == ["number", "answer", "evidence", "commentary", "flags", "measure"]
    assert (first["answer"], first["commentary"]) == ("yes", "So we do.")
    assert "It says yes and gives no evidence." in first["flags"]


def test_a_year_without_a_self_assessment_has_no_answers(
    capsys: pytest.CaptureFixture[str],
) -> None:
    data = shown(capsys)
    assert {each["answer"] for each in data["provisions"]} == {None}
    assert len(data["provisions"]) == 72


def test_what_is_wrong_is_said(form: Path, capsys: pytest.CaptureFixture[str]) -> None:
    form.write_text(text(p2_3=""), encoding="utf-8")
    assert imports(form) == 2
    assert "1 provision is missing: 2.3" in capsys.readouterr().err
    assert imports(form.with_name("none.txt")) == 2
    assert imports(form, landlord="nowhere") == 2
    assert imports(form, "--year", "2023-25") == 2
    assert main(["self-assessment", "show", "--landlord", "together", "--year", "2089-90"]) == 2


def test_the_second_code_is_asked_for_by_name(
    form: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    show = ["self-assessment", "show", "--landlord", "together", "--year", "2023-24"]
    assert main([*show, "--code", "lgsco"]) == 2
    assert "import a form with --code lgsco" in capsys.readouterr().err
    form.write_text(second(), encoding="utf-8")
    assert imports(form, "--year", "2023-24", "--code", "lgsco") == 0
    said = capsys.readouterr().out
    assert "5 provisions read for" in said and "nothing measures it" in said
    assert "line 3: 1.2 evidence: there is no evidence" in said
    assert "the form has nothing of section 3 to 5 before it" in said
    assert main([*show, "--code", "lgsco"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert list(data) == ["landlord", "year", "code", "provisions"] and data["code"] == "lgsco"
    assert tuple(each["number"] for each in data["provisions"]) == SECOND
    assert {each["measure"] for each in data["provisions"]} == {None}
    assert data["provisions"][1]["flags"] == ["It says yes and gives no evidence."]
    first = shown(capsys)
    assert list(first) == ["landlord", "year", "provisions"]
    assert {each["answer"] for each in first["provisions"]} == {None}


WEAK = {  # what the policies say against a yes: domain.md 5.4, 5.7
    "tower-hamlets-homes": (
        "tower-hamlets-code-self-assessment.txt",
        {"5.6", "6.5", "6.16", "9.5"},
    ),
    "harrow": ("harrow-complaints-report-2023-24.txt", {"5.12", "6.9", "9.1"}),
}


@pytest.mark.parametrize("landlord", WEAK)
def test_both_published_forms_are_flagged_where_they_are_weak(
    landlord: str, capsys: pytest.CaptureFixture[str]
) -> None:
    name, weak = WEAK[landlord]
    if not (SEEDS / name).exists():
        pytest.skip(f"{SHARED} is not there")
    assert imports(SEEDS / name, "--year", "2023-24", landlord=landlord) == 0
    provisions = shown(capsys, landlord)["provisions"]
    flagged = {p["number"] for p in provisions if any("conflicts" in flag for flag in p["flags"])}
    assert weak <= flagged
    unevidenced = {p["number"] for p in provisions if any("evidence" in f for f in p["flags"])}
    assert unevidenced == ({"3.2", "5.8", "8.2"} if landlord == "tower-hamlets-homes" else {"8.2"})
