"""Wording at odds with itself is refused, naming file and key."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from redress.rules.wording import Block, LetterError, wording

META = """
title = "Note"
version = 1
provision = "5.12"
needs = ["name", "news"]

[parts]
"5.12" = ["news"]
"""


@pytest.fixture
def note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A small sound letter of its own; no other letters."""
    monkeypatch.setattr("redress.rules.wording.WORDING", tmp_path)
    wording.cache_clear()
    folder = tmp_path / "note"
    folder.mkdir()
    (tmp_path / "opening.md").write_text("Dear {name}\n")
    (tmp_path / "signature.md").write_text("Yours\n")
    (folder / "meta.toml").write_text(META)
    (folder / "subject.txt").write_text("News\n")
    (folder / "body.md").write_text("## What\nis new\n\nThis is\nour news:\n\n- {news}\n- more\n")
    yield folder
    wording.cache_clear()


def test_a_body_is_read_as_headings_paragraphs_and_lists(note: Path) -> None:
    assert wording("note").blocks == (
        Block("paragraph", ("Dear {name}",)),
        Block("heading", ("What is new",)),
        Block("paragraph", ("This is our news:",)),
        Block("list", ("{news}", "more")),
        Block("paragraph", ("Yours",)),
    )


@pytest.mark.parametrize(
    ("file", "old", "new", "named"),
    [
        ("body.md", "{news}", "{rumour}", "letters/note: news, rumour must be in"),
        ("body.md", "{news}", "nothing", "letters/note: news must be in"),
        ("subject.txt", "News", "News {reference}", "letters/note: reference must be in"),
        ("meta.toml", '["news"]', '["weather"]', "letters/note: weather must be in"),
        ("meta.toml", "version = 1", "version = 0", "meta.toml: version: .*greater than"),
        ("meta.toml", "version = 1", 'version = "1"', "meta.toml: version: .*valid integer"),
        ("meta.toml", "version = 1", "version = 1\nverison = 2", "meta.toml: verison: Extra"),
        ("meta.toml", 'title = "Note"', "", "meta.toml: title: Field required"),
        ("meta.toml", 'title = "Note"', "title =", "meta.toml: Invalid value .at line 2"),
    ],
)
def test_wording_at_odds_with_itself_is_refused(
    note: Path, file: str, old: str, new: str, named: str
) -> None:
    text = (note / file).read_text()
    (note / file).write_text(text.replace(old, new))
    with pytest.raises(LetterError, match=named):
        wording("note")
