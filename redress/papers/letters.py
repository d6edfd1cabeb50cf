"""The paper of a letter of a case: one that is issued, or one as it would be."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from redress.cases.models import Case, Letter
from redress.papers.letterhead import letterhead_of
from redress.papers.paper import Paper
from redress.people.models import Landlord
from redress.rules.letters import RenderedLetter
from redress.rules.sending import Way
from redress.rules.wording import Block


def issued(row: Case, letter: Letter, *, large_print: bool) -> Paper:
    """A letter on the record, as it went out. The address of one that was posted is the one it was
    posted to; that of any other is where the resident lives now."""
    posted = letter.message_set.filter(way=Way.POST.value).order_by("pk").first()
    address = _lines(posted.to_name, posted.to_address) if posted else address_of(row.resident)
    return Paper(
        letterhead=letterhead_of(row.landlord.slug, row.landlord.name),
        address=address,
        date=letter.issued_on,
        reference=row.reference,
        subject=letter.subject,
        blocks=tuple(map(_block, letter.blocks)),
        large_print=large_print,
    )


def draft(
    letter: RenderedLetter, on: date, *, landlord: Landlord, reference: str, resident: Any
) -> Paper:
    """A letter as it would arrive if it went out on this day: marked as a draft, and in large print
    where the resident asked for it."""
    return Paper(
        letterhead=letterhead_of(landlord.slug, landlord.name),
        address=address_of(resident),
        date=on,
        reference=reference,
        subject=letter.subject,
        blocks=letter.blocks,
        large_print=asks_for_large_print(resident),
        is_draft=True,
    )


def asks_for_large_print(resident: Any) -> bool:
    """Whether they asked for large print (Equality Act 2010 s.20, Code 3.1). Nobody asks not."""
    return bool(resident and resident.large_print)


def address_of(resident: Any) -> tuple[str, ...]:
    """The name and home of a resident as an envelope has them, a line each; none without both."""
    home = getattr(resident, "home", None)
    written = (home.address, home.postcode) if home else ()
    return _lines(getattr(resident, "name", ""), *written)


def _lines(name: str, *address: str) -> tuple[str, ...]:
    written = (re.split(r"\s*[,\n]\s*", part) for part in address)
    return tuple(line for line in (name, *(line for part in written for line in part)) if line)


def _block(kept: Mapping[str, Any]) -> Block:
    return Block(kept["kind"], tuple(kept["lines"]))
