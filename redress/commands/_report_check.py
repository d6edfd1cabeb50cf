"""`redress report check FILE`: the sentences of a report whose figures disagree with the data."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from textwrap import shorten

from redress.commands import Problem, _database, setup_django
from redress.rules.claims_check import Checked
from redress.rules.figures_year import Year

LARGEST = 5_000_000  # bytes: a report of a thousand pages is far below
OTHER_KINDS = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a Word or other packed file",
    b"\xd0\xcf": "a Word file",
}
SAVE = "Save the report as text or as a web page, and check that."
WIDTH = 300  # characters of a sentence that are repeated


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="text or HTML")
    parser.add_argument("--landlord", required=True, metavar="SLUG")
    parser.add_argument("--year", required=True, metavar="YEAR", help="such as 2023-24")


def run(args: Namespace, year: Year) -> int:
    """1 where a figure disagrees, 0 where none that could be read does."""
    text = text_of(args.file)
    setup_django()
    from django.utils.timezone import localdate

    from redress.reports.checking import check_text

    landlord = _database.landlord(args.landlord)
    found = check_text(text, landlord, year, localdate(), args.file.name)
    sys.stdout.writelines(f"{line}\n" for line in told(found))
    return 1 if found.disagreements or found.slips else 0


def text_of(file: Path) -> str:
    """The text of a file. Problem for one that is too large, or no text."""
    try:
        size = file.stat().st_size
        if size > LARGEST:
            raise Problem(
                f"{file}: {size / 1_000_000:,.0f} MB; a report to check may have "
                f"{LARGEST // 1_000_000} MB. Save its text alone, without pictures."
            )
        content = file.read_bytes()
    except OSError as error:
        raise Problem(f"{file}: {error.strerror}") from error
    kind = next((words for start, words in OTHER_KINDS.items() if content.startswith(start)), "")
    if kind:
        raise Problem(f"{file} is {kind}. Save it as text or as a web page, and check that.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Problem(f"{file}: no text in UTF-8 (byte {error.start + 1:,}). {SAVE}") from error
    if "\0" in text:
        raise Problem(f"{file}: no text, but data. {SAVE}")
    if not text.strip():
        raise Problem(f"{file}: nothing is written in it.")
    return text


def told(found: Checked) -> Iterator[str]:
    """What was found, a sentence and what is wrong with it by turns."""
    yield f"Figures that disagree: {len(found.disagreements) + len(found.slips)}"
    for each in found.disagreements:
        yield from _said(each.where, each.says, each.sentence)
    for slip in found.slips:
        yield from _said(slip.where, slip.says, f"{slip.slip} is no reporting year.")
    yield f"\nFigures that agree and hide something: {len(found.hidden)}"
    for each in found.hidden:
        yield from _said(each.where, each.says, each.sentence)
    yield f"\nSentences with figures that were not checked: {len(found.unchecked)}"
    for left in found.unchecked:
        yield from _said(left.where, left.says, f"Not checked: {left.why}.")


def _said(where: str, says: str, wrong: str) -> Iterator[str]:
    yield f"\n  {where}: “{shorten(says, WIDTH, placeholder=' …')}”"
    yield f"    {wrong}"
