"""The paper of a letter of a case: one that is issued, or one as it would be."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from redress.cases.following import where_to_follow
from redress.cases.models import Case, Letter, Message
from redress.papers.letterhead import Letterhead, letterhead_of
from redress.papers.paper import Paper
from redress.people.models import Landlord
from redress.rules.letters import RenderedLetter
from redress.rules.sending import Format, Way
from redress.rules.wording import Block

ERASED = (Block("paragraph", ("The words of this letter were erased with its case.",)),)


def issued(row: Case, letter: Letter, *, large_print: bool, to: Message | None = None) -> Paper:
    """A letter on the record, as it went out, or as it goes `to` one of those who get it. One whose
    words were erased says so."""
    cover = (Block("paragraph", (to.text,)),) if to and to.text else ()
    blocks = tuple(map(_block, letter.blocks)) if letter.subject else ERASED
    return Paper(
        letterhead=_letterhead(row.landlord),
        address=_address(row, [to] if to else list(letter.message_set.order_by("pk"))),
        date=letter.issued_on,
        reference=row.reference,
        subject=letter.subject or "Erased letter",
        blocks=(*cover, *blocks),
        large_print=large_print,
    )


def _letterhead(landlord: Landlord) -> Letterhead:
    """The landlord's, at whose foot it says where residents follow their complaint."""
    head = letterhead_of(landlord.slug, landlord.name)
    foot = f"{head.foot} {where_to_follow(landlord)}".strip()
    return head.model_copy(update={"foot": foot})


def _address(row: Case, sent: list[Message]) -> tuple[str, ...]:
    """Where it was posted to, the resident's before another's; else where the resident lives now.
    Of a letter that went to others alone it is never the resident's home."""
    ours = [each for each in sent if not for_another(each)]
    posted = next((each for each in ours or sent if each.way == Way.POST.value), None)
    if posted:
        return _lines(posted.to_name, posted.to_address)
    return address_of(row.resident) if ours or not sent else (sent[0].to_name,)


def for_another(message: Message) -> bool:
    """Whether it goes to somebody who speaks for the resident or signed with them."""
    return message.to_representative is not None or message.to_signatory is not None


def draft(
    letter: RenderedLetter, on: date, *, landlord: Landlord, reference: str, resident: Any
) -> Paper:
    """A letter as it would arrive if it went out on this day: marked as a draft, and in large print
    where the resident asked for it."""
    return Paper(
        letterhead=_letterhead(landlord),
        address=address_of(resident),
        date=on,
        reference=reference,
        subject=letter.subject,
        blocks=letter.blocks,
        large_print=asks_for_large_print(resident),
        is_draft=True,
        goes_to=letter.goes_to,
    )


def asks_for_large_print(resident: Any) -> bool:
    """Whether they asked for large print (Equality Act 2010 s.20, Code 3.1). Nobody asks not."""
    return bool(resident and resident.large_print)


def asks_for_plain_email(resident: Any) -> bool:
    """Whether they need a letter as an e-mail of words alone, with no file to it."""
    return bool(resident and Format.PLAIN_EMAIL.value in resident.formats)


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
