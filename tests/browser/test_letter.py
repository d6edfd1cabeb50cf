"""The page of a letter in a real browser."""

import pytest
from django.conf import settings
from playwright.sync_api import Page

from redress.people.models import Resident
from redress.rules.access import Role
from tests import builders
from tests.browser.conftest import DESKTOP, PHONE, OpenPage, shot, sound
from tests.web.desk.conftest import browser_of, opened


@pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])
def test_a_letter_is_sound_at_any_width_and_in_the_dark(
    open_page: OpenPage, live_server: object, large: bool
) -> None:
    landlord = builders.landlord()
    desk = builders.Desk(landlord, builders.user(landlord, Role.COMPLAINTS_OFFICER))
    ref = opened(desk)
    Resident.objects.update(formats=["large_print"] if large else [])
    for width, scheme in ((DESKTOP, "light"), (PHONE, "light"), (DESKTOP, "dark")):
        page = open_page(width=width, scheme=scheme)
        _sign_in(page, str(live_server), desk)
        page.goto(f"{live_server}/code-model/desk/case/{ref}/letters/2")
        first = page.locator(".desk-files a").first.inner_text()
        assert first == ("Large print PDF" if large else "PDF")
        sound(page)
        shot(page, f"letter-{'large' if large else 'normal'}-{width}-{scheme}")


def _sign_in(page: Page, site: str, desk: builders.Desk) -> None:
    client = browser_of(desk.actor)
    value = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": site}])
