"""A subject access request: by when it is answered, and taking other people out of a text.

UK GDPR art. 12(3) and 15; Data Protection Act 2018, section 45 and Schedule 2, paragraph 16.
"""

import calendar
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from redress.rules.redaction import LEAST, Private
from redress.rules.signatories import plain_words

ANOTHER = "[another person]"
SHORT = 3  # letters of a part of a name that is looked for by itself


def due_on(asked_on: date) -> date:
    """The day by which a request is answered: the same day of the next month, or the last day of
    that month where it has no such day (UK GDPR art. 12(3); guidance of the Commissioner)."""
    year, month = asked_on.year + asked_on.month // 12, asked_on.month % 12 + 1
    return date(year, month, min(asked_on.day, calendar.monthrange(year, month)[1]))


def taken_out(own: Private, others: Private) -> re.Pattern[str] | None:
    """What stands for other people: whole names, parts of names that are not the person's own too,
    and ways to reach them; None where nobody else is known."""
    ours = {word for name in own.names for word in plain_words(name)}
    own_places = {"".join(plain_words(place)) for place in own.places}
    found = [name for name in others.names if not set(plain_words(name)) <= ours]
    parts = {part for name in found for part in name.split() if len(part) >= SHORT}
    found += [part for part in parts if not set(plain_words(part)) & ours]
    found += [
        place
        for place in others.places
        if len(read := "".join(plain_words(place))) >= LEAST and read not in own_places
    ]
    words = sorted({each.strip() for each in found if each.strip()}, key=len, reverse=True)
    if not words:
        return None
    spaced = (r"\s+".join(map(re.escape, each.split())) for each in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)", re.IGNORECASE)


def without(value: Any, out: re.Pattern[str] | None) -> Any:
    """Plain values with other people taken out of every text, however deep."""
    if out is None:
        return value
    if isinstance(value, str):
        return out.sub(ANOTHER, value)
    if isinstance(value, Mapping):
        return {key: without(each, out) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [without(each, out) for each in value]
    return value
