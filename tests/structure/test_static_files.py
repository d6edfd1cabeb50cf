"""What comes from npm: nothing in it belongs to gov.uk alone, and nothing leads outside."""

import re
from pathlib import Path

import pytest

from tools import fetch_static
from tools.fetch_static import VENDOR, without_govuk_marks, without_source_map

MADE = pytest.mark.skipif(not VENDOR.exists(), reason="python3 run.py has not fetched them")


@MADE
def test_the_vendor_folder_is_of_this_lock_file() -> None:
    assert fetch_static.current(), "run python3 tools/fetch_static.py"


@MADE
@pytest.mark.parametrize("name", ["govuk-frontend.css", "govuk-frontend.js"])
def test_no_mark_of_gov_uk_is_left(name: str) -> None:
    text = (VENDOR / name).read_text()
    assert len(text) > 40_000
    for mark in ("GDS", "crest.svg", "/assets/", "sourceMappingURL"):
        assert mark not in text


@MADE
def test_every_address_in_the_style_sheet_is_a_font_beside_it() -> None:
    addresses = re.findall(r"url\(([^)]*)\)", (VENDOR / "govuk-frontend.css").read_text())
    assert len(addresses) == 4  # two weights, each in two parts of the alphabet
    assert all(address.endswith(".woff2") for address in addresses)
    assert all((VENDOR / address).is_file() for address in addresses)


@MADE
def test_nothing_else_is_there() -> None:
    found = {path.relative_to(VENDOR).as_posix() for path in VENDOR.rglob("*") if path.is_file()}
    assert {Path(name).suffix for name in found} <= {".css", ".js", ".woff2", ".ttf", ""}
    assert "fonts/AtkinsonHyperlegibleNext_400Regular.ttf" in found  # for letters
    assert "fonts/DejaVuSans.ttf" in found  # for what residents write in other alphabets
    assert "fonts/LICENSE" in found


@MADE
def test_the_licences_come_along() -> None:
    assert (VENDOR / "govuk-frontend.css").read_text().startswith("/*! govuk-frontend, MIT")
    assert "SIL OPEN FONT LICENSE" in (VENDOR / "fonts" / "LICENSE").read_text().upper()
    fonts = {path.stem.split("_")[0] for path in (VENDOR / "fonts").glob("*.ttf")}
    for font in fonts - {"AtkinsonHyperlegibleNext"}:
        assert "copyright" in (VENDOR / "fonts" / f"LICENSE_{font}").read_text().lower()
    assert len(fonts) == 7


def test_marks_are_taken_out_and_the_rest_stays() -> None:
    style = (
        '@charset "UTF-8";@font-face{font-family:GDS Transport;src:url(/assets/a.woff2)}'
        ".a{font-family:GDS Transport,arial,sans-serif;color:red}"
        ".b{width:1px;background-image:url(/assets/images/govuk-crest.svg);height:2px}"
        ".c{mask-image:url(/assets/images/govuk-crest.svg)}\n/*# sourceMappingURL=a.css.map */"
    )
    assert without_govuk_marks(style) == (
        '.a{font-family:"Atkinson Hyperlegible Next",arial,sans-serif;color:red}'
        ".b{width:1px;height:2px}.c{}"
    )


def test_a_script_loses_its_source_map_alone() -> None:
    assert without_source_map("const a = 1;\n//# sourceMappingURL=a.js.map") == "const a = 1;"


def test_a_changed_lock_file_or_a_missing_folder_asks_for_a_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "package-lock.json").write_text("{}")
    monkeypatch.setattr(fetch_static, "ROOT", tmp_path)
    monkeypatch.setattr(fetch_static, "VENDOR", tmp_path)
    assert not fetch_static.current()
    fetch_static.write(".stamp", fetch_static.digest())
    assert fetch_static.current()
    (tmp_path / "package-lock.json").write_text('{"a": 1}')
    assert not fetch_static.current()


@pytest.mark.parametrize(
    ("npm", "says"), [("no-such-npm", "no npm here"), ("false", "could not fetch")]
)
def test_a_missing_or_failing_npm_is_said(npm: str, says: str) -> None:
    with pytest.raises(fetch_static.CannotFetch, match=says):
        fetch_static.make([npm])
