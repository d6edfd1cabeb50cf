"""The wording of letters, read from `redress/letters`: dated words with places for facts.

A kind of letter is a folder: `meta.toml` (the facts it needs and the provisions each one meets),
`subject.txt` and `body.md`. `opening.md` and `signature.md` stand around every body. A body has
headings (`## `), paragraphs and lists (`- `), kept apart by blank lines; `{name}` is the place of
a fact. `letters.render` puts the facts in.

A landlord may say it its own way: `landlords/<slug>/<kind>/` holds a `body.md`, a `subject.txt` or
both, and its own `meta.toml` with version and reason. Its wording must have every place that the
common wording has.
"""

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, Field, ValidationError

from redress.rules.policy import Frozen

WORDING = files("redress") / "letters"
LANDLORDS = "landlords"
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


class OwnMeta(Frozen):
    """What the `meta.toml` of a landlord's own wording says."""

    version: int = Field(ge=1)  # a new number at every change of it
    why: str = Field(min_length=1)


@dataclass(frozen=True)
class Wording:
    """One kind of letter as it is written, with its places still open.

    `own` is the version of the landlord's own wording, 0 where the common one is used.
    """

    kind: str
    meta: Meta
    subject: str
    blocks: tuple[Block, ...]
    own: int = 0

    @property
    def version(self) -> str:
        """What an issued letter keeps: "2", or "2.1" for the landlord's own wording 1 of it."""
        return f"{self.meta.version}.{self.own}" if self.own else str(self.meta.version)

    @property
    def places(self) -> frozenset[str]:
        """The names of the facts that the wording has a place for."""
        lines = [line for block in self.blocks for line in block.lines]
        return frozenset(PLACE.findall("\n".join([self.subject, *lines])))


def letter_kinds() -> tuple[str, ...]:
    """The kinds of letter there are, by name."""
    return _kinds_in(WORDING)


def own_kinds(landlord: str) -> tuple[str, ...]:
    """The kinds of letter that a landlord words its own way."""
    folder = WORDING / LANDLORDS / landlord
    return _kinds_in(folder) if landlord and folder.is_dir() else ()


def _kinds_in(folder: Traversable) -> tuple[str, ...]:
    """The folders of letters; others lie beside them."""
    return tuple(sorted(each.name for each in folder.iterdir() if (each / "meta.toml").is_file()))


@cache
def wording(kind: str, landlord: str = "") -> Wording:
    """The wording of one kind of letter, a landlord's own where it has one.

    Raises `LetterError` for an unknown kind, for wording at odds with its own `meta.toml`, and for
    a landlord's own that leaves out a place: with the file, and the provisions that ask for it.
    """
    if kind not in letter_kinds():
        raise LetterError(f"There is no letter {kind!r}; there are {', '.join(letter_kinds())}.")
    common = _wording(kind, WORDING / kind)
    _check(common)
    if kind not in own_kinds(landlord):
        return common
    own = _own(common, WORDING / LANDLORDS / landlord / kind)
    _check_own(own, common, f"letters/{LANDLORDS}/{landlord}/{kind}")
    return own


def _wording(kind: str, folder: Traversable) -> Wording:
    return Wording(
        kind=kind,
        meta=read_data(folder / "meta.toml", Meta),
        subject=_read(folder / "subject.txt").strip(),
        blocks=_around(folder / "body.md"),
    )


def _own(common: Wording, folder: Traversable) -> Wording:
    """The common wording with what the landlord's folder says instead."""
    body, subject = folder / "body.md", folder / "subject.txt"
    if not body.is_file() and not subject.is_file():
        raise LetterError(f"{folder}: holds neither body.md nor subject.txt; add one of them.")
    return replace(
        common,
        own=read_data(folder / "meta.toml", OwnMeta).version,
        blocks=_around(body) if body.is_file() else common.blocks,
        subject=_read(subject).strip() if subject.is_file() else common.subject,
    )


def source(kind: str, landlord: str = "") -> tuple[str, str]:
    """Subject and body of the packaged wording as they are written, to be changed in a form."""
    wording(kind, landlord)
    folders = (WORDING / LANDLORDS / landlord / kind, WORDING / kind)
    subject, body = (
        next(_read(folder / name) for folder in folders if (folder / name).is_file())
        for name in ("subject.txt", "body.md")
    )
    return subject.strip(), body.strip()


def given(kind: str, subject: str, body: str, own: int) -> Wording:
    """A landlord's own wording `own` of a letter, from texts given in a form. Not checked yet."""
    return replace(
        wording(kind), own=own, subject=" ".join(subject.split()), blocks=_written_around(body)
    )


def _around(body: Traversable) -> tuple[Block, ...]:
    return _written_around(_read(body))


def _written_around(body: str) -> tuple[Block, ...]:
    parts = _read(WORDING / "opening.md"), body, _read(WORDING / "signature.md")
    return _blocks("\n\n".join(parts))


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


def _check_own(own: Wording, common: Wording, where: str) -> None:
    """Refuse a landlord's wording without a place of the common one, or with another."""
    if faults := places_at_odds(own, common):
        raise LetterError(f"{where}: {'; '.join(faults)}.")


def places_at_odds(own: Wording, common: Wording) -> list[str]:
    """What a landlord's wording lacks of the common one's places, with the provisions that ask for
    each, and the places that it has and this letter gets no fact for."""
    lost = [name for name in common.meta.needs if name not in own.places]
    faults = [
        f"has no place for {{{name}}}" + _asked(common.meta.provisions(name)) for name in lost
    ]
    unknown = sorted(own.places - common.places)
    return faults + [
        f"has a place {{{name}}}, a fact that this letter does not get" for name in unknown
    ]


def _asked(provisions: tuple[str, ...]) -> str:
    return f", which Code {', '.join(provisions)} asks for" if provisions else ""


def _blocks(body: str) -> tuple[Block, ...]:
    return tuple(_block(piece.splitlines()) for piece in re.split(r"\n\s*\n", body.strip()))


def _block(lines: list[str]) -> Block:
    if lines[0].startswith("## "):
        return Block("heading", (" ".join(lines).removeprefix("## "),))
    if all(line.startswith("- ") for line in lines):
        return Block("list", tuple(line.removeprefix("- ") for line in lines))
    return Block("paragraph", (" ".join(lines),))
