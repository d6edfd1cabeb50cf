"""The address of a case: who answers a letter by e-mail reaches the case, and nobody can guess it.

The landlord's mail server delivers `name+anything@domain` to the box of `name@domain`.
"""

import base64
import re
import secrets
from collections.abc import Iterable

from django.conf import settings

from redress.cases.models import Case
from redress.cases.models.mail_item import ReplyAddress
from redress.people.models import Landlord

TOKEN = re.compile(r"\+([a-z2-7]{32})@")
BYTES = 20


def box_of(landlord: Landlord) -> str:
    """The address to which residents answer; empty where none is set."""
    known: dict[str, str] = settings.MAIL_REPLY
    return known.get(landlord.slug, known.get("", ""))


def give(row: Case) -> None:
    """Give the case its address, if it has none yet. For the outbox, in the case's transaction,
    which holds the case: nobody else gives it one meanwhile."""
    if ReplyAddress.objects.filter(case=row).exists():
        return
    token = base64.b32encode(secrets.token_bytes(BYTES)).decode().lower()
    ReplyAddress.objects.create(landlord_id=row.landlord_id, case=row, token=token)


def address_of(row: Case) -> str:
    """The whole address of a case; empty where the landlord has no box or the case no address."""
    name, at, domain = box_of(row.landlord).rpartition("@")
    token = ReplyAddress.objects.filter(case=row).values_list("token", flat=True).first()
    return f"{name}+{token}{at}{domain}" if at and token else ""


def tokens_in(addresses: Iterable[str]) -> list[str]:
    """What looks like the token of a case in the addresses that a mail was sent to."""
    return [found[1] for each in addresses if (found := TOKEN.search(each))]


def case_of(landlord: Landlord, tokens: Iterable[str]) -> Case | None:
    """The landlord's case to which one of these tokens leads; None for all others."""
    rows = ReplyAddress.objects.filter(landlord=landlord, token__in=list(tokens))
    found = rows.select_related("case__resident").first()
    return found.case if found else None
