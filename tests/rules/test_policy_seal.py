"""Seals: a policy that has been in force cannot be edited unnoticed."""

import hashlib
import re
import shutil
from pathlib import Path

import pytest

from redress.rules import policy_seal
from redress.rules.policy_files import ROOT, PolicyError

HARROW = "landlords/harrow/2023-04-01.toml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the packaged policies, to be spoilt."""
    return Path(shutil.copytree(ROOT, tmp_path / "policies"))


def test_every_policy_in_the_package_is_sealed_and_whole() -> None:
    assert policy_seal.broken() == ()
    assert policy_seal.unsealed() == ()


def test_the_seal_is_the_sha256_of_the_file() -> None:
    digest = hashlib.sha256((ROOT / HARROW).read_bytes()).hexdigest()
    assert policy_seal.seals()[HARROW] == digest


def test_an_edit_is_noticed(root: Path) -> None:
    path = root / HARROW
    path.write_text(path.read_text("utf-8").replace("10 working", "15 working", 1), "utf-8")
    (fault,) = policy_seal.broken(root)
    assert fault.startswith(f"{path}: has been edited since it was in force; put it back")


def test_one_changed_letter_in_a_comment_is_an_edit(root: Path) -> None:
    path = root / "code/2024-04-01.toml"
    path.write_text(path.read_text("utf-8") + "#\n", "utf-8")
    assert len(policy_seal.broken(root)) == 1


def test_a_file_that_is_gone_is_noticed(root: Path) -> None:
    (root / HARROW).unlink()
    (fault,) = policy_seal.broken(root)
    assert "is gone" in fault


def test_line_ends_are_no_edit(root: Path) -> None:
    path = root / HARROW
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert policy_seal.broken(root) == ()


def test_a_new_file_is_sealed_and_the_old_seals_are_kept(root: Path) -> None:
    name = "landlords/harrow/2027-04-01.toml"
    shutil.copy(root / HARROW, root / name)
    edited = root / "code/2024-04-01.toml"
    edited.write_text(edited.read_text("utf-8") + "#\n", "utf-8")
    before = policy_seal.seals(root)
    assert policy_seal.unsealed(root) == (name,)
    (root / policy_seal.SEALS).write_text(policy_seal.with_new(root), "utf-8")
    after = policy_seal.seals(root)
    assert after == {**before, name: after[name]}
    assert len(policy_seal.broken(root)) == 1  # the edit is still noticed


def test_sealing_again_changes_nothing(root: Path) -> None:
    assert policy_seal.with_new(root) == (root / policy_seal.SEALS).read_text("utf-8")


@pytest.mark.parametrize("text", ["", 'sha256 = "x"', '[sha256]\n"a.toml" = 3', "[[sha256]]"])
def test_a_spoilt_list_is_an_error(root: Path, text: str) -> None:
    (root / policy_seal.SEALS).write_text(text, "utf-8")
    with pytest.raises(PolicyError, match=r"in_force\.toml: sha256: is not a table"):
        policy_seal.broken(root)


def test_seals_are_digests_of_policy_files() -> None:
    for name, digest in policy_seal.seals().items():
        assert re.fullmatch(r"(code|landlords/[a-z-]+)/\d{4}-\d\d-\d\d\.toml", name)
        assert re.fullmatch(r"[0-9a-f]{64}", digest)
