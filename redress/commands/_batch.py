"""Answers one question from the command line, or the same question for each line of a CSV file.

Nothing of a file is kept, so its length does not matter.
"""

import csv
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, TypeVar

from redress.commands import Problem
from redress.commands._progress import Progress
from redress.rules.dates import shown

MOST_IN_LINE = 1_000_000  # bytes; a file of one endless line is not a table

Cells = Mapping[str, str]
Value = TypeVar("Value")


def add_question(
    parser: ArgumentParser, needed: Sequence[str], optional: Sequence[str] = (), **metavar: str
) -> None:
    """An option for each name, and `--batch` for a file with columns of those names."""
    for name in (*needed, *optional):
        parser.add_argument(f"--{name}", metavar=metavar.get(name, "DATE"))
    columns = ", ".join((*needed, *optional))
    parser.add_argument(
        "--batch", type=Path, metavar="FILE.csv", help=f"one answer a line; columns {columns}"
    )
    parser.set_defaults(needed=needed, optional=optional)


def answer(args: Namespace, say: Callable[[Cells], str]) -> int:
    """Prints what `say` makes of the options, or of each line of the file.

    `say` raises ValueError, beginning with the name of the option or column, for what it cannot
    answer; that ends in a Problem. Of a file, the lines before have then been answered.
    """
    names = (*args.needed, *args.optional)
    cells = {name: getattr(args, name) for name in names}
    if args.batch and any(word is not None for word in cells.values()):
        raise Problem(f"--batch stands instead of {options(names)}; leave those out")
    if args.batch:
        answer_file(args.batch, names, say)
        return 0
    if any(cells[name] is None for name in args.needed):
        raise Problem(f"give {options(args.needed)}, or --batch FILE.csv")
    try:
        print(say({name: word or "" for name, word in cells.items()}))
    except ValueError as error:
        raise Problem(str(error)) from error
    return 0


def options(names: Sequence[str]) -> str:
    """Names as options in a sentence."""
    return ", ".join(f"--{name}" for name in names)


def answer_file(path: Path, columns: Sequence[str], say: Callable[[Cells], str]) -> None:
    """Prints an answer for each line of a UTF-8 CSV file whose first line names the columns.

    They may stand in any order; others are passed over, and so are empty lines.
    """
    lines = None
    try:
        with path.open("rb") as file:
            lines = Lines(file, Progress("Reading (bytes)", path.stat().st_size))
            for cells in _rows(csv.reader(lines, strict=True), columns):
                print(say(cells))
    except OSError as error:
        raise Problem(f"{path}: {error.strerror}") from error
    except (ValueError, csv.Error) as error:
        line = f"line {lines.number}: " if lines and lines.number else ""
        raise Problem(f"{path}: {line}{error}") from error


class Lines:
    """The lines of a file as text. `number` is that of the last one read, from 1."""

    def __init__(self, file: BinaryIO, progress: Progress) -> None:
        self.file, self.progress = file, progress
        self.number = self.read = 0

    def __iter__(self) -> Iterator[str]:
        while raw := self.file.readline(MOST_IN_LINE + 1):
            self.number += 1
            self.read += len(raw)
            self.progress(self.read)
            if len(raw) > MOST_IN_LINE:
                raise ValueError(f"is longer than {MOST_IN_LINE:,} bytes")
            yield self.text(raw)

    def text(self, raw: bytes) -> str:
        """The line, without the mark that some programs put first."""
        try:
            return raw.decode("utf-8-sig" if self.number == 1 else "utf-8")
        except UnicodeDecodeError:
            raise ValueError("is not UTF-8 text; save the file as CSV UTF-8") from None


def _rows(reader: Iterator[list[str]], columns: Sequence[str]) -> Iterator[Cells]:
    header = next(reader, [])
    missing = [column for column in columns if column not in header]
    if missing:
        fault = f"names no column {missing[0]}" if header else "is empty"
        raise ValueError(f"{fault}; the first line must name {', '.join(columns)}")
    for row in reader:
        if row and len(row) != len(header):
            raise ValueError(f"has {len(row)} cells under {len(header)} columns")
        if row:
            yield dict(zip(header, row, strict=True))


def read(cells: Cells, name: str, reader: Callable[[str], Value]) -> Value:
    """The value of a named cell; what the reader refuses is said with the name."""
    try:
        return reader(cells[name])
    except ValueError as error:
        raise ValueError(f"{name}: {error}") from None


def whole_number(words: str) -> int:
    """A number of days, 0 to 99,999."""
    if not (words.isascii() and words.isdigit() and len(words) <= 5):
        raise ValueError(f"{shown(words)} is not a number of days; write 0 to 99999")
    return int(words)
