"""Whom a resident can turn to: the register of contact details, dated and checked.

`policies/contacts/<name>/<start>.toml` is a body for everyone; below `landlords/<slug>/` lie the
teams and insurers of one landlord. A change is a new file. Details past their `expires_on` are
still there and say so: `Contact.is_expired`.
"""

from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from pydantic import Field, model_validator

from redress.rules.dates import read_date
from redress.rules.policy import Frozen
from redress.rules.wording import LetterError, read_data

CONTACTS = files("redress") / "policies" / "contacts"
LANDLORDS = "landlords"
OMBUDSMAN = "housing-ombudsman"


class Contact(Frozen):
    """Somebody to turn to, what for, and the ways to reach them ("Telephone": the number).

    `checked_on` is the day on which somebody last saw that the details are right, `expires_on` the
    last day on which that is taken to hold, `source` where they were seen.
    """

    name: str = Field(min_length=1)
    what_for: str = Field(min_length=1)
    ways: dict[str, str] = Field(min_length=1)
    checked_on: date
    expires_on: date
    source: str = Field(min_length=1)

    @property
    def lines(self) -> tuple[str, ...]:
        """The name and each way, a line each, as letters have them."""
        return (self.name, *(f"{way}: {where}" for way, where in self.ways.items()))

    @property
    def sentence(self) -> str:
        """All of it in one line of a list: who, what for, and how."""
        ways = "; ".join(f"{way.lower()} {where}" for way, where in self.ways.items())
        return f"{self.name}, for {self.what_for}: {ways}"

    def is_expired(self, on: date) -> bool:
        """Whether the details are past the day until which they were taken to be right."""
        return on > self.expires_on

    @model_validator(mode="after")
    def _dated(self) -> "Contact":
        if self.expires_on < self.checked_on:
            raise ValueError("expires_on is before checked_on")
        return self


def contact(name: str, on: date, landlord: str = "") -> Contact:
    """The details of one body or team in force on this day, a landlord's own before everyone's.

    Raises `LetterError` for a name that is not in the register and for a day before its first file.
    """
    folder = _folders(landlord).get(name)
    if folder is None:
        raise LetterError(f"There is no contact {name!r}; there are {', '.join(names(landlord))}.")
    known = sorted(file.name for file in folder.iterdir() if file.name.endswith(".toml"))
    in_force = [file for file in known if file <= f"{on.isoformat()}.toml"]
    if not in_force:
        raise LetterError(
            f"No contact details are known for {on}: those of {name} begin with {known[0]}."
        )
    return _read(folder / in_force[-1])


@cache
def dated(name: str, landlord: str = "") -> tuple[tuple[date, Contact], ...]:
    """Every version of the details of one body or team with its first day, the oldest first; none
    for a name that is not in the packaged register."""
    folder = _folders(landlord).get(name)
    if folder is None:
        return ()
    known = sorted(file.name for file in folder.iterdir() if file.name.endswith(".toml"))
    return tuple((read_date(file.removesuffix(".toml")), _read(folder / file)) for file in known)


def names(landlord: str = "") -> tuple[str, ...]:
    """Everybody in the register whom this landlord can point to, in the order of their names."""
    return tuple(sorted(_folders(landlord)))


def _folders(landlord: str) -> dict[str, Traversable]:
    everyone = {each.name: each for each in CONTACTS.iterdir() if each.name != LANDLORDS}
    own = CONTACTS / LANDLORDS / landlord
    if not landlord or not own.is_dir():
        return everyone
    return everyone | {each.name: each for each in own.iterdir()}


def _read(file: Traversable) -> Contact:
    return read_data(file, Contact)


def ways_in(text: str) -> list[tuple[str, str]]:
    """The ways in lines such as "Telephone: 0300 111 3000", in their order.

    Raises `LetterError`, which names the line, for one without a colon or a side of it, for a way
    that stands there twice, and where there is none.
    """
    found: dict[str, str] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        way, _, where = (part.strip() for part in line.partition(":"))
        if not way or not where:
            raise LetterError(
                f"“{line[:60]}” must be a way and where, like Telephone: 01632 960001"
            )
        if way in found:
            raise LetterError(f"“{way[:60]}” stands there twice; name each way once")
        found[way] = where
    if not found:
        raise LetterError("Give at least one way to reach them, like Telephone: 01632 960001")
    return list(found.items())
