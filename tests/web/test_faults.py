"""When something goes wrong: a page of ours that says what became of the answers."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string
from django.test import Client

from redress.people.models import Landlord
from redress.web.public import start
from tests.web.reader import sound

CLOCK_READERS = ("timezone.now(", "datetime.now(", "date.today(", "timezone.localdate()")


def test_a_fault_of_ours_shows_no_trace(
    landlord: Landlord, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("secret of the house")

    monkeypatch.setattr(start, "promises", broken)
    response = Client(raise_request_exception=False).get("/code-model/")
    assert response.status_code == 500
    words = sound(response).words
    assert "there is a problem with this service" in words
    assert "secret" not in response.content.decode()


@pytest.mark.parametrize("name", ["400", "403", "403_csrf", "404", "413", "500"])
def test_each_fault_page_needs_nothing_but_itself(name: str) -> None:
    html = render_to_string(f"{name}.html")
    page = sound(SimpleNamespace(content=html.encode()))
    assert len(page.words) > 60


def test_only_one_file_of_the_pages_reads_the_clock() -> None:
    web = Path(start.__file__).parents[1]
    readers = {
        path.relative_to(web).as_posix()
        for path in web.rglob("*.py")
        if any(reader in path.read_text() for reader in CLOCK_READERS)
    }
    assert readers == {"clock.py"}
