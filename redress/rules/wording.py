"""The wording of letters, read from `redress/letters`: dated words with places for facts.

A kind of letter is a folder: `meta.toml` (the facts it needs and the provisions each one meets),
`subject.txt` and `body.md`. `opening.md` and `signature.md` stand around every body. A body has
headings (`## `), paragraphs and lists (`- `), kept apart by blank lines; `{name}` is the place of
a fact. `letters.render` puts the facts in.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, Field, ValidationError

from redress.rules.policy import Frozen

WORDING = files("redress") / "letters"
PLACE = re.compile(r"\{(\w+)\}")

Names = Annotated[tuple[str, ...], Field(strict=False)]  # TOML has lists, not tuples
Shape = TypeVar("Shape", bound=BaseModel)


class LetterError(ValueError):
    """A letter that cannot be written; the message says what to put right."""


@dataclass(frozen=True)
class Block:
    """A piece of a letter: plain text, one line for a heading or paragraph, a line an item."""

    kind: Literal["heading", "paragraph", "list"]
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The block as plain text."""
        mark = "- " if self.kind == "list" else ""
        return "\n".join(mark + line for line in self.lines)


class Meta(Frozen):
    """What `meta.toml` says of a kind of letter."""

    title: str
    version: int = Field(ge=1)  # a new number at every change of wording
    provision: str  # the provisions that ask for this letter
    needs: Names
    parts: dict[str, Names]  # a provision and the facts that meet it

    def provisions(self, fact: str) -> tuple[str, ...]:
        """The Code parts that this fact meets, such as ("6.9e",); empty where none asks."""
        return tuple(part for part, facts in self.parts.items() if fact in facts)


@dataclass(frozen=True)
class Wording:
    """One kind of letter as it is written, with its places still open."""

    kind: str
    meta: Meta
    subject: str
    blocks: tuple[Block, ...]

    @property
    def places(self) -> frozenset[str]:
        """The names of the facts that the wording has a place for."""
        lines = [line for block in self.blocks for line in block.lines]
        return frozenset(PLACE.findall("\n".join([self.subject, *lines])))


def letter_kinds() -> tuple[str, ...]:
    """The kinds of letter there are, by name."""
    return tuple(sorted(each.name for each in WORDING.iterdir() if (each / "meta.toml").is_file()))


@cache
def wording(kind: str) -> Wording:
    """The wording of one kind of letter.

    Raises `LetterError` for an unknown kind, and for wording at odds with its own `meta.toml`.
    """
    if kind not in letter_kinds():
        raise LetterError(f"There is no letter {kind!r}; there are {', '.join(letter_kinds())}.")
    folder = WORDING / kind
    around_body = WORDING / "opening.md", folder / "body.md", WORDING / "signature.md"
    found = Wording(
        kind=kind,
        meta=read_data(folder / "meta.toml", Meta),
        subject=_read(folder / "subject.txt").strip(),
        blocks=_blocks("\n\n".join(map(_read, around_body))),
    )
    _check(found)
    return found


def read_data(file: Traversable, shape: type[Shape]) -> Shape:
    """The data in a TOML file. Raises `LetterError` naming file and key."""
    try:
        return shape.model_validate(tomllib.loads(_read(file)))
    except tomllib.TOMLDecodeError as error:
        raise LetterError(f"{file}: {error}") from error
    except ValidationError as error:
        faults = (f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors())
        raise LetterError(f"{file}: {'; '.join(faults)}") from error


def _read(file: Traversable) -> str:
    return file.read_text(encoding="utf-8")


def _check(written: Wording) -> None:
    """Refuse wording whose places and `needs` differ, or whose `parts` name another fact."""
    needs = frozenset(written.meta.needs)
    in_parts = frozenset(fact for facts in written.meta.parts.values() for fact in facts)
    odd = sorted((written.places ^ needs) | (in_parts - needs))
    if odd:
        raise LetterError(
            f"letters/{written.kind}: {', '.join(odd)} must be in `needs` and have a place {{name}}"
            " in the wording, and `parts` may name no other fact."
        )


def _blocks(body: str) -> tuple[Block, ...]:
    return tuple(_block(piece.splitlines()) for piece in re.split(r"\n\s*\n", body.strip()))


def _block(lines: list[str]) -> Block:
    if lines[0].startswith("## "):
        return Block("heading", (" ".join(lines).removeprefix("## "),))
    if all(line.startswith("- ") for line in lines):
        return Block("list", tuple(line.removeprefix("- ") for line in lines))
    return Block("paragraph", (" ".join(lines),))
