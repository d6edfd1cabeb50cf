"""How much a resident's phone must fetch for a first page: at most 150 kB."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from redress.people.models import Landlord

MOST = 150_000
FONT = re.compile(r"src: ?url\(([^)]*latin-(?:400|700)[^)]*)\)")


def fetched(client: Client, address: str) -> dict[str, bytes]:
    """The page and all that it asks for: style sheets, scripts and their imports, icon, fonts."""
    page = client.get(address).content
    links = re.findall(r'(?:href|src)="/static/([^"]+)"', page.decode())
    files = {"page": page} | {name: content(name) for name in links}
    if "redress/redress.js" in files:
        files["vendor/govuk-frontend.js"] = content("vendor/govuk-frontend.js")
    for font in FONT.findall(files["vendor/govuk-frontend.css"].decode()):
        files[f"vendor/{font}"] = content(f"vendor/{font}")
    return files


def content(name: str) -> bytes:
    found = finders.find(name)
    assert isinstance(found, str), f"{name} is not there; python3 run.py fetches it"
    return Path(found).read_bytes()


def carried(name: str, data: bytes) -> int:
    """Bytes on the wire: compressed by the server, but for fonts, which are so already."""
    return len(data) if name.endswith(".woff2") else len(gzip.compress(data, 6))


@pytest.mark.usefixtures("frozen")
@pytest.mark.parametrize("address", ["/", "/code-model/", "/code-model/complain"])
def test_a_first_page_is_light(client: Client, landlord: Landlord, address: str) -> None:
    files = fetched(client, address)
    assert len([name for name in files if name.endswith(".woff2")]) == 2
    weight = {name: carried(name, data) for name, data in files.items()}
    assert sum(weight.values()) <= MOST, weight
    assert len(files["page"]) <= 20_000
