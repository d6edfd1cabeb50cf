"""Wording at odds with itself is refused, naming file and key."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from redress.rules.letter_samples import facts
from redress.rules.letters import render
from redress.rules.policy_files import landlord_slugs
from redress.rules.reading import grade
from redress.rules.wording import Block, LetterError, own_kinds, wording

FIXED_NAMES = ("Housing Ombudsman", "Local Government and Social Care Ombudsman", "Tower Hamlets")

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


class TestALandlordsOwnWording:
    """Beside the common one, with every place that the common one has."""

    @pytest.fixture
    def own(self, note: Path) -> Path:
        folder = note.parent / "landlords" / "elm" / "note"
        folder.mkdir(parents=True)
        (folder / "meta.toml").write_text('version = 3\nwhy = "We say it otherwise."\n')
        (folder / "body.md").write_text("Elm Homes says:\n\n{news}\n")
        return folder

    def test_it_stands_in_the_place_of_the_body(self, own: Path) -> None:
        found = wording("note", "elm")
        assert found.blocks[1:3] == (
            Block("paragraph", ("Elm Homes says:",)),
            Block("paragraph", ("{news}",)),
        )
        assert (found.subject, found.version) == ("News", "1.3")
        assert (wording("note").version, wording("note", "oak").version) == ("1", "1")

    def test_a_subject_alone_is_enough(self, own: Path) -> None:
        (own / "body.md").unlink()
        (own / "subject.txt").write_text("Elm news\n")
        found = wording("note", "elm")
        assert (found.subject, found.blocks) == ("Elm news", wording("note").blocks)

    @pytest.mark.parametrize(
        ("file", "text", "named"),
        [
            (
                "body.md",
                "Nothing.",
                r"landlords/elm/note: has no place for \{news\}, which Code 5.12",
            ),
            ("body.md", "{news} {sums}", r"landlords/elm/note: has a place \{sums\}"),
            ("meta.toml", 'why = "So."', "meta.toml: version: Field required"),
            ("meta.toml", "version = 1", "meta.toml: why: Field required"),
        ],
    )
    def test_what_is_refused_names_the_file_and_the_part(
        self, own: Path, file: str, text: str, named: str
    ) -> None:
        (own / file).write_text(text)
        with pytest.raises(LetterError, match=named):
            wording("note", "elm")

    def test_neither_body_nor_subject_is_refused(self, own: Path) -> None:
        (own / "body.md").unlink()
        with pytest.raises(LetterError, match=r"holds neither body\.md nor"):
            wording("note", "elm")


def test_every_landlords_own_wording_is_sound_and_plain() -> None:
    found = [
        (slug, kind, wording(kind, slug)) for slug in landlord_slugs() for kind in own_kinds(slug)
    ]
    assert {(slug, kind) for slug, kind, _ in found} >= {
        ("tower-hamlets-homes", "stage_2_response"),
        ("herefordshire", "adverse_findings"),
    }
    for slug, kind, own in found:
        letter = render(kind, facts(kind), slug)
        assert letter.version == own.version and letter.blocks != render(kind, facts(kind)).blocks
        assert grade(letter.text, FIXED_NAMES) <= 8
