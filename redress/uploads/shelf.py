"""Where files lie: outside the web's reach, under random names, whole or not at all.

A file is written beside the shelf, flushed to the disk and only then moved onto it. Whatever no row
of the database names is swept up a day later, by its age.
"""

import hashlib
import os
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

INCOMING = "incoming"
SMALL = ".small"  # the ending of a small copy
BLOCK = 1024 * 1024  # bytes


@dataclass(frozen=True)
class Written:
    """A file that lies beside the shelf: its path, size and digest."""

    path: Path
    size: int
    sha256: str


@dataclass(frozen=True)
class Shelf:
    """The folder of all files."""

    root: Path

    def write(self, blocks: Iterable[bytes]) -> Written:
        """A new file beside the shelf, flushed to the disk. Leaves nothing where that fails."""
        path = self.incoming / secrets.token_hex(16)
        digest, size = hashlib.sha256(), 0
        try:
            with path.open("xb") as file:
                for block in blocks:
                    file.write(block)
                    digest.update(block)
                    size += len(block)
                _flush(file.fileno())
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        return Written(path, size, digest.hexdigest())

    def put(self, path: Path, small: Path | None = None) -> str:
        """Move a file onto the shelf, with its small copy; gives its new random name."""
        name = secrets.token_hex(16)
        place = self.path(name)
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if small:
            _flush_path(small)
            small.replace(self.small_path(name))
        _flush_path(path)
        path.replace(place)
        for folder in (place.parent, place.parent.parent, self.root):
            _flush_path(folder)
        return name

    def path(self, name: str) -> Path:
        """Where a file of this name lies. Only names that `put` gave have a place."""
        if len(name) != 32 or not set(name) <= set("0123456789abcdef"):
            raise ValueError("this is no name of the shelf")
        return self.root / name[:2] / name[2:4] / name

    def small_path(self, name: str) -> Path:
        """Where its small copy lies."""
        place = self.path(name)
        return place.with_name(place.name + SMALL)

    def remove(self, name: str) -> None:
        """Take a file off the shelf, with its small copy."""
        self.path(name).unlink(missing_ok=True)
        self.small_path(name).unlink(missing_ok=True)

    @property
    def incoming(self) -> Path:
        """The folder beside the shelf for what is not yet whole."""
        folder = self.root / INCOMING
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder

    def left_over(self, before: datetime) -> Iterator[Path]:
        """What lies in `incoming` since before a moment: pieces of uploads that were cut off."""
        return (path for path in self.incoming.iterdir() if _older(path, before))

    def names(self, before: datetime) -> Iterator[str]:
        """The names of files that have been on the shelf since before a moment."""
        for path in self.root.glob("[0-9a-f][0-9a-f]/[0-9a-f][0-9a-f]/*"):
            if _older(path, before):
                yield path.name.removesuffix(SMALL)


def digest_of_file(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _older(path: Path, before: datetime) -> bool:
    try:
        return path.stat().st_mtime < before.timestamp()
    except FileNotFoundError:  # somebody else swept it
        return False


def _flush(number: int) -> None:
    os.fsync(number)


def _flush_path(path: Path) -> None:
    number = os.open(path, os.O_RDONLY)
    try:
        _flush(number)
    finally:
        os.close(number)
