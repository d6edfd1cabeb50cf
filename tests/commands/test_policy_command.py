"""`redress policy`: check, schema, show, document, seal."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from redress.cli import main
from redress.commands import policy as command
from redress.rules import policy_files, policy_seal

MODEL = policy_files.ROOT / "landlords" / "code-model" / "2024-04-01.toml"
Capture = pytest.CaptureFixture[str]


def answer(capsys: Capture, *words: str) -> tuple[int, Any, str]:
    """Exit code, what the JSON on standard output says, and standard error."""
    code = main(["policy", *words])
    out, err = capsys.readouterr()
    return code, json.loads(out) if out else None, err


def refusal(capsys: Capture, *words: str) -> str:
    """What is said of input that is refused: exit code 2 and nothing on standard output."""
    code = main(["policy", *words])
    out, err = capsys.readouterr()
    assert (code, out) == (2, "")
    assert err.startswith("redress: ") and "Traceback" not in err
    return err


@pytest.mark.parametrize(
    ("slug", "identity", "code"),
    [
        ("tower-hamlets-homes", "tower-hamlets-homes/2022-10-01", 1),
        ("together", "together/2021-02-01", 1),
        ("herefordshire", "herefordshire/2021-07-01", 1),
        ("harrow", "harrow/2023-04-01", 1),
        ("code-model", "code-model/2024-04-01", 0),
    ],
)
def test_check_one_landlord(capsys: Capture, slug: str, identity: str, code: int) -> None:
    ended, said, err = answer(capsys, "check", "--landlord", slug, "--format", "json")
    assert (ended, said["policy"], err) == (code, identity, "")
    severities = {finding["severity"] for finding in said["findings"]}
    assert ("conflict" in severities) is bool(code)


def test_the_shape_of_a_finding(capsys: Capture) -> None:
    _, said, _ = answer(capsys, "check", "--landlord", "together", "--format", "json")
    assert list(said) == ["policy", "findings"]
    for finding in said["findings"]:
        assert list(finding) == ["provision", "severity", "clause", "says", "change"]
        assert finding["severity"] in ("conflict", "stricter", "review")
    assert {
        "provision": "3.7",
        "severity": "conflict",
        "clause": "7.1 to 7.3",
        "says": "It sends residents to a designated person, or has them wait eight weeks.",
        "change": "Say that they may go to the Ombudsman directly; both ended on 1 October 2022.",
    } in said["findings"]


def test_check_everyone(capsys: Capture) -> None:
    code, said, err = answer(capsys, "check", "--format", "json")
    assert (code, err) == (1, "")
    assert [each["policy"].split("/")[0] for each in said] == list(policy_files.landlord_slugs())


def test_check_in_words(capsys: Capture) -> None:
    assert main(["policy", "check", "--landlord", "harrow"]) == 1
    out = capsys.readouterr().out
    assert "Harrow Council" in out and "6 conflict, 0 stricter, 6 review" in out
    assert "→ Name the roles that investigate and answer stage 2." in out


def test_check_a_file(capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "draft.toml"
    text = MODEL.read_text("utf-8").replace('span = "10 working days"', 'span = "3 weeks"', 1)
    path.write_text(text, "utf-8")
    code, said, _ = answer(capsys, "check", str(path), "--format", "json")
    assert (code, [each["provision"] for each in said["findings"]]) == (1, ["6.3"])


def test_a_sound_file_ends_with_0(capsys: Capture) -> None:
    assert answer(capsys, "check", str(MODEL), "--format", "json")[0] == 0


def test_a_stricter_file_ends_with_0(capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "draft.toml"
    text = MODEL.read_text("utf-8").replace('span = "20 working days"', 'span = "3 weeks"', 1)
    path.write_text(text, "utf-8")
    code, said, _ = answer(capsys, "check", str(path), "--format", "json")
    assert (code, [each["severity"] for each in said["findings"]]) == (0, ["stricter"])


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (b"\xff", "is not UTF-8 text"),
        (b"\x00", "is not TOML"),
        (b"z" * 1_000_000, "is not TOML"),
        (b"z" * 1_000_001, "is larger than"),
        (b"[" * 200_000, "is not TOML"),
        (b"x = " + b"[" * 200_000, "is nested too deeply"),
        (b'colour = "green"', "colour: is not a key"),
    ],
)
def test_files_that_cannot_be_read(
    capsys: Capture, tmp_path: Path, content: bytes, part: str
) -> None:
    path = tmp_path / "bad.toml"
    path.write_bytes(content)
    said = refusal(capsys, "check", str(path))
    assert part in said and str(path) in said


def test_all_faults_of_a_file_are_said(capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "bad.toml"
    text = MODEL.read_text("utf-8").replace("title =", "titel =").replace('"6 Stage 2"', "6")
    path.write_text(text, "utf-8")
    said = refusal(capsys, "check", str(path))
    assert "title: is missing" in said and "titel: is not a key" in said
    assert "stage_2.respond.clause: input should be a valid string; found 6" in said


def test_a_cycle_of_dates(capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "bad.toml"
    text = MODEL.read_text("utf-8").replace('ends = "not stated"', "ends = 2020-01-01", 1)
    path.write_text(text, "utf-8")
    assert "ends (2020-01-01) is before starts (2024-04-01)" in refusal(capsys, "check", str(path))


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["check", "none.toml"], "none.toml: cannot be read: No such file"),
        (["check", "/"], "/: cannot be read"),
        (["check", "a.toml", "--landlord", "harrow"], "give a file or --landlord, not both"),
        (["check", "--landlord", "nobody"], 'there is no landlord "nobody"; there are code-model'),
        (["show", "nobody"], 'there is no landlord "nobody"'),
        (["show", "harrow", "--on", "2021-03-31"], "the first starts 2021-04-01"),
    ],
)
def test_what_is_refused(capsys: Capture, words: list[str], part: str) -> None:
    assert part in refusal(capsys, *words)


@pytest.mark.parametrize("words", [[], ["nonsense"], ["show"], ["check", "--format", "xml"]])
def test_words_it_does_not_know(capsys: Capture, words: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["policy", *words])
    assert ended.value.code == 2
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("words", ["2023-02-30", "1/4/2023", "", "0000-01-01", "today"])
def test_dates_that_are_none(capsys: Capture, words: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["policy", "show", "harrow", "--on", words])
    assert ended.value.code == 2
    assert "--on" in capsys.readouterr().err


def test_schema(capsys: Capture) -> None:
    code, said, err = answer(capsys, "schema")
    assert (code, err) == (0, "")
    assert {"stage_1", "time_limit", "starts"} <= set(said["required"])


@pytest.mark.parametrize(
    ("on", "identity", "span"),
    [
        ([], "harrow/2023-04-01", "10 working days"),
        (["--on", "2023-03-31"], "harrow/2021-04-01", "15 working days"),
        (["--on", "2023-04-01"], "harrow/2023-04-01", "10 working days"),
    ],
)
def test_show_as_data(capsys: Capture, on: list[str], identity: str, span: str) -> None:
    code, said, _ = answer(capsys, "show", "harrow", *on, "--format", "json")
    assert (code, said["policy"], said["stage_1"]["respond"]["span"]) == (0, identity, span)
    assert said["informal"] is None


def test_show_in_words(capsys: Capture) -> None:
    assert main(["policy", "show", "together"]) == 0
    out = capsys.readouterr().out
    assert "Together Housing Association: Complaints Policy V2 (together/2021-02-01)" in out
    assert "15 working days, start not stated  [5.6]" in out


def test_the_committed_pages_are_up_to_date(capsys: Capture) -> None:
    assert main(["policy", "document", "--check"]) == 0
    assert capsys.readouterr().out == ""


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The pages and the schema are written here instead."""
    monkeypatch.setattr(command, "DOCUMENTS", tmp_path / "reference")
    monkeypatch.setattr(command, "SCHEMA", tmp_path / "policy.schema.json")
    return tmp_path


def test_documents_are_written_once(capsys: Capture, elsewhere: Path) -> None:
    missing = refusal(capsys, "document", "--check")
    assert "policy.md" in missing and "run redress policy document" in missing
    assert main(["policy", "document"]) == 0
    assert "wrote policy.md" in capsys.readouterr().err
    assert main(["policy", "document", "--check"]) == 0
    assert main(["policy", "document"]) == 0
    assert capsys.readouterr().err == ""


def test_an_old_page_is_named(capsys: Capture, elsewhere: Path) -> None:
    main(["policy", "document"])
    (elsewhere / "reference" / "policy.md").write_text("old", "utf-8")
    capsys.readouterr()
    said = refusal(capsys, "document", "--check")
    assert said.startswith("redress: policy.md: not as the policy files say")


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The seals of a copy of the packaged files are looked at instead."""
    root = Path(shutil.copytree(policy_files.ROOT, tmp_path / "policies"))
    for name in ("broken", "unsealed", "with_new"):
        real = getattr(policy_seal, name)
        monkeypatch.setattr(command, name, lambda real=real: real(root))
    monkeypatch.setattr(command, "ROOT", root)
    return root


def test_an_edited_policy_stops_the_check(capsys: Capture, copied: Path) -> None:
    path = copied / "landlords" / "harrow" / "2023-04-01.toml"
    path.write_text(path.read_text("utf-8") + "# later\n", "utf-8")
    said = refusal(capsys, "check", "--landlord", "together")
    assert f"{path}: has been edited since it was in force" in said
    assert "edited" in refusal(capsys, "seal")


def test_a_new_policy_is_sealed(capsys: Capture, copied: Path) -> None:
    name = "landlords/harrow/2027-04-01.toml"
    shutil.copy(copied / "landlords" / "harrow" / "2023-04-01.toml", copied / name)
    main(["policy", "check", "--landlord", "code-model"])
    assert f"{name} has no seal" in capsys.readouterr().err
    assert main(["policy", "seal"]) == 0
    assert capsys.readouterr().err == f"sealed {name}\n"
    assert main(["policy", "seal"]) == 0
    assert capsys.readouterr().err == "nothing new to seal\n"
    assert policy_seal.unsealed(copied) == policy_seal.broken(copied) == ()
