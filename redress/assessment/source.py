"""A file that holds a self-assessment: text with tabs, a page, or a Word file, as rows of cells."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from redress.rules.assessment_form import FormError
from redress.rules.assessment_rows import Cell, Margin, SourceRow, rows_of_html, rows_of_text, tidy
from redress.uploads import office
from redress.uploads.turned_away import TurnedAway

MOST_BYTES = 20 * 1024 * 1024
PACKED, PDF = b"PK\x03\x04", b"%PDF"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
CONTROLS = {chr(n) for n in range(32)} - set("\t\n\r\f\v\x1a\x1b\x1c\x1d\x1e")
OLD_WORD = b"\xd0\xcf\x11\xe0"
SAVE_AS = "save it as a Word file (.docx), a web page or text with tabs"


def read_file(path: Path) -> bytes:
    """The bytes of a file. FormError for one over 20 MB; OSError where it cannot be read."""
    with path.open("rb") as file:
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise FormError([f"it is over {MOST_BYTES // 1024 // 1024} MB: a form of text is far less"])
    return content


def rows_of(content: bytes) -> list[SourceRow]:
    """The rows of the tables that a file holds. FormError for one that is none of the three."""
    if content.startswith(PACKED):
        return _rows_of_word(content)
    text = _text(content)
    return rows_of_html(text) if "<table" in text.casefold() else rows_of_text(text)


def _text(content: bytes) -> str:
    if content.startswith(PDF):
        raise FormError([f"it is a PDF, whose tables cannot be read surely: {SAVE_AS}"])
    if content.startswith(OLD_WORD):
        raise FormError([f"it is a file of an old Word: {SAVE_AS}"])
    codes = ("utf-16",) if content.startswith(UTF_16) else ("utf-8-sig", "cp1252")
    for code in codes:
        try:
            text = content.decode(code)
        except UnicodeDecodeError:
            continue
        if not CONTROLS & set(text):
            return text
    raise FormError([f"it is not text: {SAVE_AS}"])


def _rows_of_word(content: bytes) -> list[SourceRow]:
    with NamedTemporaryFile(suffix=".docx") as kept:
        kept.write(content)
        kept.flush()
        try:
            ending = office.ending(Path(kept.name))
        except TurnedAway as error:
            raise FormError([f"the Word file cannot be opened safely ({error})"]) from error
    if ending != ".docx":
        raise FormError([f"it is no Word file: {SAVE_AS}"])
    return list(_rows(content))


def _rows(content: bytes) -> Iterator[SourceRow]:
    """The rows of all tables, numbered through, with the comments that stand by each."""
    document = Document(BytesIO(content))
    comments = {str(each.comment_id): _margin(each) for each in document.comments}
    rows = (row for table in document.tables for row in table.rows)
    for line, row in enumerate(rows, 1):
        ids = [each.get(qn("w:id")) for each in row._tr.iter(qn("w:commentReference"))]
        margin = tuple(comments[number] for number in ids if number in comments)
        yield SourceRow(line, tuple(_cells(row)), margin=margin)


def _cells(row: Any) -> Iterator[Cell]:
    """Each cell once: one that spans columns is given for each of them."""
    last = None
    for each in row.cells:
        if each._tc is not last:
            yield Cell(tidy("\n".join(paragraph.text for paragraph in each.paragraphs)))
        last = each._tc


def _margin(comment: Any) -> Margin:
    return Margin(comment.initials or comment.author or "?", comment.text)
