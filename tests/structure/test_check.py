"""The test command itself: it counts right, fails when anything failed, and CI skips nothing."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools import check
from tools.check import Count, Step, read_report

ROOT = Path(__file__).resolve().parents[2]
SKIPPING = """
import pytest
def test_passes(): pass
def test_skips(): pytest.skip("no reason worth naming")
def test_has_no_shared(): pytest.skip("needs ../shared")
@pytest.mark.xfail
def test_expected(): assert False
"""


def python(code: str, report: str = "") -> Step:
    return Step("a step", [sys.executable, "-c", code], report)


def pytest_on(folder: Path, text: str, **more: str) -> tuple[int, Count]:
    """Runs our conftest on a file of tests: the exit code, and what the report counts."""
    (folder / "test_it.py").write_text(text)
    report = folder / "report.xml"
    plugins = ["-p", "tests.conftest", "-p", "no:django", "-p", "no:cacheprovider"]
    words = [sys.executable, "-m", "pytest", *plugins, f"--junit-xml={report}", "test_it.py"]
    clean = {name: value for name, value in os.environ.items() if name != "CI"}
    outcome = subprocess.run(
        words, cwd=folder, env={**clean, "PYTHONPATH": str(ROOT), **more}, capture_output=True
    )
    return outcome.returncode, read_report(report)


def test_a_skip_is_a_skip_on_a_developers_machine(tmp_path: Path) -> None:
    code, count = pytest_on(tmp_path, SKIPPING)
    assert code == 0
    assert (count.passed, count.failed) == (1, 0)


def test_in_ci_a_skip_fails_unless_the_shared_folder_is_what_lacks(tmp_path: Path) -> None:
    code, count = pytest_on(tmp_path, SKIPPING, CI="true")
    assert code == 1
    assert (count.passed, count.failed) == (1, 1)


def test_in_ci_a_skipped_file_fails(tmp_path: Path) -> None:
    text = 'import pytest\npytest.importorskip("no_such_module")\ndef test_x(): pass\n'
    assert pytest_on(tmp_path, text)[0] == 5  # nothing to run
    code, count = pytest_on(tmp_path, text, CI="true")
    assert code == 2
    assert count.failed == 1


def test_a_report_is_counted(tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    suite = '<testsuite tests="10" failures="2" errors="1" skipped="3"/>'
    report.write_text(f"<testsuites>{suite}</testsuites>")
    assert read_report(report) == Count(passed=4, failed=3, skipped=3)


def test_a_check_counts_as_one() -> None:
    assert check.run(python("")) == Count(passed=1)
    assert check.run(python("raise SystemExit(3)")) == Count(failed=1)


def test_tests_that_leave_no_report_have_failed(tmp_path: Path) -> None:
    report = tmp_path / "old.xml"
    report.write_text('<testsuites><testsuite tests="10"/></testsuites>')  # of an earlier run
    assert check.run(python("raise SystemExit(4)", str(report))) == Count(failed=1)


def test_one_failure_fails_the_run_and_the_rest_still_runs(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    steps = [python("raise SystemExit(1)"), python("print('still here')")]
    monkeypatch.setattr(check, "steps", lambda: iter(steps))
    monkeypatch.setattr(check, "find_chromium", lambda: "chromium")
    assert check.main() == 1
    out = capfd.readouterr().out
    assert "still here" in out
    assert out.splitlines()[-1] == "1 passed, 1 failed"


def test_checks_run_side_by_side_and_each_keeps_its_words_together(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each of two waits for the other; alone, either would fail."""
    waits = (
        "import pathlib as p, sys, time; me, other = map(p.Path, sys.argv[1:]); me.touch()\n"
        "end = time.monotonic() + 60\n"
        "while not other.exists() and time.monotonic() < end: time.sleep(0.01)\n"
        "print('one'); print('two', file=sys.stderr); sys.exit(not other.exists())"
    )
    a, b = str(tmp_path / "a"), str(tmp_path / "b")
    pair = [Step(me, [sys.executable, "-c", waits, me, other]) for me, other in ((a, b), (b, a))]
    monkeypatch.setattr(check, "WORKERS", "2")
    assert [count for _, count in check.run_all(pair)] == [Count(passed=1)] * 2
    out = capfd.readouterr().out
    assert all(out.count(f"== {name} ") == 1 for name in (a, b))
    assert sorted(out.split()).count("one") == 2 and out.count("two") == 2


def test_what_is_compiled_is_kept_whatever_the_machine_prefers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    assert check.run(python("import sys; sys.exit(sys.dont_write_bytecode)")) == Count(passed=1)


def test_all_well_is_said_in_the_last_line(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(check, "steps", lambda: iter([python("")]))
    monkeypatch.setattr(check, "find_chromium", lambda: "chromium")
    assert check.main() == 0
    assert capfd.readouterr().out.splitlines()[-1] == "1 passed, 0 failed"


@pytest.mark.parametrize(("ci", "code"), [(True, 1), (False, 0)])
def test_a_missing_browser_is_said_and_fails_in_ci(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], ci: bool, code: int
) -> None:
    monkeypatch.setattr(check, "steps", lambda: iter([python("")]))
    monkeypatch.setattr(check, "browser_tests", lambda: ["tests/browser"])
    monkeypatch.setattr(check, "find_chromium", lambda: None)
    monkeypatch.setattr(check, "CI", ci)
    assert check.main() == code
    assert "apt-get install chromium" in capfd.readouterr().out


def test_an_ordinary_user_installs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*words: object, **more: object) -> None:
        raise AssertionError(words)

    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(subprocess, "run", never)
    assert check.install_chromium() is False


def test_every_folder_of_database_tests_runs_on_postgresql() -> None:
    """A folder whose tests touch the database is in the list for PostgreSQL."""
    folders = {
        path.relative_to(ROOT).parts[1]
        for path in (ROOT / "tests").glob("*/**/test_*.py")
        if "django_db" in path.read_text() and path != Path(__file__)
    }
    assert {f"tests/{name}" for name in folders - {"browser"}} <= set(check.WITH_DATABASE)
