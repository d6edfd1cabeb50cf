"""Which pages were judged by axe, how wide and in which colours: `docs/reference/accessibility.md`.

    mkdir var/axe
    AXE_REPORT=var/axe BROWSER_SWEEPS=1 python3 run.py test tests/browser
    python -m bench.accessibility var/axe > docs/reference/accessibility.md

The browser's tests judge each page as they come to it and fail at the first violation; this only
lays out what they left in the folder.
"""

import re
import sys
from collections import defaultdict
from pathlib import Path

from bench.measure import table

HEAD = ("page", "looked at", "widths in pixels", "colours", "violations")
START = """# Accessibility, page by page

Made by `python -m bench.accessibility` from a run of the browser's tests. Each page was judged by
axe (WCAG 2.0 to 2.2, A and AA, best practice, targets of 24 pixels) in the states that the tests
come to: empty, full, as long as may be, refused and done. "…" stands for what differs from case
to case. Nobody from outside has judged the pages, and axe finds about half of what a person would.
"""
SITE = ("sign-in", "your-landlords", "set-password")
NAMES = re.compile(r"(?<=/)(?:[A-Z]{3}-\d+|\d+|[\w.:=-]{20,})(?=/|$)")


def main(folder: Path) -> None:
    """Print the table of what is in the folder."""
    pages: dict[str, list[list[str]]] = defaultdict(list)
    for file in sorted(folder.glob("*.tsv")):
        for line in file.read_text("utf-8").splitlines():
            path, *rest = line.split("\t")
            pages[_page(path)].append(rest)
    print(START)
    judged = sum(len(each) for each in pages.values())
    print(f"{len(pages)} pages, judged {judged} times, {_violations(pages.values())} violations.\n")
    print(table(HEAD, [_row(page, each) for page, each in sorted(pages.items())]))


def _page(path: str) -> str:
    """The page that an address is of: its landlord, case and numbers left out."""
    first, _, rest = path.strip("/").partition("/")
    return path if first in ("", *SITE) else NAMES.sub("…", f"/landlord/{rest}")


def _row(page: str, each: list[list[str]]) -> tuple[str, int, str, str, int]:
    widths = sorted({int(line[0]) for line in each})
    looks = sorted({line[1] for line in each})
    return page, len(each), ", ".join(map(str, widths)), ", ".join(looks), _violations([each])


def _violations(pages: object) -> int:
    return sum(int(line[2]) for each in pages for line in each)  # type: ignore[attr-defined]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
