"""A stage 1 response to PDF: how long one takes, and how many a second.

python -m bench.papers [--seconds 5]
"""

import time
from collections.abc import Callable
from dataclasses import replace

from bench.measure import arguments, percentile, table
from redress.papers.paper import Paper
from redress.papers.pdf import pdf
from redress.papers.word import docx
from redress.rules.wording import Block
from tests.papers.samples import paper

WAYS: dict[str, tuple[Callable[[Paper], bytes], bool]] = {
    "PDF": (pdf, False),
    "PDF, large print": (pdf, True),
    "Word": (docx, False),
}


def main() -> None:
    """Print the time of one letter, and letters a second, one after the other by one program."""
    given = arguments(__doc__ or "")
    rows = [_row(name, *way, given.seconds) for name, way in WAYS.items()]
    print(table(("a stage 1 response as", "p50 ms", "p95 ms", "a second", "kB"), rows))


def _row(
    name: str, make: Callable[[Paper], bytes], large: bool, seconds: float
) -> tuple[object, ...]:
    """Each letter differs from the last by its reasons, so that none can be remembered."""
    letter, took, size = paper(large_print=large), [], 0
    make(letter)  # fonts are read once
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        reasons = Block("paragraph", (f"We looked at this {len(took)} times.",))
        began = time.perf_counter()
        size = len(make(replace(letter, blocks=(*letter.blocks, reasons))))
        took.append(time.perf_counter() - began)
    p50, p95 = (f"{percentile(took, percent) * 1000:.1f}" for percent in (50, 95))
    return name, p50, p95, f"{len(took) / sum(took):.0f}", f"{size / 1000:.0f}"


if __name__ == "__main__":
    main()
