"""A report's text as passages: sentences and rows of tables, each with the heading it stands under.

Reads plain text, text with a few marks in it, and HTML. Nothing is judged here.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

WEB_PAGE = re.compile(r"<!doctype html|<html|<body", re.IGNORECASE)
BLOCK = (
    r"</?(?:p|div|h[1-6]|li|ul|ol|tr|table|caption|section|article|title|br|dt|dd|figcaption)"
    r"\b[^>]*>"
)
UNSEEN = re.compile(r"<(style|script|svg|head)\b.*?</\1>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
TAG = re.compile(r"</?[a-zA-Z!][^<>]{0,2000}>")
MARKS = re.compile(r"\*\*|__|`")
HEADING = re.compile(
    r"^(?:#{1,6} )?(?:(?P<number>(?:Appendix )?[A-Z]?\d{0,2}(?:\.\d{1,2}){0,2})[.:)]? )?"
    r"(?P<words>.+)$"
)
NUMBERED = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)]? |Appendix [A-Z])")
BULLET = re.compile(r"^(?:[-•*–] |\(?[a-z]\) )")
END_OF_SENTENCE = re.compile(r"(?<=[.!?])[”\"’)]?\s+(?=[A-Z“\"(0-9])")
LONGEST_HEADING = 120  # characters


@dataclass(frozen=True)
class Passage:
    """A sentence, or a row of a table with its cells.

    `line` is where it begins, from 1. `section` is the number of its heading ("6.3"), or the
    heading itself; `heading` its words. `title` is the first row of the table that a row is in.
    """

    line: int
    section: str
    heading: str
    text: str
    cells: tuple[str, ...] = ()
    title: str = ""
    is_heading: bool = False


def passages(text: str) -> Iterator[Passage]:
    """The passages of a report in their order."""
    section = heading = title = ""
    for line, words in _lines(text):
        if not words.strip():
            title = ""
            continue
        if "\t" in words:
            cells = tuple(cell for cell in map(str.strip, words.split("\t")) if cell)
            if cells:
                title = title or cells[0]
                yield Passage(line, section, heading, " ".join(cells), cells, title)
            continue
        title = ""
        if _is_heading(words):
            section, heading = _heading(words)
            yield Passage(line, section, heading, heading, is_heading=True)
            continue
        words = BULLET.sub("", words.strip().lstrip("# "))
        for sentence in END_OF_SENTENCE.split(words):
            yield Passage(line, section, heading, " ".join(sentence.split()))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines with their numbers, without tags and marks. Those of HTML are its blocks."""
    if WEB_PAGE.search(text[:5_000]):
        text = _blocks(text)
    for number, line in enumerate(text.splitlines(), start=1):
        yield number, html.unescape(MARKS.sub("", TAG.sub(" ", line))).replace("\xa0", " ")


def _blocks(text: str) -> str:
    """HTML with a line for each block and a tab between cells, headings marked."""
    text = UNSEEN.sub(" ", text)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"<h[1-6]\b[^>]*>", "\n\n# ", text, flags=re.IGNORECASE)
    text = re.sub(r"</t[dh]>", "\t", text, flags=re.IGNORECASE)
    text = re.sub(r"<tr\b[^>]*>|</tr>", "\n", text, flags=re.IGNORECASE)
    text = re.sub(r"</(?:t(?:head|body|foot)|caption)>", "", text, flags=re.IGNORECASE)
    return re.sub(r"\n{2,}(?=[^#\n]*\t)", "\n", re.sub(BLOCK, "\n", text, flags=re.IGNORECASE))


def _is_heading(words: str) -> bool:
    words = words.strip()
    if words.startswith("#"):
        return True
    plain = len(words) <= LONGEST_HEADING and not words.endswith((".", ";", ","))
    return plain and bool(NUMBERED.match(words)) and "%" not in words


def _heading(words: str) -> tuple[str, str]:
    words = words.strip().lstrip("# ").strip()
    found = HEADING.match(words)
    if found is None or not found["number"]:
        return words[:60], words
    return found["number"].rstrip("."), found["words"]
