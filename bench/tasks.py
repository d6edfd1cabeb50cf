"""The tasks of a desk's day in a real browser on a live site: pages, clicks, keys, seconds.

    python -m bench.tasks

Makes the demonstration in a folder of its own, serves it, and does each task of
`tests/browser/journeys.py` twice: by mouse, and by keys alone. The seconds are those of the
keystroke-level model; what the server took stands apart. Writes `bench/tasks.md`.
"""

import argparse
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

REPORT = Path(__file__).with_name("tasks.md")
SLUG = "tower-hamlets-homes"
STARTS = 60  # seconds for the site to answer
REDRESS = (sys.executable, "-m", "redress")


@dataclass
class Measured:
    """One task done in one way."""

    pages: int
    clicks: int
    keys: int
    seconds: float
    server: float


@contextmanager
def site(folder: Path) -> Iterator[str]:
    """The demonstration, served; gives its address."""
    for name in [name for name in os.environ if name.startswith("REDRESS_")]:
        del os.environ[name]
    os.environ |= {"REDRESS_VAR": str(folder), "DJANGO_ALLOW_ASYNC_UNSAFE": "1"}
    for command in (["demo"], ["manage", "collectstatic", "--no-input", "-v", "0"]):
        subprocess.run([*REDRESS, *command], check=True, stdout=subprocess.DEVNULL)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    served = [*REDRESS, "serve", "--no-worker", "--port", str(port)]
    with subprocess.Popen(served, stdout=subprocess.DEVNULL) as server:
        try:
            root = f"http://127.0.0.1:{port}"
            _answers(root)
            yield root
        finally:
            server.terminate()


def _answers(root: str) -> None:
    for _ in range(STARTS * 2):
        try:
            with urllib.request.urlopen(root, timeout=5):  # noqa: S310 our own server
                return
        except OSError:
            time.sleep(0.5)
    raise SystemExit(f"the site did not answer within {STARTS} seconds")


def office() -> Any:
    """The demonstration's people of one landlord, and somebody who leaves."""
    from datetime import UTC, datetime

    from redress.cases.access import actor_of
    from redress.demo.staff import email
    from redress.people.landlords import landlord_named
    from redress.people.models import User
    from redress.rules.access import Role
    from tests import builders
    from tests.browser.journeys import Office

    landlord = landlord_named(SLUG)
    people = {
        part: actor_of(User.objects.get(email=email(part, landlord)), landlord)
        for part in ("officer", "head", "handler")
    }
    known = User.objects.filter(name="Zoe Lang").first()  # from the task before
    leaver = (
        actor_of(known, landlord)
        if known
        else builders.user(landlord, Role.HANDLER, name="Zoe Lang")
    )
    return Office(landlord, leaver=leaver, now=datetime.now(UTC), **people)


def measure(root: str) -> dict[str, list[Measured]]:
    """Every task, by mouse and by keys."""
    from playwright.sync_api import sync_playwright

    from tests.browser.conftest import ARGUMENTS, CHROMIUM
    from tests.browser.journeys import JOURNEYS

    found = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for journey in JOURNEYS:
            ways = (False, True)
            found[journey.code] = [_done(browser, journey, root, keyboard) for keyboard in ways]
            print(journey.code, *found[journey.code], flush=True)
        browser.close()
    return found


def _done(browser: Any, journey: Any, root: str, keyboard: bool) -> Measured:
    from redress.demo.staff import PASSWORD, email
    from tests.browser.hands import Hands
    from tests.browser.journeys import travel

    there = office()
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    context.set_default_timeout(20_000)
    page = context.new_page()
    if journey.by:
        page.goto(f"{root}/sign-in")
        page.get_by_label("Email address", exact=True).fill(email(journey.by, there.landlord))
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(lambda url: "sign-in" not in url)
    hands = Hands(page, keyboard)
    travel(journey, hands, there, root)
    context.close()
    return Measured(hands.pages, hands.clicks, hands.keys, hands.seconds, hands.server)


def rows(found: dict[str, list[Measured]]) -> Iterator[list[str]]:
    """The lines of the table."""
    from tests.browser.journeys import JOURNEYS

    for journey in JOURNEYS:
        may, (mouse, keys) = journey.budget, found[journey.code]
        over = [
            name
            for name in ("pages", "clicks", "keys", "seconds")
            if round(getattr(mouse, name), 1) > getattr(may, name)
        ]
        verdict = f"over in {', '.join(over)}" if over else "within"
        slow = keys.pages > may.pages or keys.seconds > may.seconds
        yield [
            f"{journey.code} {journey.title}",
            f"{may.pages} / {may.clicks} / {may.keys} / {may.seconds:g} s",
            f"{mouse.pages} / {mouse.clicks} / {mouse.keys} / {mouse.seconds:.1f} s",
            verdict + (f": {journey.over}" if over and journey.over else ""),
            f"{keys.pages} / {keys.keys} / {keys.seconds:.1f} s",
            "over" if slow else "within",
            f"{mouse.server:.2f} s",
        ]


INTRODUCTION = """# The tasks of a desk's day, measured

Written by `python -m bench.tasks`: real Chromium on a live site with the demonstration's cases, so
many pages, clicks and keys, counted while each task is done. The same tasks run as tests
(`tests/browser/test_tasks.py`), which assert pages, clicks and keys, and never a time.

- A task begins on a page that is open: Today, the list, or the case; T6 in the mail with the link.
  Pages are those that load until it is done; the one that says so is not counted.
- Keys are those outside free text: names and numbers typed, first letters in a list, Tab, Enter,
  and shortcuts, which the mouse's column uses where somebody would (n, o, m, e and /).
- Seconds are those of the keystroke-level model: a key 0.28, pointing and clicking 1.3, a thought
  for each page 1.35, a hand between mouse and keyboard 0.4. Typing free text is left out, and so is
  the server, which stands apart. A site with 100,000 cases is measured in `results.md`.
- By keys alone means Tab, Enter, Space, arrows and shortcuts. There the keys have no budget of
  their own: pages and seconds decide.

| task | budget: pages / clicks / keys / seconds | by mouse | | by keys alone | | server |
| --- | --- | --- | --- | --- | --- | --- |
"""


def main() -> None:
    argparse.ArgumentParser(description=__doc__).parse_args()
    folder = Path(tempfile.mkdtemp(prefix="redress-tasks-"))
    try:
        with site(folder) as root:
            from redress.commands import setup_django

            setup_django()
            lines = [" | ".join(line) for line in rows(measure(root))]
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    text = INTRODUCTION + "".join(f"| {line} |\n" for line in lines)
    REPORT.write_text(text)
    print(text)


if __name__ == "__main__":
    main()
