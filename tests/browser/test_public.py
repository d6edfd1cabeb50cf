"""A landlord's public pages in a browser: small, dark, in large print, and from right to left in a
language in which every text is changed and longer words do not break the page."""

import pytest
from pytest_django.live_server_helper import LiveServer

from tests import builders, pseudo
from tests.browser.conftest import DESKTOP, PHONE, OpenPage, shot, sound

PATHS = ("", "policy", "who-can-help", "accessibility", "privacy")


@pytest.mark.parametrize(
    "way",
    [{"width": PHONE, "scheme": "dark"}, {"width": DESKTOP}, {"width": PHONE, "forced": True}],
)
def test_each_page_is_sound(
    open_page: OpenPage, live_server: LiveServer, way: dict[str, object], transactional_db: None
) -> None:
    builders.landlord("tower-hamlets-homes", "THH")
    page = open_page(**way)
    name = "-".join(str(value) for value in way.values())
    for path in PATHS:
        page.goto(f"{live_server.url}/tower-hamlets-homes/{path}")
        sound(page)
        shot(page, f"public-{path or 'start'}-{name}")
    page.goto(f"{live_server.url}/tower-hamlets-homes/policy?print=large")
    sound(page)
    shot(page, f"public-policy-large-{name}")


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_each_page_from_right_to_left(
    open_page: OpenPage, live_server: LiveServer, width: int, transactional_db: None
) -> None:
    builders.landlord("together", "TOG")
    page = open_page(width=width)
    with pseudo.spoken(bidi=True):
        for path in PATHS:
            page.goto(f"{live_server.url}/together/{path}")
            assert page.evaluate("document.dir") == "rtl"
            sound(page)
            shot(page, f"public-{path or 'start'}-rtl-{width}")
