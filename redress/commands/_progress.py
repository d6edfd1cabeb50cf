"""A progress bar on standard error: only where a person is looking."""

import sys
import time

WIDTH = 30


class Progress:
    """Shows how much of a known total is done, at most ten times a second."""

    def __init__(self, what: str, total: int) -> None:
        self.what, self.total = what, max(total, 1)
        self.shown = 0.0
        self.on = sys.stderr.isatty()

    def __call__(self, done: int) -> None:
        """`done` of the total are done."""
        if not self.on or (time.monotonic() - self.shown < 0.1 and done < self.total):
            return
        self.shown = time.monotonic()
        filled = min(WIDTH, WIDTH * done // self.total)
        bar = "#" * filled + "." * (WIDTH - filled)
        end = "\n" if done >= self.total else ""
        sys.stderr.write(f"\r{self.what} [{bar}] {done:,} of {self.total:,}{end}")
        sys.stderr.flush()


class Steps:
    """A bar for each step of longer work, one after the other."""

    def __init__(self) -> None:
        self.bars: dict[str, Progress] = {}

    def __call__(self, what: str, done: int, total: int) -> None:
        """`done` of the `total` of this step are done."""
        self.bars.setdefault(what, Progress(what, total))(done)
