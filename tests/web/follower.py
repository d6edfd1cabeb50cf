"""Somebody who follows their complaint: gets the code from the e-mail and types it in."""

import re
from typing import Any

from django.test import Client

from redress.cases.models import Message
from tests.web.reader import Page, read, sound

BASE = "/code-model/follow"


def asks(
    client: Client, reference: str, contact: str = "mary@example.org", base: str = BASE
) -> Any:
    """Asks for a code."""
    return client.post(base, {"reference": reference, "contact": contact})


def code_in(to: str = "mary@example.org") -> str:
    """The code of the latest e-mail to this address."""
    mail = Message.objects.filter(kind="follow_code", to_address=to).order_by("-pk")[0]
    found = re.search(r"\b\d{6}\b", mail.text)
    assert found is not None
    return found[0]


def gets_in(client: Client, reference: str, contact: str = "mary@example.org") -> Page:
    """Gets in, and gives the page of the complaint."""
    asks(client, reference, contact)
    response = client.post(f"{BASE}/code", {"code": code_in()}, follow=True)
    assert response.redirect_chain[-1] == (f"{BASE}/complaint", 302)
    return sound(response)


def form_of(client: Client, word: str) -> dict[str, str]:
    """The hidden parts of the form of an action."""
    page = read(client.get(f"{BASE}/{word}"))
    return {"once": page.one("input", name="once").attrs["value"]}


def sends(client: Client, word: str, **typed: Any) -> Any:
    """Fills in the form of an action and sends it; gives the answer, the next page after it."""
    return client.post(f"{BASE}/{word}", form_of(client, word) | typed, follow=True)
