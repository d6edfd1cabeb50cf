"""Runs every check and test, each under a heading, and ends with one line that counts them.

The checks run side by side, then the tests, which use all cores themselves. All of them run,
whatever fails before, so that one run tells everything. `python3 run.py test` installs what this
needs and then runs it. Where CI is set, nothing may be skipped.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[1]
REPORTS = ROOT / "var" / "test"
BIN = Path(sys.executable).parent
CI = bool(os.environ.get("CI"))
WORKERS = str(min(os.cpu_count() or 1, 4))
# A browser leaves a core idle at times: one worker more uses it.
WITH_WAITING = str(min(os.cpu_count() or 1, 4) + 1)
SHELL = "chromium-headless-shell"
WITH_DATABASE = tuple(
    f"tests/{name}"
    for name in (
        *("people", "cases", "learning", "satisfaction", "ombudsman", "assessment", "reports"),
        *("publishing", "privacy", "work", "commands", "web"),
    )
)


@dataclass(frozen=True)
class Step:
    """One command of the run. `tests` names pytest's report; other steps count as one check."""

    title: str
    words: list[str]
    tests: str = ""
    beside: bool = False  # it may run beside others of its kind
    extra: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Count:
    """How many passed, failed and were skipped."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def add(self, other: "Count") -> None:
        self.passed += other.passed
        self.failed += other.failed
        self.skipped += other.skipped

    def words(self) -> str:
        """As pytest says it: "12 passed, 0 failed"."""
        skipped = f", {self.skipped} skipped" if self.skipped else ""
        return f"{self.passed} passed, {self.failed} failed{skipped}"


def main() -> int:
    """Runs all steps; the answer is 0 only where nothing failed."""
    started = time.monotonic()
    REPORTS.mkdir(parents=True, exist_ok=True)
    results = list(run_all(list(steps())))
    if browser_tests() and not find_chromium():
        results.append((Step("browser tests", []), without_browser()))
    total = Count()
    print(heading(f"summary, after {time.monotonic() - started:.0f} s"))
    for step, count in results:
        print(f"{'FAILED' if count.failed else 'ok':8}{step.title}: {count.words()}")
        total.add(count)
    print(total.words())
    return 1 if total.failed else 0


def steps() -> Iterator[Step]:
    """The checks, quick ones first, then the tests."""
    python = sys.executable
    redress = [python, "-P", "-m", "redress"]
    yield Step("format", [tool("ruff"), "format", "--check"])
    yield Step("lint", [tool("ruff"), "check"])
    yield Step("types", [tool("mypy")])
    yield Step("import contracts", [tool("lint-imports"), "--no-logo"])
    yield Step("house rules", [python, "tools/house_rules.py"])
    yield Step("migrations", [*redress, "manage", "makemigrations", "--check", "--dry-run"])
    if (ROOT / "tools" / "draw_states.py").exists():
        yield Step("state diagram", [python, "tools/draw_states.py", "--check"])
    if (ROOT / "redress" / "commands" / "policy.py").exists():
        yield Step("policy reference", [*redress, "policy", "document", "--check"])
    if not find_dovecot():
        install("dovecot-imapd")
    yield pytest("tests on SQLite", "sqlite", "tests", "--ignore=tests/browser", "-n", WORKERS)
    if folders := with_tests(WITH_DATABASE):
        yield pytest("tests on PostgreSQL", "postgresql", *folders, "-n", WORKERS)
    if browser_tests() and (shutil.which(SHELL) or install_chromium() or find_chromium()):
        yield pytest("browser tests", "browser", *browser_tests(), "-n", WITH_WAITING)


def pytest(title: str, name: str, *words: str) -> Step:
    """A run of pytest; `name` is that of its report, and of the database where it is one."""
    report = str(REPORTS / f"{name}.xml")
    database = {"postgresql": "postgresql", "browser": "sqlite-file"}.get(name, "sqlite")
    command = [sys.executable, "-m", "pytest", "-q", f"--junit-xml={report}", *words]
    extra = {"REDRESS_TEST_DATABASE": database}
    return Step(title, command, report, beside=name != "browser", extra=extra)


def with_tests(folders: Iterable[str]) -> list[str]:
    """Those of the folders that have tests."""
    return [folder for folder in folders if any((ROOT / folder).rglob("test_*.py"))]


def browser_tests() -> list[str]:
    return with_tests(["tests/browser"])


def tool(name: str) -> str:
    return str(BIN / name)


def run_all(every: list[Step]) -> Iterator[tuple[Step, Count]]:
    """Runs the steps, the checks at once on all cores, then the tests on both databases side by
    side, since each waits now and then; gives each with its count."""
    checks = [step for step in every if not step.tests]
    beside = [step for step in every if step.beside]
    with ThreadPoolExecutor(int(WORKERS)) as pool:
        yield from zip(checks, pool.map(run, checks), strict=True)
        yield from zip(beside, pool.map(run, beside), strict=True)
    yield from ((step, run(step)) for step in every if step.tests and not step.beside)


def run(step: Step) -> Count:
    """Runs one step, shows what it prints (a check's in one piece, at its end), and counts."""
    if step.tests:
        print(heading(step.title), flush=True)
        Path(step.tests).unlink(missing_ok=True)
    settings = {"DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONPATH": str(ROOT)}
    environment = {**os.environ, **settings, **step.extra}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # or each process compiles everything again
    outcome = subprocess.run(
        step.words,
        cwd=ROOT,
        env=environment,
        check=False,
        text=True,
        stdout=None if step.tests else subprocess.PIPE,
        stderr=None if step.tests else subprocess.STDOUT,
    )
    if not step.tests:
        print(f"{heading(step.title)}\n{outcome.stdout}", end="", flush=True)
    code = outcome.returncode
    count = read_report(Path(step.tests)) if step.tests else Count(passed=int(code == 0))
    if code != 0 and not count.failed:
        count.failed = 1  # the run itself broke: no test, or no report
    return count


def read_report(path: Path) -> Count:
    """The numbers in the report that pytest wrote a moment ago; none where there is none."""
    count = Count()
    if not path.exists():
        return count
    for suite in ElementTree.parse(path).getroot():  # noqa: S314
        failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        skipped = int(suite.get("skipped", 0))
        passed = int(suite.get("tests", 0)) - failed - skipped
        count.add(Count(passed, failed, skipped))
    return count


def heading(title: str) -> str:
    return f"\n== {title} " + "=" * max(0, 76 - len(title))


def find_chromium() -> str | None:
    """The shell, which is quicker to open pages, or else the whole browser."""
    return shutil.which(SHELL) or shutil.which("chromium")


def install_chromium() -> bool:
    """Installs Debian's Chromium where this may be done."""
    for name in (SHELL, "chromium"):
        install(name, "fonts-dejavu-core")
        if shutil.which(name):
            return True
    return False


def find_dovecot() -> str | None:
    """The IMAP server of the tests; those that need it are skipped without it."""
    return shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")


def install(*packages: str) -> bool:
    """Installs packages of Debian where this may be done; False where it may not."""
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return False
    print(heading(f"installing {', '.join(packages)}"), flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    words = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    for command in (["apt-get", "update", "-qq"], words):
        subprocess.run(command, env=quiet, check=False, stdout=subprocess.DEVNULL)
    return True


def without_browser() -> Count:
    """Says plainly why the browser tests did not run. In CI that is a failure."""
    print(heading("browser tests"))
    print("There is no Chromium here; root can install it: apt-get install chromium")
    return Count(failed=1) if CI else Count(skipped=1)


if __name__ == "__main__":
    sys.exit(main())
