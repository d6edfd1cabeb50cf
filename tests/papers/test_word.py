"""The Word file of a letter, opened again."""

import io
import zipfile
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings

from redress.papers.glyphs import one_way
from redress.papers.paper import Paper
from redress.papers.word import docx
from redress.rules.letters import letter_kinds
from redress.rules.wording import Block
from tests.papers.samples import ADDRESS, flat, paper, saying
from tests.papers.test_pdf import ANY

STYLES = {"heading": "Heading 2", "paragraph": "Normal", "list": "List Bullet"}
Lines = list[tuple[str, str]]  # style and text


def opened(letter: Paper) -> Any:
    return Document(io.BytesIO(docx(letter)))


def lines(letter: Paper) -> Lines:
    return [(each.style.name, flat(each.text)) for each in opened(letter).paragraphs]


def expected(letter: Paper) -> Lines:
    body = [*letter.salutation, None, *letter.body]
    found: Lines = []
    for block in body:
        if block is None:
            found.append(("Heading 1", flat(one_way(letter.subject))))
        elif block.text.strip():
            found += [(STYLES[block.kind], flat(one_way(line))) for line in block.lines]
    return found


@pytest.mark.parametrize("kind", letter_kinds())
@pytest.mark.parametrize("large", [False, True])
def test_the_letter_has_its_words_as_real_headings_and_lists(kind: str, large: bool) -> None:
    letter = paper(kind, large_print=large)
    found, wanted = lines(letter), expected(letter)
    assert found[-1 - len(wanted) : -1] == wanted
    above = [text for _, text in found[: -1 - len(wanted)]]
    assert above[0] == "Harrow Council"
    assert set(above) == {
        "Harrow Council",
        *ADDRESS,
        *letter.letterhead.contact,
        "Thursday 14 May 2026",
        "Our reference: HAR-2026-0041",
    }
    assert found[-1][1] == letter.letterhead.foot


def test_title_language_and_author() -> None:
    letter = paper()
    file = opened(letter)
    assert file.core_properties.title == letter.subject
    assert file.core_properties.language == "en-GB"
    assert file.core_properties.author == "Harrow Council"
    assert file.core_properties.created.date() == letter.date
    languages = {each.get(qn("w:val")) for each in file.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}


@pytest.mark.parametrize(("large", "size"), [(False, 12), (True, 18)])
def test_no_print_is_smaller_than_was_promised(large: bool, size: float) -> None:
    file = opened(paper(large_print=large))
    for name in ("Normal", "List Bullet", "Footer", "Heading 1", "Heading 2", "Letterhead"):
        style = file.styles[name]
        assert style.font.size.pt >= size and style.font.name == "Arial"
        assert not [key for key in style.element.rPr.rFonts.attrib if key.endswith("Theme")]
    for paragraph in file.paragraphs:
        for run in paragraph.runs:
            if run.font.size:
                assert paragraph.text in ADDRESS and run.font.size.pt == 12


def test_the_address_has_its_place_in_the_window() -> None:
    file = opened(paper())
    placed = [each for each in file.paragraphs if each.text in ADDRESS]
    assert len(placed) == len(ADDRESS)
    frames = {tuple(sorted(each._p.pPr.find(qn("w:framePr")).attrib.items())) for each in placed}
    assert len(frames) == 1  # one frame holds them all
    frame = {key.partition("}")[2]: value for key, value in frames.pop()}
    assert frame["vAnchor"] == frame["hAnchor"] == "page"
    top, left = int(frame["y"]) / 56.7, int(frame["x"]) / 56.7  # twentieths of a point in a mm
    height = len(ADDRESS) * 14.5 / 72 * 25.4
    assert top > 52 and top + height < 86 and top + height / 2 == pytest.approx(69, abs=0.5)
    assert left >= 20 and left + int(frame["w"]) / 56.7 <= 100


def test_pages_are_numbered_by_word_itself() -> None:
    foot = opened(paper()).sections[0].footer.paragraphs[0]
    assert foot.text.startswith("HAR-000041\tPage ")
    codes = [field.get(qn("w:instr")) for field in foot._p.iter(qn("w:fldSimple"))]
    assert codes == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize(
    "text",
    [
        "<b>&amp; ]]> {{ x }}",
        "a\r\nb\tc",
        "\x00\x08\ud800\ufffe",
        "😀 中文",
        "x" * 300,
        "w " * 5_000,
    ],
    ids=lambda text: repr(text[:8]),
)
def test_hostile_text_comes_out_as_written(text: str) -> None:
    letter = saying(text, subject=f"About {text[:100]}", address=(text[:100],))
    assert (("Normal", flat(one_way(text)))) in lines(letter)


def test_what_is_read_from_right_to_left_is_marked_so() -> None:
    file = opened(saying("שלום", "Hello"))
    marked = [each.text for each in file.paragraphs if each._p.pPr is not None
              and each._p.pPr.find(qn("w:bidi")) is not None]  # fmt: skip
    assert marked == ["שלום"]


def test_a_draft_says_so() -> None:
    assert ("Normal", "Draft. This letter has not been sent.") in lines(saying("x", is_draft=True))
    assert "Draft" not in str(lines(saying("x")))


def test_it_is_a_sound_file_without_macros_or_links_outside() -> None:
    with zipfile.ZipFile(io.BytesIO(docx(paper()))) as file:
        assert file.testzip() is None
        names = file.namelist()
        links = b"".join(file.read(name) for name in names if name.endswith(".rels"))
    assert not [name for name in names if "vba" in name.lower()]
    assert b'TargetMode="External"' not in links


@settings(max_examples=40)
@given(ANY)
def test_any_blocks_can_be_written(blocks: tuple[Block, ...]) -> None:
    letter = paper(blocks=blocks)
    wanted = expected(letter)
    found = lines(letter)
    assert found[-1 - len(wanted) : -1] == wanted
