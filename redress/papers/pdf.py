"""A letter as a PDF that screen readers can read: tagged, PDF/UA-1, the same bytes each time.

Typst sets it from `letter.typ`. What people wrote goes in as JSON and is never read as Typst.
"""

import json
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst

from redress.papers.glyphs import FAMILIES, FONTS, covered, reads_right_to_left, shown
from redress.papers.letterhead import LANDLORDS
from redress.papers.paper import Paper, leaves_room_to_sign
from redress.rules.wording import Block

TEMPLATE = Path(__file__).with_name("letter.typ")
BETWEEN_FIGURES = re.compile(r"(?<=\d) (?=\d{3})")  # "020 7946 0000" stays on one line
SHORT = 500  # characters of a list that is kept on one page
LONG = re.compile(r"\S{41}")  # a word that may need breaking: as `longest-word` in letter.typ


def pdf(paper: Paper) -> bytes:
    """The letter as PDF/UA-1. The same paper gives the same bytes.

    Raises FontsMissing where the fonts have not been fetched.
    """
    made = _set(paper, "pdf", pdf_standards="ua-1")
    assert isinstance(made, bytes)  # noqa: S101 a PDF is one file
    return made


def pictures(paper: Paper, ppi: float = 96) -> list[bytes]:
    """The letter's pages as PNG."""
    made = _set(paper, "png", ppi=ppi)
    return [made] if isinstance(made, bytes) else list(made)


def _set(paper: Paper, form: Literal["pdf", "png"], **others: Any) -> Any:
    return typst.compile(
        _template(),
        root=LANDLORDS,  # the only files it may read: logos
        font_paths=fonts(),
        ignore_system_fonts=True,
        format=form,
        sys_inputs={"paper": json.dumps(_as_data(paper))},
        **others,
    )


@cache
def _template() -> bytes:
    return TEMPLATE.read_bytes()


@cache
def fonts() -> typst.Fonts:
    covered()  # says what to do where they are missing
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)]
    )


def _as_data(paper: Paper) -> dict[str, Any]:
    """What the template needs, in plain values."""
    head = paper.letterhead
    language, _, region = paper.language.partition("-")
    return {
        "fonts": FAMILIES,
        "language": language,
        "region": region or None,
        "title": shown(paper.title),
        "author": shown(head.name),
        "date": {"year": paper.date.year, "month": paper.date.month, "day": paper.date.day},
        "large": paper.large_print,
        "draft": paper.is_draft,
        "reference": _line(paper.reference),
        "head": {
            "name": _line(head.name),
            "contact": [_line(line) for line in head.contact],
            "colour": head.colour,
            "logo": f"/{head.folder}/{head.logo.file}" if head.logo else None,
            "alt": head.logo.alt if head.logo else None,
            "foot": _line(head.foot),
        },
        "address": [_line(line) for line in paper.address],
        "opening": _blocks(paper.opening),
        "body": _body(paper),
    }


def _body(paper: Paper) -> list[dict[str, Any]]:
    """The blocks from the salutation on, with the subject below it. Empty ones show nothing."""
    subject = {"kind": "subject", "lines": [_line(paper.subject)], "signed": False}
    return [*_blocks(paper.salutation), subject, *_blocks(paper.body)]


def _blocks(blocks: Iterable[Block]) -> list[dict[str, Any]]:
    return [_block(block) for block in blocks if block.text.strip()]


def _block(block: Block) -> dict[str, Any]:
    lines = [_line(line) for line in block.lines]
    return {
        "kind": block.kind,
        "lines": lines,
        "signed": leaves_room_to_sign(block),
        "short": len(block.text) < SHORT,
    }


def _line(text: str) -> dict[str, Any]:
    """A line of a block: its own lines, which way it is read, whether a word may need breaking."""
    return {
        "lines": BETWEEN_FIGURES.sub("\u00a0", shown(text)).split("\n"),
        "dir": "rtl" if reads_right_to_left(text) else "ltr",
        "long": bool(LONG.search(text)),
    }
