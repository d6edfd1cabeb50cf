"""Bodies outside the landlord, as pages show them."""

from dataclasses import dataclass
from datetime import date

from redress.rules.contacts import Contact
from redress.rules.stationery import Stationery


@dataclass(frozen=True)
class Way:
    """One way to reach somebody; `link` is empty where it is nothing to click."""

    name: str
    where: str
    link: str = ""


@dataclass(frozen=True)
class Outside:
    """A body and how to reach it."""

    name: str
    ways: tuple[Way, ...]
    what_for: str = ""


def outside(contact: Contact) -> Outside:
    """A body of the register of contacts."""
    ways = tuple(_way(name, where) for name, where in contact.ways.items())
    return Outside(contact.name, ways, contact.what_for)


def ombudsman_on(day: date, stationery: Stationery) -> Outside:
    """The Housing Ombudsman with the contact details in force on a day (Code 2.4, 3.7)."""
    name, *lines = stationery.ombudsman(day)
    return Outside(name, tuple(_way(*line.split(": ", 1)) for line in lines))


def _way(name: str, where: str) -> Way:
    if "@" in where:
        return Way(name, where, f"mailto:{where}")
    if where.startswith("www."):
        return Way(name, where, f"https://{where}")
    return Way(name, where, "tel:" + where.replace(" ", "") if where[:1] == "0" else "")
