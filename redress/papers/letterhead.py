"""Letterheads: what is printed above a landlord's letters, one file a landlord.

`redress/letters/landlords/<slug>/letterhead.toml`; a logo lies beside it.
"""

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, field_validator, model_validator

from redress.rules.policy import Frozen
from redress.rules.wording import LetterError, read_data

LANDLORDS = Path(str(files("redress") / "letters" / "landlords"))
PLAIN = "#0b0c0c"
LEAST_CONTRAST = 4.5  # against white: WCAG 2.2, 1.4.3
LARGEST_LOGO = 200_000  # bytes

Line = Annotated[str, Field(min_length=1, max_length=60)]
Lines = Annotated[tuple[Line, ...], Field(strict=False)]  # TOML has lists, not tuples


class Logo(Frozen):
    """A picture beside the name. `alt` says in words what it shows."""

    file: str = Field(pattern=r"^[a-z0-9-]+\.(svg|png)$")
    alt: str = Field(min_length=1, max_length=200)


class Letterhead(Frozen):
    """What is printed above a landlord's letters, and the `foot` at their end, such as the number
    in a register. `colour` is that of the name and the rule below it."""

    name: str = Field(min_length=1, max_length=200)
    address: Lines = Field(default=(), max_length=5)
    telephone: str = Field(default="", max_length=40)
    website: str = Field(default="", max_length=60)
    colour: str = Field(default=PLAIN, pattern=r"^#[0-9a-f]{6}$")
    logo: Logo | None = None
    foot: str = Field(default="", max_length=300)
    folder: str = Field(default="", exclude=True)  # of the logo; from where the file lies

    @field_validator("colour")
    @classmethod
    def _legible(cls, colour: str) -> str:
        if (contrast := contrast_on_white(colour)) < LEAST_CONTRAST:
            raise ValueError(
                f"{colour} on white has a contrast of {contrast:.1f} to 1; take a darker colour, "
                f"of {LEAST_CONTRAST} at least"
            )
        return colour

    @model_validator(mode="after")
    def _reachable(self) -> Self:
        if self.address and not self.telephone:
            raise ValueError("give the telephone: a letter says how to ring")
        return self

    @property
    def contact(self) -> tuple[str, ...]:
        """Where the landlord is, and how to reach it, a line each."""
        return tuple(line for line in (*self.address, self.telephone, self.website) if line)


@cache
def letterhead_of(slug: str, name: str) -> Letterhead:
    """The letterhead of the landlord with this slug. One without a file has its plain `name`.

    Raises `LetterError` naming file and key for a file at odds with the schema, for a colour too
    pale to read, and for a logo that is not there or too large.
    """
    file = LANDLORDS / slug / "letterhead.toml"
    if not file.is_file():
        return Letterhead(name=name)
    return read_letterhead(file)


def read_letterhead(file: Path) -> Letterhead:
    """The letterhead in a file. Raises `LetterError`, which says what to put right."""
    found = read_data(file, Letterhead)
    if found.logo:
        _check_logo(file.parent / found.logo.file)
    return found.model_copy(update={"folder": file.parent.name})


def _check_logo(logo: Path) -> None:
    if not logo.is_file():
        raise LetterError(f"{logo}: the logo that letterhead.toml names is not there.")
    if logo.stat().st_size > LARGEST_LOGO:
        raise LetterError(f"{logo}: larger than {LARGEST_LOGO // 1000} kB; make it smaller.")


def contrast_on_white(colour: str) -> float:
    """The contrast of "#1d4f46" against white, from 1 to 21, as WCAG 2.2 defines it."""
    red, green, blue = (_light(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _light(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
