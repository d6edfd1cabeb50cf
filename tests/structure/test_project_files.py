"""The files by which the project is installed, locked and described agree with each other."""

import json
import os
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
REQUIREMENTS = ROOT / "requirements"
LOCKS = sorted(REQUIREMENTS.glob("*.txt"))


def locked(name: str) -> dict[str, str]:
    """The packages of a compiled file and their versions (with the marker, where there is one)."""
    text = (REQUIREMENTS / f"{name}.txt").read_text()
    return dict(re.findall(r"^([a-z0-9._-]+)==(\S+(?: ; [^\\]*)?)", text, re.MULTILINE))


def wanted(name: str) -> set[str]:
    """The packages that a source file asks for itself."""
    lines = (REQUIREMENTS / f"{name}.in").read_text().splitlines()
    return {line for line in lines if line and not line.startswith(("#", "-"))}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_locked_package_has_hashes_and_no_file_an_address(lock: Path) -> None:
    text = lock.read_text()
    assert "://" not in text
    entries = re.split(r"\n(?=\S)", text.strip())
    assert entries and all("--hash=sha256:" in entry and "==" in entry for entry in entries)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_lock_has_its_source(lock: Path) -> None:
    names = {re.split(r"[<>=\[]", line)[0] for line in wanted(lock.stem)}
    assert names <= set(locked(lock.stem))


@pytest.mark.parametrize("name", ["run", "postgres"])
def test_tests_run_on_the_versions_that_are_run(name: str) -> None:
    development = locked("dev")
    assert {package: development.get(package) for package in locked(name)} == locked(name)


def test_pyproject_asks_for_what_the_requirements_ask_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert set(project["dependencies"]) == wanted("run")
    assert set(project["optional-dependencies"]["postgres"]) == wanted("postgres")


def test_the_npm_lock_has_hashes_and_no_address_of_a_package() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    fetched = {name: entry for name, entry in packages.items() if name}
    assert fetched
    for name, entry in fetched.items():
        assert entry["integrity"].startswith("sha512-"), name
        assert "resolved" not in entry, name


def test_the_versions_agree() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    assert f"\nsoftwareVersion: {version}\n" in (ROOT / "publiccode.yml").read_text()


@pytest.mark.parametrize("name", ["README.md", "CHANGELOG.md", "LICENSE", "publiccode.yml"])
def test_the_files_one_looks_for_are_there(name: str) -> None:
    assert (ROOT / name).read_text().strip()


def test_ci_runs_the_test_command_and_nothing_else() -> None:
    script = ROOT / ".ci" / "run"
    lines = [line for line in script.read_text().splitlines() if not line.startswith("#")]
    assert lines == ["set -eu", 'export CI="${CI:-true}"', "python3 run.py test"]
    assert os.access(script, os.X_OK)
