"""What the fonts can show, and the words for what they cannot."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redress.papers import glyphs
from redress.papers.glyphs import code_points, covered, named, one_way, reads_right_to_left, shown


@pytest.mark.parametrize(
    "text",
    [
        "#let x = [1] *bold* _it_ @ref $x^2$ <tag> `raw` // note \\ {name} ## heading",
        "Zażółć, Ŵyn, Đorđe, naïve, £105 – “so” … ’",
        "Ελλάδα Україна ქართული Հայաստան",
        "שלום مرحبا اردو کوردی",
        "বাংলা ਪੰਜਾਬੀ ગુજરાતી தமிழ்",
        "😀 👍🏽 🏠 ❤️ 🇬🇧 ☐ ✓ →",
        "fi ﬁ a\u2011b a\u00a0b",
    ],
)
def test_what_residents_write_is_shown_as_it_is(text: str) -> None:
    assert shown(text) == text


def test_what_no_font_has_is_named_and_never_left_out() -> None:
    assert shown("a 中 b") == "a [cjk unified ideograph-4e2d] b"
    assert shown("አ") == "[ethiopic syllable glottal a]"
    assert shown("\ue000") == "[u+e000]"
    assert shown("a\x00b\x1b") == "a[u+0000]b[u+001b]"
    assert shown("\ud800") == "[u+d800]"


def test_lines_end_in_one_way() -> None:
    assert one_way("\na\r\nb\rc\vd\fe\u2028f\u2029g\x85h\ti\n\n") == "a\nb\nc\nd\ne\nf\ng\nh i"


@pytest.mark.parametrize(
    ("text", "is_so"),
    [("Hello", False), ("שלום", True), ("12 مرحبا Hi", True), ("", False), ("1 2 3", False),
     ("Hello שלום", False)],
)  # fmt: skip
def test_a_line_is_read_in_the_direction_of_its_first_letter(text: str, is_so: bool) -> None:
    assert reads_right_to_left(text) is is_so


def test_the_fonts_own_tables_are_read() -> None:
    ours = set(code_points((glyphs.FONTS / "AtkinsonHyperlegibleNext_400Regular.ttf").read_bytes()))
    assert set(map(ord, "azAZ09£éŵŷ–’")) <= ours
    assert not set(map(ord, "жש中😀")) & ours
    assert {0x1F600, 0x5D0, 0x995, 0xA15, 0xA95, 0xB95} <= covered()


@given(st.text())
def test_only_what_cannot_be_shown_is_changed(text: str) -> None:
    found = shown(text)
    if set(map(ord, text)) <= covered() and text == one_way(text):
        assert found == text
    assert shown(found) == found


def test_missing_fonts_are_said_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(glyphs, "FONTS", tmp_path)
    with pytest.raises(glyphs.FontsMissing, match=r"run python3 tools/fetch_static\.py"):
        covered.__wrapped__()


def test_a_name_is_in_brackets() -> None:
    assert named("\u2603") == "[snowman]"
