"""A published self-assessment as rows of cells: from text with tabs, or from tables of a page."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

COMMENTED = re.compile(r"Commented \[([A-Za-z]+?) ?(\d*)\]:\s*")
BULLET = re.compile("[\u2022\uf0b7]")  # the second is Word's own
BLOCKS = ("p", "li", "ul", "ol", "br", "div", "tr", "td", "th", "table", "h1", "h2", "h3", "h4")
CLOSED = ("p", "ul", "ol", "li", "table", "b", "i", "u", "a")  # should be closed where opened


@dataclass(frozen=True)
class Margin:
    """A comment in the margin: who made it ("GH"), and what it says."""

    by: str
    text: str


@dataclass(frozen=True)
class Cell:
    """The words of a cell, and what is odd about how they were written."""

    text: str
    odd: tuple[str, ...] = ()


@dataclass(frozen=True)
class SourceRow:
    """One row of a table as it stands: its line (or number in the tables) and its cells.

    A line without tabs, of a text, has one cell and is no row of a table (`loose`). `gap` says that
    a blank line stands before it. `margin` are comments that stand by it.
    """

    line: int
    cells: tuple[Cell, ...]
    loose: bool = False
    gap: bool = False
    margin: tuple[Margin, ...] = ()


def rows_of_text(text: str) -> list[SourceRow]:
    """The rows of a text: a line each, its cells a tab apart. Blank lines are left out."""
    rows, gap = [], False
    for line, content in enumerate(text.splitlines(), 1):
        if not content.strip(" \u00a0\ufeff\f"):
            gap = True
            continue
        cells, margin = _parted(content)
        rows.append(SourceRow(line, cells, "\t" not in content, gap, margin))
        gap = False
    return rows


def _parted(content: str) -> tuple[tuple[Cell, ...], tuple[Margin, ...]]:
    """The cells of a line, and the margin comments that stand in it."""
    apart = [comments_of(part) for part in content.split("\t")]
    cells = tuple(cell(words) for words, _ in apart)
    return cells, tuple(comment for _, comments in apart for comment in comments)


def comments_of(text: str) -> tuple[str, list[Margin]]:
    """The words of a cell without the margin comments at its end, and those comments."""
    words, *parts = re.split(r"(?=Commented \[)", text)
    return words, [comment for part in parts if (comment := margin_comment(part))]


def margin_comment(words: str) -> Margin | None:
    """ "Commented [GH1]: To be redirected" as a comment of GH's; None for other words."""
    found = COMMENTED.match(words.strip())
    return Margin(found[1], words.strip()[found.end() :].strip()) if found else None


def cell(markup: str) -> Cell:
    """The words of a cell in which pieces of HTML may stand, closed or not."""
    read = _Words()
    read.feed(markup)
    read.close()
    return Cell(read.text, tuple(read.odd))


def rows_of_html(text: str) -> list[SourceRow]:
    """The rows of every table of a page, with the line they begin on."""
    read = _Tables()
    read.feed(text)
    read.close()
    return read.rows


def tidy(text: str) -> str:
    """Words with single spaces, one line a paragraph or point; a bullet begins a line."""
    broken = BULLET.sub("\n- ", text)
    lines = (" ".join(line.split()) for line in broken.splitlines())
    return "\n".join(line for line in lines if line and line != "-")


class _Words(HTMLParser):
    """Collects the words of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.open: list[str] = []
        self.odd: list[str] = []

    @property
    def text(self) -> str:
        return tidy("".join(self.parts))

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self.parts.append("\n")
        if tag == "a" and (dict(attrs).get("href") or "#") == "#":
            self.odd.append("a link leads nowhere")
        if tag in CLOSED:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self.parts.append("\n")
        if tag in self.open:
            self.open.remove(tag)

    def close(self) -> None:
        super().close()
        self.odd += [f"<{tag}> is opened and never closed" for tag in dict.fromkeys(self.open)]


class _Tables(HTMLParser):
    """Collects the rows of the tables of a page; a table within a cell is words of that cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[SourceRow] = []
        self.depth = 0
        self.line = 0
        self.cells: list[Cell] | None = None
        self.words: list[str] | None = None
        self.margin: list[Margin] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.depth += tag == "table"
        if self.depth == 1 and tag == "tr":
            self._end_row()
            self.cells, self.line = [], self.getpos()[0]
        elif self.depth == 1 and tag in ("td", "th"):
            self._end_cell()
            self.words = []
        elif self.words is not None and tag in BLOCKS:
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if self.depth == 1 and tag in ("td", "th"):
            self._end_cell()
        elif self.depth == 1 and tag in ("tr", "table"):
            self._end_row()
        elif self.words is not None and tag in BLOCKS:
            self.words.append("\n")
        self.depth -= tag == "table" and self.depth > 0

    def handle_data(self, data: str) -> None:
        if self.words is not None:
            self.words.append(data.replace("\n", " "))

    def close(self) -> None:
        super().close()
        self._end_row()

    def _end_cell(self) -> None:
        if self.words is not None and self.cells is not None:
            words, comments = comments_of("".join(self.words))
            self.cells.append(Cell(tidy(words)))
            self.margin += comments
        self.words = None

    def _end_row(self) -> None:
        self._end_cell()
        if self.cells:
            self.rows.append(SourceRow(self.line, tuple(self.cells), margin=tuple(self.margin)))
        self.cells, self.margin = None, []
