"""Knowing somebody again whose name and contact are forgotten."""

import json
from datetime import date

from django.utils.crypto import salted_hmac


def mark_of(landlord: int, said_on: date, who: str, contact: str) -> str:
    """What a person of an outside survey is known by, in 64 characters: keyed with the secret key,
    so that nobody reads or tries out a name from it. Capitals and blanks make no difference. It is
    kept on rows (a migration filled them too): it must never come out otherwise."""
    words = [" ".join(text.casefold().split()) for text in (who, contact)]
    said = json.dumps([landlord, said_on.isoformat(), *words])
    return salted_hmac("redress.satisfaction.unhappy", said, algorithm="sha256").hexdigest()
