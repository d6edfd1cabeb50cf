"""The guide's pages and pictures: what one names is there, and what is there is named."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "guide"
PICTURES = GUIDE / "pictures"
PAGES = [*sorted(GUIDE.glob("*.md")), ROOT / "README.md"]
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
MOST = 150_000  # bytes of a picture
LETTERS = PICTURES / "letters"


def linked(page: Path) -> set[Path]:
    """The files that a page of the documentation leads to or shows."""
    return {(page.parent / name).resolve() for name in LINK.findall(page.read_text())}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_leads_to_is_there(page: Path) -> None:
    missing = sorted(str(path) for path in linked(page) if not path.exists())
    assert linked(page) and missing == []


def test_every_picture_is_shown_somewhere_and_is_small() -> None:
    shown = set().union(*(linked(page) for page in PAGES))
    there = {path for path in PICTURES.rglob("*.png") if path.parent != LETTERS}
    assert there and there <= shown, sorted(path.name for path in there - shown)
    assert {path.name for path in there if path.stat().st_size > MOST} == set()


def test_every_page_of_the_guide_stands_in_its_list() -> None:
    listed = linked(GUIDE / "README.md")
    assert {page for page in GUIDE.glob("*.md") if page.name != "README.md"} <= listed
