"""A landlord's own wording of a letter: looked at with the facts of a sample, then published."""

from datetime import date, datetime

from django.utils.timezone import localdate

from redress.cases import stationery_versions as kept
from redress.cases.stationery import Row, intact, wording_in
from redress.people.models import Landlord
from redress.rules.access import Actor
from redress.rules.own_wording import Look, look
from redress.rules.stationery import Stationery
from redress.rules.wording import wording
from redress.rules.words import long_date


class Unsound(Exception):
    """A wording with faults, which is not published."""


def looked_at(landlord: Landlord, stationery: Stationery, row: Row, on: date) -> Look | None:
    """A version as it would arrive on a day; None for one that says to use the standard wording.

    Raises `LetterError` where the text is no longer the one that was given.
    """
    own = wording_in(intact(row))
    if own is None:
        return None
    known = {
        "landlord_name": landlord.name,
        "contact": landlord.contact or f"speak to any of us at {landlord.name}",
        "date": long_date(on),
        "ombudsman": stationery.ombudsman(on),
    }
    return look(own, wording(row.name), known)


def publish(
    landlord: Landlord, stationery: Stationery, by: Actor, row: Row, seen: str, at: datetime
) -> bool:
    """Use a draft from now on; False where it is published or changed since `seen`, its digest.

    Raises `Unsound` for one with a fault: a part that the Code asks for would be missing.
    """
    found = looked_at(landlord, stationery, row, localdate(at))
    if found is None or found.faults:
        raise Unsound
    return kept.publish(landlord, by, row, seen, wording(row.name).meta.title, at)
