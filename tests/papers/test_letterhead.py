"""Letterheads: a file a landlord, checked when it is read."""

import re
from pathlib import Path

import pytest

from redress.papers.letterhead import (
    LANDLORDS,
    contrast_on_white,
    letterhead_of,
    read_letterhead,
)
from redress.rules.policy_files import landlord_slugs
from redress.rules.wording import LetterError

GOOD = """
name = "Some Homes"
address = ["1 Example Street", "ZZ1 1ZZ"]
telephone = "020 7946 0000"
colour = "#1d4f46"
"""
INVENTED = re.compile(r"020 7946 0\d{3}|01632 960\d{3}|07700 900\d{3}")  # kept free for fiction


def written(folder: Path, text: str) -> Path:
    file = folder / "letterhead.toml"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize("slug", landlord_slugs())
def test_every_landlord_has_one_and_its_details_are_plainly_invented(slug: str) -> None:
    found = letterhead_of(slug, "")
    assert found.name and len(found.contact) >= 4
    assert INVENTED.fullmatch(found.telephone)
    assert found.website == f"www.{slug}.example"
    assert any(re.search(r"\bZZ\d", line) for line in found.address)  # no such postcode area
    assert "invented" in found.foot


def test_there_is_none_for_a_landlord_that_there_is_not() -> None:
    assert {folder.parent.name for folder in LANDLORDS.glob("*/letterhead.toml")} == set(
        landlord_slugs()
    )


def test_a_landlord_without_a_file_has_its_name() -> None:
    found = letterhead_of("somewhere", "Somewhere Homes")
    assert (found.name, found.contact, found.logo) == ("Somewhere Homes", (), None)


def test_a_file_is_read(tmp_path: Path) -> None:
    found = read_letterhead(written(tmp_path, GOOD))
    assert found.contact == ("1 Example Street", "ZZ1 1ZZ", "020 7946 0000")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("name = ", "nane = "), "nane: Extra inputs are not permitted"),
        (('"Some Homes"', '""'), "name: String should have at least 1 character"),
        (('"1 Example Street"', '"' + "x" * 61 + '"'), "address.0: .*at most 60 characters"),
        (("telephone =", "website ="), "give the telephone"),
        (("#1d4f46", "green"), "colour: String should match pattern"),
        (("#1d4f46", "#ffff00"), "contrast of 1.1 to 1; take a darker colour"),
        (("colour", 'logo = { file = "../x.svg", alt = "x" }\ncolour'), "logo.file: .*pattern"),
        (("colour", 'logo = { file = "x.svg", alt = "" }\ncolour'), "logo.alt: .*at least 1"),
        (
            ("colour", 'logo = { file = "x.svg", alt = "x" }\ncolour'),
            "x.svg: the logo .* not there",
        ),
        (("name", "name ="), "letterhead.toml: Invalid value"),
    ],
)
def test_a_faulty_file_is_refused_with_its_name_and_what_is_wrong(
    tmp_path: Path, change: tuple[str, str], says: str
) -> None:
    file = written(tmp_path, GOOD.replace(*change, 1))
    with pytest.raises(LetterError, match=says) as error:
        read_letterhead(file)
    assert str(tmp_path) in str(error.value)


def test_a_heavy_logo_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.png").write_bytes(b"\0" * 200_001)
    file = written(tmp_path, GOOD + 'logo = { file = "x.png", alt = "A tree" }')
    with pytest.raises(LetterError, match="larger than 200 kB"):
        read_letterhead(file)


def test_contrast_is_that_of_the_accessibility_guidelines() -> None:
    assert contrast_on_white("#000000") == pytest.approx(21)
    assert contrast_on_white("#ffffff") == pytest.approx(1)
    assert contrast_on_white("#767676") == pytest.approx(4.54, abs=0.01)  # the palest grey allowed
