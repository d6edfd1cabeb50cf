"""What residents read is plain: measured on the pages as they are shown."""

import re
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import Client

from tests import builders
from tests.web.journey import BASE, PAGES, answer, send
from tests.web.plain import plain

pytestmark = pytest.mark.usefixtures("landlord", "frozen")
# Names that nobody can put more plainly, and dates.
FIXED = re.compile(r"Housing Ombudsman|Complaint Handling Code|[A-Z]\w+day \d+ \w+ \d{4}")
BLOCKS = re.compile(r"</?(?:p|li|h\d|dt|dd|label|legend|div|button|a|title|span|strong)\b[^>]*>")


def text(html: str) -> str:
    """The words of a page, a block a line."""
    main = re.sub(r"(?s).*<main[^>]*>(.*)</main>.*", r"\1", html)
    main = re.sub(r'(?s)<(dd|span)[^>]* lang="en"[^>]*>.*?</\1>', "", main)  # the paper's words
    main = re.sub(r"(?s)<(strong|span|a)\b[^>]*>|</(strong|span|a)>", "", main)
    lines = re.sub(r"<[^>]+>", "", BLOCKS.sub("\n", main)).splitlines()
    return FIXED.sub("Name", "\n".join(line.strip() for line in lines if line.strip()))


def pages(client: Client) -> dict[str, str]:
    """Every page that a resident can see, in words."""

    def shown(response: Any) -> str:
        return text(response.content.decode())

    found = {"start": shown(client.get("/code-model/")), "landlords": shown(client.get("/"))}
    found["gone"] = shown(client.get(f"{BASE}/sent"))
    for name in ("policy", "who-can-help", "accessibility", "privacy"):
        for slug in ("code-model", "tower-hamlets-homes"):
            found[f"{name} {slug}"] = shown(client.get(f"/{slug}/{name}"))
    for name in (*PAGES, "/helper", "/group", "/save", "/saved", "/go-on/old"):
        found[name or "complain"] = shown(client.get(BASE + name))
    found["error"] = shown(client.post(f"{BASE}/what", {}))
    client.post(BASE, {"who": "somebody"})
    for name in ("/needs", "/you"):
        found[f"helper {name}"] = shown(client.get(BASE + name))
    answer(client)
    for risk in ("danger_now", "at_risk", "damp_and_mould"):
        client.post(f"{BASE}/safety", {"risks": [risk]})
        found[risk] = shown(client.get(f"{BASE}/urgent"))
    found["check"] = shown(client.get(f"{BASE}/check"))
    send(client)
    found["sent"] = shown(client.get(f"{BASE}/sent"))
    for name in ("404", "403_csrf", "413", "500"):
        found[name] = text(render_to_string(f"{name}.html"))
    return found


def test_residents_pages_are_plain(client: Client) -> None:
    builders.landlord("tower-hamlets-homes", "THH")
    plain("public pages and the form", pages(client))


@pytest.mark.parametrize(
    "word", ["submit", "please note", "hereby", "regarding", "utilise", "commence", "stakeholder"]
)
def test_words_to_avoid_are_avoided(client: Client, word: str) -> None:
    for name, words in pages(client).items():
        assert word not in words.lower(), name
