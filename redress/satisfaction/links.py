"""The link by which a resident answers how their complaint was handled.

It is worked out, not kept: the number of the asking and fifteen letters and figures that only this
site can make, none of which is taken for another. It can be typed off a letter. It names nobody,
opens nothing of the case, and ends with the answer or with the time for it.
"""

import hmac
import re
from datetime import date
from enum import StrEnum

from django.conf import settings
from django.utils.crypto import salted_hmac

from redress.cases.following import READABLE
from redress.people.models import Landlord
from redress.rules.facts import State
from redress.satisfaction.models import Asked

__all__ = ["Asked", "Good", "address", "good_for", "opened", "token_of"]
PAGE = "how-we-did"  # the address of the page, before the token
LETTERS, GROUP = 15, 5
TOKEN = re.compile(r"([0-9]{1,12})-([A-Z0-9-]{1,40})")


def address(asked: Asked, landlord: Landlord) -> str:
    """The whole address that a letter has."""
    return f"{settings.SITE_ADDRESS}/{landlord.slug}/{PAGE}/{token_of(asked, landlord)}"


def token_of(asked: Asked, landlord: Landlord) -> str:
    """ "31-ABCDE-FGHJK-MNPQR"."""
    return f"{asked.pk}-{_code(landlord, asked.pk)}"


def opened(landlord: Landlord, token: str) -> Asked | None:
    """The asking that a token opens, in whatever case it is typed; None for one that is not ours,
    or of another landlord."""
    found = TOKEN.fullmatch(token.strip().upper())
    if not found or not hmac.compare_digest(found[2], _code(landlord, int(found[1]))):
        return None
    rows = Asked.objects.filter(landlord=landlord, pk=int(found[1]))
    return rows.select_related("case__resident").first()


def _code(landlord: Landlord, number: int) -> str:
    made = salted_hmac("redress.satisfaction", f"{landlord.slug}:{number}", algorithm="sha256")
    left, letters = int.from_bytes(made.digest(), "big"), ""
    for _ in range(LETTERS):
        left, place = divmod(left, len(READABLE))
        letters += READABLE[place]
    return "-".join(letters[start : start + GROUP] for start in range(0, LETTERS, GROUP))


class Good(StrEnum):
    """What a link is good for."""

    OPEN = "open"
    ANSWERED = "answered"
    OVER = "over"  # the time is up, or the complaint went on


def good_for(asked: Asked, today: date) -> Good:
    """What the link of an asking is good for on a day."""
    if any(rating["stage"] == asked.stage for rating in asked.case.ratings):
        return Good.ANSWERED
    in_time = asked.ends_on is None or today <= asked.ends_on
    closed = asked.case.state == State.CLOSED.value
    return Good.OPEN if in_time and closed else Good.OVER
