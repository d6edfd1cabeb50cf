"""Reads a tagged PDF as a screen reader does: by its structure tree, not by where things lie."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, IndirectObject

BETWEEN = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf(?:char|range)", re.DOTALL)
MM = 72 / 25.4  # points
CODE = re.compile(rb"<([0-9a-fA-F]+)>")


@dataclass(frozen=True)
class Element:
    """An element of the tree: its type, and all text in it and below it."""

    tag: str
    text: str


class Tagged:
    """A tagged PDF, opened."""

    def __init__(self, content: bytes) -> None:
        self.reader = PdfReader(io.BytesIO(content))
        self.root = self.reader.root_object
        self.words = {}
        for page in self.reader.pages:
            self.words[page.indirect_reference.idnum] = marked_text(page)  # type: ignore[union-attr]

    def elements(self, *tags: str) -> list[Element]:
        """The elements of these types in reading order, each with its text."""
        return [element for element in self._walk(self.root["/StructTreeRoot"]["/K"], None)
                if element.tag in tags]  # fmt: skip

    def nodes(self, tag: str) -> list[Any]:
        """The elements of a type as the file has them."""
        found = []

        def look(node: Any) -> None:
            for kid, _ in self._kids(node, None):
                if isinstance(kid, DictionaryObject) and "/S" in kid:
                    found.extend([kid] if kid["/S"] == f"/{tag}" else [])
                    look(kid.get("/K"))

        look(self.root["/StructTreeRoot"]["/K"])
        return found

    def fonts(self) -> dict[str, Any]:
        """The fonts of all pages by name, each with what describes it."""
        found = {}
        for page in self.reader.pages:
            for font in page["/Resources"]["/Font"].values():
                inner = font.get_object()["/DescendantFonts"][0].get_object()
                found[str(inner["/BaseFont"])] = inner["/FontDescriptor"].get_object()
        return found

    def _walk(self, node: Any, page: int | None) -> Iterator[Element]:
        for kid, on in self._kids(node, page):
            if isinstance(kid, DictionaryObject) and "/S" in kid:
                yield Element(str(kid["/S"])[1:], " ".join(self._text(kid, on).split()))
                yield from self._walk(kid.get("/K"), on)

    def _text(self, node: Any, page: int | None) -> str:
        found = ""
        for kid, on in self._kids(node.get("/K"), page):
            if isinstance(kid, int):
                found += self.words[on].get(kid, "")
            elif "/MCID" in kid:
                found += self.words[on].get(int(kid["/MCID"]), "")
            elif "/S" in kid:
                found += self._text(kid, on) + " "
        return found

    def _kids(self, node: Any, page: int | None) -> Iterator[tuple[Any, Any]]:
        """What is below, and the page it is on."""
        node = node.get_object() if isinstance(node, IndirectObject) else node
        for kid in node if isinstance(node, ArrayObject) else [node]:
            kid = kid.get_object() if isinstance(kid, IndirectObject) else kid
            if kid is not None:
                on = kid.raw_get("/Pg").idnum if hasattr(kid, "get") and "/Pg" in kid else page
                yield kid, on


@dataclass(frozen=True)
class Word:
    """A piece of text on a page: where its baseline begins, in mm from the left and the top of the
    sheet, and its size in points."""

    text: str
    x: float
    y: float
    size: float


def words_on(page: Any) -> list[Word]:
    """The pieces of text of a page with their places."""
    found: list[Word] = []

    def seen(text: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        if text.strip():
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            found.append(Word(text, x / MM, (float(page.mediabox.height) - y) / MM, size))

    page.extract_text(visitor_text=seen)
    return found


def marked_text(page: Any) -> dict[int, str]:
    """The text of each marked part of a page, by its number. What has an ActualText reads so."""
    maps = {
        name: to_unicode(font.get_object()) for name, font in page["/Resources"]["/Font"].items()
    }
    texts: dict[int, str] = {}
    open_parts: list[tuple[int | None, str | None]] = []
    font: dict[int, str] = {}
    for operands, operator in ContentStream(page.get_contents(), page.pdf).operations:
        if operator == b"BDC":
            said = operands[1] if isinstance(operands[1], DictionaryObject) else {}
            open_parts.append((said.get("/MCID"), said.get("/ActualText")))
            _add(texts, open_parts, said.get("/ActualText") or "")
        elif operator == b"BMC":
            open_parts.append((None, None))
        elif operator == b"EMC":
            open_parts.pop()
        elif operator == b"Tf":
            font = maps[operands[0]]
        elif operator in (b"Tj", b"TJ") and not any(actual for _, actual in open_parts):
            parts = operands[0] if operator == b"TJ" else [operands[0]]
            _add(texts, open_parts, "".join(decoded(part, font) for part in parts))
    return texts


def _add(texts: dict[int, str], open_parts: list[tuple[int | None, str | None]], text: str) -> None:
    numbers = [number for number, _ in open_parts if number is not None]
    if numbers:
        texts[numbers[-1]] = texts.get(numbers[-1], "") + text


def decoded(part: Any, font: dict[int, str]) -> str:
    """The characters of a string of two-byte codes; movements between them say nothing."""
    if isinstance(part, int | float):
        return ""
    raw = part.original_bytes if hasattr(part, "original_bytes") else bytes(part)
    codes = (int.from_bytes(raw[place : place + 2], "big") for place in range(0, len(raw), 2))
    return "".join(font.get(code, "") for code in codes)


def to_unicode(font: Any) -> dict[int, str]:
    """What the codes of a font stand for, from its ToUnicode map."""
    found: dict[int, str] = {}
    for kind, body in BETWEEN.findall(font["/ToUnicode"].get_data()):
        codes = [bytes.fromhex(code.decode()) for code in CODE.findall(body)]
        step = 2 if kind == b"bfchar" else 3
        for place in range(0, len(codes), step):
            first, text = codes[place], codes[place + step - 1].decode("utf-16-be")
            last = codes[place + step - 2]
            for count, code in enumerate(
                range(int.from_bytes(first, "big"), int.from_bytes(last, "big") + 1)
            ):
                found[code] = text[:-1] + chr(ord(text[-1]) + count)
    return found
