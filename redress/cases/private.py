"""What the record alone knows of a resident, put into the input of actions that look for it."""

from dataclasses import replace
from typing import Any

from redress.cases.models import Case
from redress.rules.access import Verb
from redress.rules.redaction import Private
from redress.rules.signatories import NewSignatory


def filled(verb: Verb, given: Any, row: Case) -> Any:
    """The input with what only the record knows: the resident, and those who signed with them."""
    if verb is Verb.TELL_OUTCOME:
        return replace(given, private=private_of(row))
    if verb is Verb.ADD_SIGNATORIES:
        return replace(given, contact=_contact(row))
    return given


def private_of(row: Case) -> Private:
    """Names, addresses and ways to reach the resident and everybody who signed."""
    resident, signed = row.resident, list(row.signatories.all())
    home = resident.home if resident else None
    places = [resident.email, resident.phone] if resident else []
    places += [home.address, home.postcode] if home else []
    places += [each for one in signed for each in (one.address, one.email)]
    names = [resident.name] if resident else []
    return Private((*names, *(one.name for one in signed)), tuple(filter(None, places)))


def _contact(row: Case) -> NewSignatory | None:
    """The single contact of a group as a line of its list."""
    resident = row.resident
    if resident is None:
        return None
    address = resident.home.address if resident.home else ""
    return NewSignatory(name=resident.name, address=address, email=resident.email)
