"""Which characters the fonts of a letter can show, and words for those they cannot.

A PDF must show every character (PDF/UA-1 forbids the empty box), and nothing that a resident wrote
may vanish. A character that no font has is named in brackets instead: "[han 4e2d]".
"""

import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

FONTS = Path(__file__).resolve().parents[1] / "web" / "static" / "vendor" / "fonts"
# The letter's own type, and after it those that have what it lacks, in this order.
FAMILIES = (
    "Atkinson Hyperlegible Next",
    "DejaVu Sans",
    "Noto Emoji",
    "Noto Sans Bengali",
    "Noto Sans Gujarati",
    "Noto Sans Gurmukhi",
    "Noto Sans Tamil",
)
LINE_ENDS = str.maketrans(dict.fromkeys("\v\f\x1c\x1d\x1e\x85\u2028\u2029", "\n") | {"\t": " "})
NO_TEXT = {"Cc", "Cn", "Co", "Cs"}  # no reader could say what they are
INVISIBLE = {"Cf"}  # joiners and marks of direction: they shape their neighbours


class FontsMissing(RuntimeError):
    """The fonts of letters are not there."""


def shown(text: str) -> str:
    """The text as the fonts can show it. Only what they lack is changed, to its name."""
    have = covered()
    lines = one_way(text)
    if have.issuperset(map(ord, lines.replace("\n", ""))):
        return lines  # nearly every letter
    return "".join(mark if _can_show(mark, have) else named(mark) for mark in lines)


def _can_show(mark: str, have: frozenset[int]) -> bool:
    return mark == "\n" or ord(mark) in have or unicodedata.category(mark) in INVISIBLE


def one_way(text: str) -> str:
    """The text with lines ended in one way, and with names for what is no character to read:
    control marks, private use, halves of characters."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").translate(LINE_ENDS).strip("\n")
    if lines.isprintable():
        return lines
    return "".join(named(mark) if _is_no_text(mark) else mark for mark in lines)


def _is_no_text(mark: str) -> bool:
    return mark != "\n" and unicodedata.category(mark) in NO_TEXT


def reads_right_to_left(text: str) -> bool:
    """As a browser's dir="auto": by the first letter that has a direction."""
    strong = (unicodedata.bidirectional(mark) for mark in text)
    return next((kind for kind in strong if kind in ("L", "R", "AL")), "L") != "L"


def named(mark: str) -> str:
    """A character in words: "[ethiopic syllable a]", or its number where it has no name."""
    return f"[{unicodedata.name(mark, f'U+{ord(mark):04X}').lower()}]"


@cache
def covered() -> frozenset[int]:
    """Every code point that one of the fonts has. Raises FontsMissing where they are not there."""
    found = sorted(FONTS.glob("*.ttf"))
    if len(found) < len(FAMILIES):
        raise FontsMissing(
            "The fonts for letters are not in redress/web/static/vendor/fonts: "
            "run python3 tools/fetch_static.py"
        )
    return frozenset(code for font in found for code in code_points(font.read_bytes()))


def code_points(font: bytes) -> Iterator[int]:
    """The code points that a TrueType font has glyphs for: its `cmap`, formats 4 and 12."""
    (tables,) = struct.unpack_from(">H", font, 4)
    entries = (struct.unpack_from(">4sLLL", font, 12 + 16 * n) for n in range(tables))
    cmap = next(offset for tag, _, offset, _ in entries if tag == b"cmap")
    (count,) = struct.unpack_from(">H", font, cmap + 2)
    for n in range(count):
        _, _, offset = struct.unpack_from(">HHL", font, cmap + 4 + 8 * n)
        (kind,) = struct.unpack_from(">H", font, cmap + offset)
        if kind == 4:
            yield from _segments(font, cmap + offset)
        elif kind == 12:
            yield from _groups(font, cmap + offset)


def _segments(font: bytes, at: int) -> Iterator[int]:
    """Format 4: ranges of two-byte code points; glyph 0 is none."""
    (twice,) = struct.unpack_from(">H", font, at + 6)
    count = twice // 2
    ends, starts, deltas, offsets = (
        struct.unpack_from(f">{count}H", font, at + 14 + twice * part + (2 if part else 0))
        for part in range(4)
    )
    for n, (start, end, delta, offset) in enumerate(
        zip(starts, ends, deltas, offsets, strict=True)
    ):
        for code in range(start, min(end, 0xFFFE) + 1):
            if not offset:
                glyph = (code + delta) & 0xFFFF
            else:
                place = at + 16 + twice * 3 + 2 * n + offset + 2 * (code - start)
                (glyph,) = struct.unpack_from(">H", font, place)
            if glyph:
                yield code


def _groups(font: bytes, at: int) -> Iterator[int]:
    """Format 12: ranges of code points of any size."""
    (count,) = struct.unpack_from(">L", font, at + 12)
    for n in range(count):
        start, end, _ = struct.unpack_from(">LLL", font, at + 16 + 12 * n)
        yield from range(start, end + 1)
