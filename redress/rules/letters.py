"""Letters: wording from `redress/letters`, facts from the case, and the one place they meet.

A letter is made of blocks of plain text. What a resident or an officer wrote is put in once and
never read again as wording: "## " or "{name}" in it is shown as it was typed. Where a text stands
by itself, its blank lines part paragraphs and its lines that begin with "- " are a list.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from redress.rules.wording import PLACE, Block, LetterError, Wording, letter_kinds, wording

__all__ = [  # all that callers need, from one place
    "Block",
    "Fact",
    "LetterError",
    "Missing",
    "MissingParts",
    "RenderedLetter",
    "fill",
    "letter_kinds",
    "render",
    "wording",
]

Fact = str | Sequence[str]


@dataclass(frozen=True)
class Missing:
    """A fact that a letter lacks, and the provisions that ask for it ("6.9e")."""

    fact: str
    provisions: tuple[str, ...]

    def __str__(self) -> str:
        asked = f" (Code {', '.join(self.provisions)})" if self.provisions else ""
        return f"{self.fact.replace('_', ' ')}{asked}"


class MissingParts(LetterError):
    """The letter has gaps: `missing` names each fact, in the order of the letter's `needs`."""

    def __init__(self, title: str, missing: tuple[Missing, ...]) -> None:
        self.missing = missing
        super().__init__(f"{title} cannot be written without: {'; '.join(map(str, missing))}.")


@dataclass(frozen=True)
class RenderedLetter:
    """A letter ready to issue. Pages show `blocks`; the record and e-mail keep `text`. `goes_to`
    says to whom, where that is known."""

    kind: str
    version: str
    subject: str
    blocks: tuple[Block, ...]
    goes_to: str = ""

    @property
    def text(self) -> str:
        """The body as plain text, blocks a blank line apart."""
        return "\n\n".join(block.text for block in self.blocks)


def render(kind: str, facts: Mapping[str, Fact], landlord: str = "") -> RenderedLetter:
    """The letter of this kind with these facts, in the landlord's own wording where it has one.

    A list stands where the wording has `- {name}`, a text anywhere else. Raises `MissingParts`
    where a needed fact is absent or empty, with the provisions that ask for it (Code 6.9 and 6.19
    a to g, 5.6, 5.7, 6.5, 6.16, 2.4), and `LetterError` for a fact the letter has no place for.
    """
    return fill(wording(kind, landlord), facts)


def fill(written: Wording, facts: Mapping[str, Fact]) -> RenderedLetter:
    """The letter of this wording with these facts. Raises what `render` raises."""
    _refuse_unknown(written, facts)
    _refuse_gaps(written, facts)
    blocks = tuple(filled for block in written.blocks for filled in _fill_block(block, facts))
    return RenderedLetter(written.kind, written.version, _fill(written.subject, facts), blocks)


def _refuse_unknown(written: Wording, facts: Mapping[str, Fact]) -> None:
    unknown = sorted(facts.keys() - written.places)
    if unknown:
        raise LetterError(f"{written.meta.title} has no place for: {', '.join(unknown)}.")


def _refuse_gaps(written: Wording, facts: Mapping[str, Fact]) -> None:
    gaps = [name for name in written.meta.needs if _is_empty(facts.get(name, ""))]
    if gaps:
        missing = tuple(Missing(name, written.meta.provisions(name)) for name in gaps)
        raise MissingParts(written.meta.title, missing)


def _is_empty(fact: Fact) -> bool:
    """Whether a fact says nothing: blank, no items, or a blank item among them."""
    items = [fact] if isinstance(fact, str) else list(fact)
    return not items or any(not item.strip() for item in items)


def _fill_block(block: Block, facts: Mapping[str, Fact]) -> list[Block]:
    """The block with its facts; a paragraph that is one fact becomes as many as the fact has."""
    if block.kind == "list":
        return [Block("list", tuple(item for line in block.lines for item in _items(line, facts)))]
    alone = PLACE.fullmatch(block.lines[0])
    if block.kind == "paragraph" and alone:
        fact = facts[alone[1]]
        texts = [fact] if isinstance(fact, str) else fact
        return [part for text in texts for part in typed(text)]
    return [Block(block.kind, (_fill(block.lines[0], facts),))]


def typed(text: str) -> Iterator[Block]:
    """What somebody typed as blocks: paragraphs a blank line apart, and lines with "- " as lists.

    Nothing else in it means anything.
    """
    for kind, lines in groupby(text.strip().splitlines(), _kind_of):
        if kind == "list":
            yield Block("list", tuple(line.strip().removeprefix("- ").strip() for line in lines))
        elif kind == "paragraph":
            yield Block("paragraph", ("\n".join(line.strip() for line in lines),))


def _kind_of(line: str) -> Literal["gap", "list", "paragraph"]:
    if not line.strip():
        return "gap"
    return "list" if line.strip().startswith("- ") else "paragraph"


def _items(line: str, facts: Mapping[str, Fact]) -> list[str]:
    """The items for one line of a list: `{name}` alone stands for all items of that fact."""
    alone = PLACE.fullmatch(line)
    if not alone:
        return [_fill(line, facts)]
    fact = facts[alone[1]]
    return [item.strip() for item in ([fact] if isinstance(fact, str) else fact)]


def _fill(line: str, facts: Mapping[str, Fact]) -> str:
    """The line with each place filled once, on one line; facts are never searched for places."""
    return PLACE.sub(lambda place: " ".join(_text(place[1], facts).split()), line)


def _text(name: str, facts: Mapping[str, Fact]) -> str:
    fact = facts[name]
    if not isinstance(fact, str):
        raise LetterError(f"{name.replace('_', ' ')} must be one text here, not a list.")
    return fact
