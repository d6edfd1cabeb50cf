"""Whom a resident can turn to outside the landlord: one dated file, used by every letter."""

from datetime import date
from importlib.resources import files

from pydantic import Field

from redress.rules.policy import Frozen
from redress.rules.wording import LetterError, read_data

CONTACTS = files("redress") / "policies" / "contacts"


class Contact(Frozen):
    """A body outside the landlord, and the ways to reach it ("Telephone": the number)."""

    name: str
    ways: dict[str, str] = Field(min_length=1)


class Contacts(Frozen):
    """What a file of contact details holds."""

    ombudsman: Contact


def ombudsman(on: date) -> tuple[str, ...]:
    """The Housing Ombudsman's name and contact details in force on this day, a line each.

    It is the fact `ombudsman` of letters (Code 2.4, 3.7, 6.5, 6.16, 6.19g). Raises `LetterError`
    for a day before the first file.
    """
    known = sorted(file.name for file in CONTACTS.iterdir() if file.name.endswith(".toml"))
    in_force = [name for name in known if name <= f"{on.isoformat()}.toml"]
    if not in_force:
        raise LetterError(f"No contact details are known for {on}; the first are in {known[0]}.")
    found = read_data(CONTACTS / in_force[-1], Contacts).ombudsman
    return (found.name, *(f"{way}: {where}" for way, where in found.ways.items()))
