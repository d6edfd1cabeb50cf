"""run.py: what it installs, what it leaves alone, and what it says where it cannot."""

import ast
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import run

ROOT = Path(__file__).resolve().parents[2]
Calls = list[str]


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Calls:
    """A checkout with an empty .venv and one list of packages. The tools that get called, and
    the lists they were given, are noted; each works unless a test says otherwise."""
    calls: Calls = []
    (tmp_path / ".venv").mkdir()
    (tmp_path / "run.txt").write_text("django==5.2.19")
    monkeypatch.setattr(run, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(run, "REQUIREMENTS", tmp_path)
    monkeypatch.setattr(run, "works", lambda *words: True)
    monkeypatch.setattr(run, "find_uv", lambda: "uv")
    monkeypatch.setattr(run, "succeeds", lambda words: calls.append(tool(words)) or True)
    return calls


def tool(words: Calls) -> str:
    """Which tool a command line calls."""
    return "pip" if "-m" in words else words[0]


def fails(calls: Calls, *names: str) -> Any:
    """Stands for running a tool: those named fail."""

    def succeeds(words: Calls) -> bool:
        calls.append(tool(words))
        return tool(words) not in names

    return succeeds


def test_the_bootstrap_needs_the_standard_library_alone() -> None:
    for path in (ROOT / "run.py", ROOT / "tools" / "fetch_static.py"):
        modules = set()
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Import):
                modules |= {name.name.split(".")[0] for name in node.names}
            elif isinstance(node, ast.ImportFrom):
                modules.add((node.module or "").split(".")[0])
        assert modules <= sys.stdlib_module_names | {"tools"}, path


def test_a_list_is_installed_once(machine: Calls) -> None:
    run.install("run")
    assert machine == ["uv"]
    run.install("run")
    assert machine == ["uv"]


def test_a_changed_list_is_installed_again(machine: Calls) -> None:
    run.install("run")
    (run.REQUIREMENTS / "run.txt").write_text("django==5.2.20")
    run.install("run")
    assert machine == ["uv", "uv"]


def test_where_uv_fails_pip_takes_over_and_that_is_said(
    machine: Calls, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "succeeds", fails(machine, "uv"))
    run.install("run")
    assert machine == ["uv", "pip"]
    assert "uv could not install them. Trying pip" in capsys.readouterr().err


def test_where_both_fail_nothing_is_noted_as_installed(
    machine: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "succeeds", fails(machine, "uv", "pip"))
    for _ in range(2):
        with pytest.raises(run.CannotSetUp, match="pip could not install"):
            run.install("run")
    assert machine == ["uv", "pip", "uv", "pip"]


def test_without_uv_and_pip_it_says_what_to_install(
    machine: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "find_uv", lambda: None)
    monkeypatch.setattr(run, "has_pip", lambda: False)
    with pytest.raises(run.CannotSetUp, match="apt-get install python3-pip"):
        run.install("run")


def test_a_broken_environment_is_made_anew(machine: Calls, monkeypatch: pytest.MonkeyPatch) -> None:
    run.install("run")
    monkeypatch.setattr(run, "works", lambda *words: False)
    monkeypatch.setattr(run, "make_venv", lambda: machine.append("venv"))
    (run.VENV / ".redress" / "run").unlink()  # as it goes with the folder
    run.install("run")
    assert machine == ["uv", "venv", "uv"]


def test_every_install_checks_hashes(machine: Calls, monkeypatch: pytest.MonkeyPatch) -> None:
    lines: list[Calls] = []
    monkeypatch.setattr(run, "succeeds", lambda words: lines.append(words) or len(lines) > 1)
    run.install("run")
    assert len(lines) == 2
    assert all("--require-hashes" in line for line in lines)


def test_a_missing_tool_does_not_work() -> None:
    assert not run.works("no-such-tool")
    assert not run.works(sys.executable, "-c", "raise SystemExit(1)")
    assert run.works(sys.executable, "-c", "")


def test_a_changed_static_file_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "STATIC", tmp_path)
    (tmp_path / "a.css").write_text("p {}")
    before = list(run.static_state())
    assert list(run.static_state()) == before
    (tmp_path / "a.css").write_text("p { color: red }")
    assert list(run.static_state()) != before


def test_what_is_missing_is_one_line_and_exit_code_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def prepare() -> None:
        raise run.CannotSetUp("this Python has no pip")

    monkeypatch.setattr(run, "prepare", prepare)
    assert run.main(["--no-serve"]) == 1
    assert capsys.readouterr().err == "run.py: this Python has no pip\n"


def test_help_names_the_commands() -> None:
    words = [sys.executable, str(ROOT / "run.py"), "--help"]
    outcome = subprocess.run(words, capture_output=True, text=True, check=True)
    for command in ("run.py --no-serve", "run.py test", "run.py redress"):
        assert f"python3 {command}" in outcome.stdout
