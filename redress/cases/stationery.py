"""What a landlord's letters are made with, read from what it gave in the browser."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from redress.people.models import StationeryVersion
from redress.rules.contacts import Contact
from redress.rules.passages import Passage
from redress.rules.record import canonical, digest_of
from redress.rules.stationery import Dated, Stationery
from redress.rules.wording import LetterError, Wording, given, places_at_odds, wording

Row = StationeryVersion


def stationery_of(landlord: int, slug: str) -> Stationery:
    """The stationery of a landlord, by its number and slug: the newest published version of each.

    Raises `LetterError` where a text is no longer the one that was published.
    """
    rows = Row.objects.filter(landlord=landlord, published_at__isnull=False).order_by("number")
    found: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        found[row.sort][row.name].append(intact(row))
    own = {kind: wording_in(each[-1]) for kind, each in found["wording"].items()}
    sound = {kind: each for kind, each in own.items() if each and _fits(each)}
    passages = {name: [_passage(row) for row in each] for name, each in found["passage"].items()}
    return Stationery(
        landlord=slug,
        wordings=sound,
        unfit=tuple(sorted(kind for kind, each in own.items() if each and kind not in sound)),
        own_passages={name: each[-1] for name, each in passages.items()},
        old_passages=tuple(one for each in passages.values() for one in each if one),
        own_contacts={name: _dated(each) for name, each in found["contact"].items()},
    )


def intact(row: Row) -> Row:
    """The row, whose content is as it was given. Raises `LetterError` where it is not."""
    if digest(row.content) != row.digest:
        raise LetterError(f"Version {row.number} of {row.sort} {row.name} is not as it was given.")
    return row


def digest(content: dict[str, Any]) -> str:
    """The SHA-256 of a version's content."""
    return digest_of(canonical(content))


def wording_in(row: Row) -> Wording | None:
    """The wording that a version says; None where it says to use the standard one again."""
    said = row.content
    return given(row.name, said["subject"], said["body"], row.number) if said else None


def contact_in(content: dict[str, Any]) -> Contact:
    """The contact that a version says. Its ways are pairs there, for their order is a letter's."""
    days = {name: date.fromisoformat(content[name]) for name in ("checked_on", "expires_on")}
    return Contact.model_validate({**content, **days, "ways": dict(content["ways"])})


def _fits(own: Wording) -> bool:
    return not places_at_odds(own, wording(own.kind))


def _passage(row: Row) -> Passage | None:
    return Passage(**row.content) if row.content else None


def _dated(rows: Iterable[Row]) -> Dated:
    return tuple((row.starts, contact_in(row.content)) for row in rows if row.starts)
