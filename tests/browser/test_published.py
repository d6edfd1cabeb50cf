"""The published folder, walked in a browser: served by any web server, and from the disk itself."""

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser

from redress.publishing.directory import write_site
from redress.publishing.site import FIRST, PAGES
from tests.browser.conftest import DESKTOP, PHONE, OpenPage, shot, sound
from tests.publishing.conftest import House, house

__all__ = ["house"]  # a fixture
WHITE = "rgb(255, 255, 255)"
NAMES = (FIRST, *(path for path, *_ in PAGES))


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 its own name
        pass


@pytest.fixture
def folder(house: House, tmp_path: Path) -> Path:
    house.published()
    write_site(house.landlord, tmp_path / "site")
    return tmp_path / "site"


@pytest.fixture
def address(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_the_folder_is_a_site(open_page: OpenPage, address: str, folder: Path) -> None:
    """Every page by its link: axe and nothing sideways, its font loaded, on a wide screen and on a
    small dark one."""
    for width, scheme in ((DESKTOP, "light"), (PHONE, "dark")):
        page = open_page(width=width, scheme=scheme)
        page.goto(f"{address}/")
        sound(page)
        page.get_by_role("link", name="2026-27: the latest").click()
        for name in NAMES:
            page.locator(f"nav a[href='{name}']").first.click()
            sound(page)
            assert page.evaluate("document.fonts.check('1em \"Atkinson Hyperlegible Next\"')")
            shot(page, f"published-{name.removesuffix('.html')}-{width}")
        page.get_by_role("link", name="All that we have published").click()
        assert page.url == f"{address}/index.html"
        page.wait_for_load_state()
        page.close()  # before the server goes


def test_it_reads_from_the_disk_alike(browser: Browser, folder: Path) -> None:
    """Without any server: style sheet and font are there, and links lead on."""
    page = browser.new_page()
    faults: list[str] = []
    page.on("console", lambda said: faults.append(said.text))
    page.goto((folder / FIRST).as_uri())
    page.get_by_role("link", name="2026-27: the latest").click()
    page.locator("nav a[href='report.html']").click()
    assert page.evaluate("getComputedStyle(document.querySelector('.band')).color") == WHITE
    page.evaluate("document.fonts.ready.then(() => 0)")
    assert page.evaluate("[...document.fonts].map(font => font.status)") == ["loaded", "loaded"]
    assert faults == []
    page.close()
