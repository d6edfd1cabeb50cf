"""The resident's pages in a real browser."""

import pytest
from pytest_django.live_server_helper import LiveServer

from tests import builders
from tests.browser.conftest import DESKTOP, PHONE, OpenPage, shot, sound


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_first_pages(open_page: OpenPage, live_server: LiveServer, width: int) -> None:
    builders.landlord()
    page = open_page(width=width)
    for address in ("/", "/code-model/", "/sign-in"):
        page.goto(live_server.url + address)
        sound(page)
        shot(page, f"first-{width}{address.replace('/', '-')}")
