"""Text of e-mails made safe to keep and to read: from bytes, from HTML, without what is quoted."""

import re
import unicodedata
from html import unescape

LONGEST = 40_000  # characters of a text that is taken
LONGEST_HTML = 400_000  # characters of HTML that are read
BLOCKS = {"p", "div", "br", "tr", "li", "h1", "h2", "h3", "h4", "blockquote", "table", "ul", "ol"}
SILENT = {"script", "style", "title", "template"}
TAG = re.compile(r"/?[A-Za-z][A-Za-z0-9]*|[!?/][^\s]*")
LINK = re.compile(r"""(?i)\bhref\s*=\s*["']?(https?:[^\s"'>]+)""")
UNSEEN = {"Cc", "Cs", "Co", "Cn"}
WROTE = re.compile(r"^(?:On|Am|Le)\b.{5,300}(?:wrote|schrieb|a écrit)\s*:\s*$")
RULED = re.compile(r"^\s*(?:-{3,}\s*Original Message\s*-{3,}|_{20,})\s*$", re.IGNORECASE)
HEADED = re.compile(r"^\s*\*?From:\*?\s+\S", re.IGNORECASE)
DATED = re.compile(r"^\s*\*?(?:Sent|Date):\*?\s+\S", re.IGNORECASE)


def decoded(content: bytes, charset: str) -> str:
    """Bytes as text: by the charset named, else UTF-8, else Windows’ own, in which all is text."""
    for name in (charset, "utf-8"):
        try:
            return content.decode(name)
        except (UnicodeError, LookupError, ValueError):  # a wrong or an unknown charset
            continue
    return content.decode("cp1252", errors="replace")


def cleaned(text: str, most: int = LONGEST) -> str:
    """Without marks that nobody sees, without blanks at the ends of lines, at most so long."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ")[: most * 2]
    seen = "".join(
        mark for mark in text if mark in "\n\t" or unicodedata.category(mark) not in UNSEEN
    )
    lines = (line.rstrip() for line in unicodedata.normalize("NFC", seen).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()[:most]


def one_line(text: str, most: int) -> str:
    """A text on one line, at most so long."""
    return " ".join(cleaned(text, most * 2).split())[:most]


def from_html(html: str) -> str:
    """What an HTML text says, in one pass whatever it holds. The addresses of links stand behind
    their words; nothing is ever fetched, and nothing hidden is shown but by its words."""
    said: list[str] = []
    silent, link = "", ""
    for number, piece in enumerate(html[:LONGEST_HTML].split("<")):
        if silent and not piece.lower().startswith(f"/{silent}") and silent != "--":
            continue
        if silent == "--" or piece.startswith("!--"):
            _, ended, text = piece.partition("-->")
            silent = "" if ended else "--"
            said.append(unescape(text))
            continue
        tag, ended, text = piece.partition(">")
        if number == 0 or not ended or not TAG.match(tag):  # no tag at all
            said.append(unescape(piece if number == 0 else f"<{piece}"))
            continue
        name = TAG.match(tag)[0].lower()  # type: ignore[index]
        silent = name if name in SILENT and not tag.endswith("/") else ""
        said.append("\n" if name.strip("/") in BLOCKS else "")
        if name == "/a" and link:
            said.append(f" ({link})")
        found = LINK.search(tag) if name == "a" else None
        link = unescape(found[1])[:300] if found else ""
        said.append("" if silent else re.sub(r"\s+", " ", unescape(text)))
    lines = (" ".join(line.split()) for line in "".join(said).split("\n"))
    return "\n".join(lines)


def without_quoted(text: str) -> str:
    """The text without the mail that it answers, which mail programs put below; the whole text
    where nothing would be left, or where something was written among what is quoted."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        rest = lines[number:]
        if _begins_a_quote(rest) and (not WROTE.match(_two(rest)) or _all_quoted(rest)):
            kept = "\n".join(lines[:number]).strip()
            return kept or text
        if line.startswith(">") and _all_quoted(["", *rest]):
            kept = "\n".join(lines[:number]).strip()
            return kept or text
    return text


def _two(lines: list[str]) -> str:
    """The first line, or the first two where a program broke it."""
    return lines[0] if WROTE.match(lines[0]) else " ".join(lines[:2])


def _begins_a_quote(lines: list[str]) -> bool:
    if RULED.match(lines[0]) or WROTE.match(_two(lines)):
        return True
    return bool(HEADED.match(lines[0])) and any(DATED.match(line) for line in lines[1:4])


def _all_quoted(lines: list[str]) -> bool:
    """Whether every line after the first, or two, is marked as quoted, or none is at all: some
    programs mark nothing and put all of it below."""
    after = [line for line in lines[1:] if line.strip() and not line.rstrip().endswith("wrote:")]
    marked = [line.lstrip().startswith(">") for line in after]
    return all(marked) or not any(marked)
