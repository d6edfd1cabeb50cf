"""The folder for any web server: written whole, and never over what is not its own."""

from pathlib import Path

import pytest

from redress.publishing import directory
from redress.publishing.directory import MARK, NotWritten, write_site
from redress.publishing.reading import file_of
from redress.publishing.reports import FILES
from tests import builders
from tests.publishing.conftest import House


@pytest.fixture(autouse=True)
def without_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder is the same with one file less; the Word file takes the longest to make."""
    monkeypatch.delitem(FILES, "report.docx")  # type: ignore[arg-type]


def names(folder: Path) -> set[str]:
    return {str(each.relative_to(folder)) for each in folder.rglob("*") if each.is_file()}


def test_a_folder_holds_every_edition_byte_for_byte(house: House, tmp_path: Path) -> None:
    made, to = house.published(), tmp_path / "site"
    assert write_site(house.landlord, to) == len(names(to))
    for path in ("index.html", "report.pdf", "assets/site.css"):
        held = file_of(made, path)
        assert held and (to / made.label / path).read_bytes() == bytes(held.content)
    first = (to / "index.html").read_text()
    assert "2026-27/index.html" in first and "2026-27/complain.html" in first
    assert names(tmp_path) == {f"site/{name}" for name in names(to)}  # nothing is left beside it


def test_it_is_written_again_over_its_own(house: House, tmp_path: Path) -> None:
    house.published()
    write_site(house.landlord, tmp_path / "site")
    (tmp_path / "site" / "old.html").write_text("from before")
    write_site(house.landlord, tmp_path / "site")
    assert "old.html" not in names(tmp_path / "site")


def test_a_draft_is_not_written(house: House, tmp_path: Path) -> None:
    house.draft()
    with pytest.raises(NotWritten, match="nothing is published"):
        write_site(house.landlord, tmp_path / "site")
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("there", ["a file", "another's", "no mark", "a bad mark", "a link"])
def test_what_it_did_not_make_is_left_alone(house: House, tmp_path: Path, there: str) -> None:
    house.published()
    to = tmp_path / "site"
    other = builders.landlord("harrow", "HAR")
    match there:
        case "a file":
            to.write_text("mine")
        case "another's":
            write_site(house.landlord, to)
            mark = (to / MARK).read_text().replace(house.landlord.slug, other.slug)
            (to / MARK).write_text(mark)
        case "no mark":
            to.mkdir()
            (to / "photo.jpg").write_text("mine")
        case "a bad mark":
            to.mkdir()
            (to / MARK).write_text("[1]")
        case "a link":
            (tmp_path / "elsewhere").mkdir()
            to.symlink_to(tmp_path / "elsewhere")
    before = names(tmp_path)
    with pytest.raises(NotWritten):
        write_site(house.landlord, to)
    assert names(tmp_path) == before


def test_a_folder_that_fails_half_way_leaves_the_old_one(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.published()
    to = tmp_path / "site"
    write_site(house.landlord, to)
    before = names(tmp_path)
    write = directory._write

    def fails(path: Path, content: bytes) -> None:
        if path.name == "report.html":
            raise OSError(28, "No space left on device")
        write(path, content)

    monkeypatch.setattr(directory, "_write", fails)
    with pytest.raises(OSError, match="No space"):
        write_site(house.landlord, to)
    assert names(tmp_path) == before
