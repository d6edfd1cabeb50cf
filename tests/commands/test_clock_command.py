"""`redress clock`, as someone at the keyboard and a file of lines see it."""

import json
from pathlib import Path
from typing import Any

import pytest

from redress.cli import main
from redress.rules.policy_files import ROOT

Screen = pytest.CaptureFixture[str]
THH = ("--landlord", "tower-hamlets-homes")
MODEL = ("--landlord", "code-model")


def ask(screen: Screen, *words: str) -> tuple[int, str, str]:
    """Exit code, standard output, standard error."""
    try:
        code = main(["clock", *words])
    except SystemExit as stopped:  # argparse
        code = int(stopped.code or 0)
    said = screen.readouterr()
    return code, said.out, said.err


def answer(screen: Screen, *words: str) -> Any:
    code, out, _ = ask(screen, *words)
    assert code == 0
    return json.loads(out)


def test_the_whole_answer(capsys: Screen) -> None:
    """48 hours are kept as two working days; the response is late acknowledged by the Code."""
    words = ("--stage", "1", "--received", "2024-06-03", "--acknowledged", "2024-06-12")
    found = answer(capsys, *THH, *words, "--format", "json")
    skipped = found.pop("skipped")
    assert found == {
        "calendar": "england-and-wales",
        "acknowledge_by": {"promise": "2024-06-05", "code": "2024-06-10"},
        "respond_by": {
            "promise": "2024-06-19",
            "code": "2024-06-24",
            "code_literal": "2024-06-26",
        },
        "extended_by": {"promise": "2024-07-03", "code": "2024-07-08"},
    }
    assert skipped[0] == {"date": "2024-06-08", "why": "Saturday"}
    assert skipped[-1] == {"date": "2024-07-07", "why": "Sunday"}
    assert len(skipped) == 10


def test_null_where_the_policy_states_none(capsys: Screen) -> None:
    words = ("--landlord", "herefordshire", "--stage", "2", "--received", "2024-05-24")
    found = answer(capsys, *words)
    assert found["acknowledge_by"] == {"promise": None, "code": "2024-06-03"}
    assert {"date": "2024-05-27", "why": "Spring bank holiday"} in found["skipped"]


@pytest.mark.parametrize(
    ("landlord", "stage", "promise", "code", "furthest", "code_furthest"),
    [
        ("together", "2", "2024-07-01", "2024-07-08", "2024-07-15", "2024-08-05"),
        ("herefordshire", "2", "2024-07-08", "2024-07-08", "2024-07-22", "2024-08-05"),
        ("harrow", "1", "2024-06-24", "2024-06-24", "2024-07-08", "2024-07-08"),
        ("code-model", "2", "2024-07-08", "2024-07-08", "2024-08-05", "2024-08-05"),
    ],
)
def test_each_landlord_not_yet_acknowledged(
    landlord: str,
    stage: str,
    promise: str,
    code: str,
    furthest: str,
    code_furthest: str,
    capsys: Screen,
) -> None:
    words = ("--landlord", landlord, "--stage", stage, "--received", "2024-06-03")
    found = answer(capsys, *words)
    assert found["respond_by"] == {"promise": promise, "code": code, "code_literal": code}
    assert found["extended_by"] == {"promise": furthest, "code": code_furthest}


def test_an_extension_of_so_many_days(capsys: Screen) -> None:
    words = (*MODEL, "--stage", "1", "--received", "2024-06-03", "--extend-days", "4")
    assert answer(capsys, *words)["extended_by"] == {"promise": "2024-06-28", "code": "2024-06-28"}


def test_an_extension_is_cut_to_the_most_allowed_and_that_is_said(capsys: Screen) -> None:
    words = ("--stage", "2", "--received", "2024-06-03", "--extend-days", "15")
    code, out, err = ask(capsys, *THH, *words)
    assert code == 0
    assert json.loads(out)["extended_by"] == {"promise": "2024-07-17", "code": "2024-07-29"}
    assert err == "note: the extension is cut to the most that is allowed without good reason\n"


def test_a_policy_file(tmp_path: Path, capsys: Screen) -> None:
    """The recommended one, with two closure days and another stage 1 time."""
    text = (ROOT / "landlords" / "code-model" / "2024-04-01.toml").read_text(encoding="utf-8")
    closed = (
        "closures = [{ date = 2024-06-06, why = 'Moving' }, { date = 2024-06-07, why = 'Moving' }]"
    )
    changed = text.replace("closures = []", closed).replace('"10 working days"', '"7 working days"')
    file = tmp_path / "ours.toml"
    file.write_text(changed, encoding="utf-8")
    words = ("--policy", str(file), "--stage", "1", "--received", "2024-06-03")
    found = answer(capsys, *words)
    assert found["acknowledge_by"] == {"promise": "2024-06-12", "code": "2024-06-10"}
    assert found["respond_by"]["promise"] == "2024-06-21"
    assert {"date": "2024-06-06", "why": "Moving"} in found["skipped"]


def test_a_policy_later_than_the_case_is_used_and_that_is_said(capsys: Screen) -> None:
    code, out, err = ask(capsys, *MODEL, "--stage", "1", "--received", "2022-09-14")
    assert code == 0
    assert json.loads(out)["acknowledge_by"]["code"] == "2022-09-22"
    assert "note: code-model/2024-04-01 is used for dates before it, too\n" in err
    assert "note: code/2024-04-01 is used for dates before it, too\n" in err


def test_by_file_an_answer_a_line(tmp_path: Path, capsys: Screen) -> None:
    path = tmp_path / "cases.csv"
    lines = ("received,acknowledged,stage", "2024-06-03,2024-06-05,1", "2024-06-03,,2")
    path.write_text("\n".join(lines), encoding="utf-8")
    code, out, _ = ask(capsys, *MODEL, "--batch", str(path))
    first, second = (json.loads(line) for line in out.splitlines())
    assert code == 0
    alone = ("--received", "2024-06-03", "--acknowledged", "2024-06-05", "--stage", "1")
    assert first == answer(capsys, *MODEL, *alone)
    assert second["respond_by"]["code"] == "2024-07-08"


STAGE_1 = ("--stage", "1")


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ((*STAGE_1, *MODEL, "--received", "2024-02-30"), "received: '2024-02-30' does not exist"),
        ((*STAGE_1, *MODEL, "--received", "0001-01-01"), "0001-01-01 is outside the bank holidays"),
        ((*STAGE_1, *MODEL, "--received", "9999-12-31"), "9999-12-31 is outside the bank holidays"),
        ((*STAGE_1, *MODEL, "--received", "2032-12-20"), "is outside the bank holidays known"),
        (
            (*STAGE_1, *MODEL, "--received", "2024-06-03", "--acknowledged", "2024-06-02"),
            "acknowledged on 2024-06-02, before it was received on 2024-06-03",
        ),
        ((*MODEL, "--received", "2024-06-03"), "give --received, --stage, or --batch"),
        ((*MODEL, "--received", "2024-06-03", "--stage", "3"), "stage: '3' is not a stage"),
        ((*MODEL, "--received", "2024-06-03", "--stage", "1\0"), r"stage: '1\x00' is not a stage"),
        (
            (*STAGE_1, *MODEL, "--received", "2024-06-03", "--extend-days", "-4"),
            "--extend-days: '-4' is not a number of days",
        ),
        ((*STAGE_1, "--landlord", "harow", "--received", "2024-06-03"), 'no landlord "harow"'),
        ((*STAGE_1, "--landlord", "../x", "--received", "2024-06-03"), 'no landlord "../x"'),
        ((*STAGE_1, "--policy", "none.toml", "--received", "2024-06-03"), "none.toml: cannot be"),
        ((*STAGE_1, "--received", "2024-06-03"), "one of the arguments --landlord --policy"),
        ((*STAGE_1, *MODEL, "--policy", "x", "--received", "x"), "not allowed with argument"),
        ((*STAGE_1, *MODEL, "--batch", "x.csv"), "--batch stands instead of --received"),
    ],
)
def test_bad_input_is_named(words: tuple[str, ...], fault: str, capsys: Screen) -> None:
    code, out, err = ask(capsys, *words)
    assert (code, out) == (2, "")
    assert fault in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("2024-06-03,2024-06-02,1", "line 3: acknowledged on 2024-06-02, before"),
        (",,1", "line 3: received: '' is not a date"),
        ("2024-06-03,soon,1", "line 3: acknowledged: 'soon' is not a date"),
        ("2024-06-03,,", "line 3: stage: '' is not a stage"),
        ("2011-06-03,,1", "line 3: 2011-06-03 is outside the bank holidays known"),
    ],
)
def test_a_bad_line_is_named(line: str, fault: str, tmp_path: Path, capsys: Screen) -> None:
    path = tmp_path / "cases.csv"
    path.write_text(f"received,acknowledged,stage\n2024-06-03,,1\n{line}\n", encoding="utf-8")
    code, out, err = ask(capsys, *MODEL, "--batch", str(path))
    assert code == 2
    assert len(out.splitlines()) == 1
    assert fault in err
