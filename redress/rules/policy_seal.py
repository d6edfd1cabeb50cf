"""Seals: the digest of every policy file that has been in force, so that an edit is noticed.

A change of policy is a new file with its own start date. `in_force.toml` beside the files holds
one SHA-256 a file; only new files are added to it.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from redress.rules.policy_files import ROOT, PolicyError, read_toml

SEALS = "in_force.toml"
HEAD = """\
# The SHA-256 of every policy file that has been in force, written by `redress policy seal`.
# A file listed here is never edited: cases are pinned to it. A change is a new dated file.
"""


def files(root: Path = ROOT) -> tuple[str, ...]:
    """The policy files, as paths below `root`, in order."""
    found = [*root.glob("code/*.toml"), *root.glob("landlords/*/*.toml")]
    return tuple(sorted(path.relative_to(root).as_posix() for path in found))


def seals(root: Path = ROOT) -> dict[str, str]:
    """The digest of each sealed file. Raises PolicyError where the list cannot be read."""
    held = read_toml(root / SEALS).get("sha256")
    if not isinstance(held, dict) or not all(isinstance(value, str) for value in held.values()):
        raise PolicyError([f"{root / SEALS}: sha256: is not a table of file names and digests"])
    return held


def broken(root: Path = ROOT) -> tuple[str, ...]:
    """What has happened to sealed files: those edited or gone, each with what to do."""
    there = files(root)
    return tuple(
        f"{root / name}: {'has been edited since it was in force' if name in there else 'is gone'};"
        " put it back as it was, and make the change in a new file named after its start date"
        for name, digest in seals(root).items()
        if name not in there or digest_of(root / name) != digest
    )


def unsealed(root: Path = ROOT) -> tuple[str, ...]:
    """The files that no seal covers yet."""
    held = seals(root)
    return tuple(name for name in files(root) if name not in held)


def with_new(root: Path = ROOT) -> str:
    """The text of the list with the files that it lacks; what it holds is kept as it is."""
    held = {**seals(root), **{name: digest_of(root / name) for name in unsealed(root)}}
    return written(held)


def written(held: Mapping[str, str]) -> str:
    """The list of seals as it is written to its file."""
    lines = [f'"{name}" = "{digest}"\n' for name, digest in sorted(held.items())]
    return HEAD + "\n[sha256]\n" + "".join(lines)


def digest_of(path: Path) -> str:
    """The SHA-256 of a file's text, the same whichever line ends a checkout writes."""
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
