"""A landlord's policy files together: no gap, no overlap, names and folders that are right."""

import re
from datetime import date
from pathlib import Path

import pytest

from redress.rules.policy_files import ROOT, read_code, read_landlord
from tests.rules.policy_changes import faults_of, model_file


def test_a_landlord_with_a_regime_for_a_time(tmp_path: Path) -> None:
    folder = tmp_path / "code-model"
    model_file(folder, "2024-04-01.toml")
    model_file(folder, "2024-06-17.toml", starts="2024-06-17", ends="2024-09-30")
    model_file(folder, "2024-10-01.toml", starts="2024-10-01")
    starts = [policy.starts for policy in read_landlord(folder)]
    assert starts == [date(2024, 4, 1), date(2024, 6, 17), date(2024, 10, 1)]


@pytest.mark.parametrize(
    ("ends", "fault"),
    [
        ("2024-09-29", "ends: gap: is 2024-09-29, and the next policy starts 2024-10-01"),
        ("2024-10-01", "ends: overlap: is 2024-10-01, and the next policy starts 2024-10-01"),
        ("2025-01-01", "ends: overlap: is 2025-01-01, and the next policy starts 2024-10-01"),
    ],
)
def test_gaps_and_overlaps(tmp_path: Path, ends: str, fault: str) -> None:
    folder = tmp_path / "code-model"
    path = model_file(folder, "2024-04-01.toml", ends=ends)
    model_file(folder, "2024-10-01.toml", starts="2024-10-01")
    assert faults_of(read_landlord, folder) == (f"{path}: {fault}",)


def test_a_gap_after_the_last(tmp_path: Path) -> None:
    path = model_file(tmp_path / "code-model", "2024-04-01.toml", ends="2025-01-01")
    (fault,) = faults_of(read_landlord, path.parent)
    assert fault == f"{path}: ends: gap after 2025-01-01; no later policy starts"


def test_the_name_of_the_file_is_its_start(tmp_path: Path) -> None:
    path = model_file(tmp_path / "code-model", "2024-05-01.toml")
    (fault,) = faults_of(read_landlord, path.parent)
    assert fault == f"{path}: starts: is 2024-04-01, but the file is named 2024-05-01"


def test_a_second_file_for_one_day_is_misnamed(tmp_path: Path) -> None:
    folder = tmp_path / "code-model"
    model_file(folder, "2024-04-01.toml")
    path = model_file(folder, "second.toml")
    found = faults_of(read_landlord, folder)
    assert found == (f"{path}: starts: is 2024-04-01, but the file is named second",)


def test_the_folder_is_the_slug(tmp_path: Path) -> None:
    path = model_file(tmp_path / "elsewhere", "2024-04-01.toml")
    (fault,) = faults_of(read_landlord, path.parent)
    assert fault == f"{path}: slug: is code-model, but its folder is elsewhere"


def test_the_faults_of_all_files_are_told_together(tmp_path: Path) -> None:
    folder = tmp_path / "code-model"
    first = model_file(folder, "2024-04-01.toml", title="7")
    second = model_file(folder, "2025-01-01.toml", division='"france"')
    found = faults_of(read_landlord, folder)
    assert found[0].startswith(f"{first}: title: ")
    assert any(each.startswith(f"{second}: division: ") for each in found)


def test_a_folder_without_files(tmp_path: Path) -> None:
    (fault,) = faults_of(read_landlord, tmp_path)
    assert fault == f"{tmp_path}: holds no policy file; add one named after its start date"


def test_an_edition_of_the_code_is_read_as_strictly(tmp_path: Path) -> None:
    text = (ROOT / "code" / "2024-04-01.toml").read_text(encoding="utf-8")
    (tmp_path / "2024-04-01.toml").write_text(text.replace('"5.10"', '"5.x"'), encoding="utf-8")
    (fault,) = faults_of(read_code, tmp_path)
    assert re.search(r"2024-04-01\.toml: provisions\.\d+\.number: string should match", fault)
