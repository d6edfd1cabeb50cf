"""A real browser on the real site: Debian's Chromium, driven by Playwright, judged by axe.

    def test_it(open_page, live_server):
        page = open_page(width=320, javascript=False)
        page.goto(live_server.url)
        sound(page)

`open_page` fails the test where a page wrote an error to the console (a breach of the content
security policy is one) or asked anything of another host.
"""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from weakref import WeakSet

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db import connections
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

# Playwright runs a loop of its own in this thread; the tests' database calls are not part of it.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

# The shell is the same Chromium without the window's own pages, and opens one four times as fast.
CHROMIUM = (
    os.environ.get("BROWSER_CHROMIUM")
    or shutil.which("chromium-headless-shell")
    or shutil.which("chromium")
)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE, DESKTOP = 320, 1280
AXE: dict[str, Any] = {
    "resultTypes": ["violations"],  # details of what passed would take as long again
    "rules": {"target-size": {"enabled": True}},  # WCAG 2.5.8, which axe leaves out by itself
}
LOOKS = "m => ['dark', 'active'].map((v, n) => matchMedia(m[n] + v + ')').matches)"
MEDIA = "(prefers-color-scheme: ", "(forced-colors: "
NOT_FOUND = "the server responded with a status of 4"  # what a refusal looks like in the console

# The elements that reach over the right edge, innermost last.
WIDEST = """[...document.querySelectorAll("body *")]
  .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth)
  .map(e => `${e.tagName}.${e.className}`).slice(-4)"""

ONLY_WHEN = {"pictures": "BROWSER_PICTURES", "sweep": "BROWSER_SWEEPS"}

OpenPage = Callable[..., Page]
contrasts: set[tuple[str, str]] = set()  # kinds of page whose contrast was measured
without_javascript: WeakSet[BrowserContext] = WeakSet()  # where axe, a script, cannot run


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Everything in this folder needs Chromium.

    What only makes pictures runs where BROWSER_PICTURES says where to put them, and the long sweeps
    where BROWSER_SWEEPS is set: before a release, not at every landing.
    """
    left = [mark for mark, when in ONLY_WHEN.items() if not os.environ.get(when)]
    out = [item for item in items if any(item.get_closest_marker(mark) for mark in left)]
    items[:] = [item for item in items if item not in out]
    config.hook.pytest_deselected(items=out)
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if not CHROMIUM:
                item.add_marker(pytest.mark.skip(reason="there is no Chromium on this machine"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, started once.

    While Playwright's loop runs, Django keeps this thread's database connections elsewhere, so
    those from before and from within are closed: an open one would keep the test database alive.
    """
    connections.close_all()
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()
        connections.close_all()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Opens a window: `width`, `javascript`, `scheme` (light or dark), `forced` colours."""
    contexts = []
    faults: list[str] = []

    def opened(
        *,
        width: int = DESKTOP,
        javascript: bool = True,
        scheme: str = "light",
        forced: bool = False,
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            java_script_enabled=javascript,
            color_scheme=scheme,
            forced_colors="active" if forced else "none",
            reduced_motion="reduce",
            locale="en-GB",
            timezone_id="Europe/London",
        )
        contexts.append(context)
        if not javascript:
            without_javascript.add(context)
        context.on("console", lambda said: _note(said.type == "error", said.text, faults))
        context.on("weberror", lambda error: faults.append(str(error.error)))
        context.on("request", lambda asked: _note(_elsewhere(asked.url), asked.url, faults))
        context.set_default_timeout(10_000)
        context.set_default_navigation_timeout(40_000)  # a busy machine, and its first page
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()
    assert faults == []


def _note(is_fault: bool, text: str, faults: list[str]) -> None:
    if is_fault and NOT_FOUND not in text:
        faults.append(text)


def _elsewhere(url: str) -> bool:
    return not url.startswith(("http://localhost", "http://127.0.0.1", "data:", "about:"))


def sound(page: Page) -> None:
    """No accessibility violation (axe: WCAG 2.2 A and AA and best practice, and targets of 24
    pixels), nothing wider than the window, and every link of an error summary lands somewhere."""
    page.wait_for_load_state()
    if page.context not in without_javascript:
        report = Axe().run(page, options=_asked_of(page))
        _noted(page, report.violations_count)
        assert report.violations_count == 0, f"{page.url}\n{report.generate_report()}"
    nothing_sideways(page)
    lost = page.eval_on_selector_all(
        ".govuk-error-summary a",
        "links => links.map(a => a.hash.slice(1)).filter(id => !document.getElementById(id))",
    )
    assert lost == [], f"{page.url}: links to nothing: {lost}"


def _asked_of(page: Page) -> dict[str, Any]:
    """What axe looks at. Contrast takes most of its time and is a matter of the style sheet, so it
    is measured once for a kind of page, with and without an error summary, in each of its looks."""
    kind = re.sub(r"[A-Z]{2,6}-[\w-]+|\d+", "#", urlsplit(page.url).path)
    looks = page.evaluate(LOOKS, list(MEDIA)), page.locator(".govuk-error-summary").count()
    if (kind, str(looks)) in contrasts and not os.environ.get("BROWSER_SWEEPS"):
        return AXE | {"rules": {**AXE["rules"], "color-contrast": {"enabled": False}}}
    contrasts.add((kind, str(looks)))
    return AXE


def _noted(page: Page, violations: int) -> None:
    """A line for the report, if AXE_REPORT names a folder: `bench.accessibility` lays it out."""
    if folder := os.environ.get("AXE_REPORT"):
        dark, forced = page.evaluate(LOOKS, list(MEDIA))
        width = (page.viewport_size or {"width": 0})["width"]
        looks = "forced colours" if forced else "dark" if dark else "light"
        test = os.environ.get("PYTEST_CURRENT_TEST", "").split("::")[-1].split(" ")[0]
        line = "\t".join((urlsplit(page.url).path, str(width), looks, str(violations), test))
        with (Path(folder) / f"{os.getpid()}.tsv").open("a", encoding="utf-8") as file:
            file.write(line + "\n")


def nothing_sideways(page: Page) -> None:
    """Nothing is wider than the window, so that nobody scrolls to and fro to read."""
    page.wait_for_load_state()  # a page that is on its way has nothing in it yet
    wide = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    assert wide <= 0, f"{page.url} is {wide} pixels too wide: {page.evaluate(WIDEST)}"


def shot(page: Page, name: str, height: int | None = None) -> None:
    """A picture of the whole page, or of its first `height` pixels, if BROWSER_PICTURES names a
    folder for them."""
    if folder := os.environ.get("BROWSER_PICTURES"):
        path = Path(folder) / f"{name}.png"
        page.screenshot(path=path, full_page=True)
        if height:
            with Image.open(path) as whole:
                part = whole.crop((0, 0, whole.width, min(height, whole.height)))
            part.save(path)
