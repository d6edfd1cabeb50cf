"""Somebody's two hands: does what a person would, by mouse or by keys alone, and counts it.

Counted are clicks, keys outside free text, moves of a hand between mouse and keyboard, and pages.
The page that says it is done ends a task and is none of its pages.
"""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page, Request

# The keystroke-level model (Card, Moran and Newell), in seconds.
KEY, CLICK, THINK, MOVE = 0.28, 1.3, 1.35, 0.4
FARTHEST = 250  # Tabs: more than any page has places for
SKIP = ".govuk-skip-link"
FOCUSED = "e => e === document.activeElement"
IN_GROUP = """e => {
  const at = document.activeElement, all = [...document.querySelectorAll("input[type=radio]")]
    .filter(one => one.name === e.name && one.form === e.form);
  return all.includes(at) ? all.indexOf(e) - all.indexOf(at) : null;
}"""
AT_TOP_OF_MAIN = """e => document.querySelector("main").contains(e)
  && document.activeElement === document.body"""


@dataclass
class Hands:
    """One person at one page. `keyboard`: the mouse is not touched."""

    page: Page
    keyboard: bool = False
    clicks: int = 0
    keys: int = 0
    moves: int = 0
    loads: int = 0
    server: float = 0.0  # seconds for which pages were waited for

    def __post_init__(self) -> None:
        self.on_mouse = not self.keyboard
        self.page.on("requestfinished", self._came)
        self.page.on("domcontentloaded", self._loaded)

    def _loaded(self, page: Page) -> None:
        self.loads += 1

    def _came(self, request: Request) -> None:
        if request.is_navigation_request():
            timing = request.timing
            self.server += max(0.0, timing["responseStart"] - timing["requestStart"]) / 1_000

    @property
    def pages(self) -> int:
        """How many pages had to be looked at."""
        return self.loads - 1

    @property
    def seconds(self) -> float:
        """The time of the model: one thought a page; free text and the server are left out."""
        thought = max(self.pages, 1) * THINK
        return self.keys * KEY + self.clicks * CLICK + self.moves * MOVE + thought

    def press(self, selector: str) -> None:
        """Press a link, a button, or the line that unfolds a part."""
        where = self._one(selector)
        if self.keyboard:
            self.tab_to(where)
            self.key("Enter")
        else:
            self._click(where)

    def choose(self, selector: str) -> None:
        """Choose one of a few, or tick a box."""
        where = self._one(selector)
        if not self.keyboard:
            self._click(where)
        elif where.get_attribute("type") == "checkbox":
            self.tab_to(where)
            self.key("Space")
        else:
            self._choose_by_keys(where)

    def _choose_by_keys(self, where: Locator) -> None:
        for _ in range(FARTHEST):
            if (steps := where.evaluate(IN_GROUP)) is not None:
                break
            self.key("Tab")
        else:
            raise AssertionError(f"Tab does not come to {where}")
        self.key("ArrowDown" if steps > 0 else "ArrowUp", abs(steps))
        if not where.is_checked():
            self.key("Space")

    def pick(self, selector: str, letters: str) -> None:
        """One of many, by its first letters."""
        self.go_to(selector)
        self.types(letters)

    def fill(self, selector: str, text: str) -> None:
        """A short answer, each key of which is counted."""
        self.go_to(selector)
        self.types(text)

    def write(self, selector: str, text: str) -> None:
        """Free text: going to it counts, its keys do not."""
        self.go_to(selector)
        self._on(mouse=False)
        self.page.keyboard.type(text)

    def go_to(self, selector: str) -> None:
        """Into a field."""
        where = self._one(selector)
        if self.keyboard:
            self.tab_to(where)
        elif not where.evaluate(FOCUSED):
            self._click(where)

    def then(self, selector: str, text: str) -> None:
        """On to a field near by with Tab, whichever way one works, and a short answer."""
        self.tab_to(self._one(selector))
        self.types(text)

    def types(self, text: str) -> None:
        """Keys that count."""
        self._on(mouse=False)
        self.page.keyboard.type(text)
        self.keys += len(text)

    def key(self, name: str, times: int = 1) -> None:
        """One key, or the same key several times."""
        self._on(mouse=False)
        for _ in range(times):
            self.page.keyboard.press(name)
        self.keys += times

    def settle(self) -> None:
        """What the page looks up by itself has come, as it has at the pace of a person."""
        self.page.wait_for_timeout(400)
        self.page.wait_for_load_state("networkidle")

    def shortcut(self, name: str) -> None:
        """A key that opens a page."""
        with self.page.expect_navigation():
            self.key(name)

    def open(self, selector: str, key: str) -> None:
        """A page that a link opens, or a key for whoever works by keys alone."""
        if self.keyboard:
            self.shortcut(key)
        else:
            self.press(selector)

    def tab_to(self, where: Locator) -> None:
        """Tab on until this has the focus; past the menu by the link that skips it."""
        if where.evaluate(AT_TOP_OF_MAIN):
            self.key("Tab")
            if self.page.locator(SKIP).evaluate(FOCUSED):
                self.key("Enter")
        for _ in range(FARTHEST):
            if where.evaluate(FOCUSED):
                return
            self.key("Tab")
        raise AssertionError(f"Tab does not come to {where}")

    def _click(self, where: Locator) -> None:
        self._on(mouse=True)
        where.click()
        self.clicks += 1

    def _on(self, *, mouse: bool) -> None:
        self.moves += mouse != self.on_mouse
        self.on_mouse = mouse

    def _one(self, selector: str) -> Locator:
        return self.page.locator(selector).first
