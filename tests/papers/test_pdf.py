"""The PDF of a letter, read as a screen reader reads it, and laid into an envelope."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf.generic import ContentStream

from redress.papers.glyphs import shown
from redress.papers.paper import Paper
from redress.papers.pdf import pdf, pictures
from redress.rules.letters import letter_kinds
from redress.rules.policy_files import landlord_slugs
from redress.rules.wording import Block
from tests.papers.samples import ADDRESS, flat, paper, saying, solid
from tests.papers.tagged import Element, Tagged, words_on

TAGS = {"heading": "H2", "paragraph": "P", "list": "L"}
SIZES = pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])


def elements(of: Paper) -> list[Element]:
    return Tagged(pdf(of)).elements("H1", "H2", "H3", "P", "L")


def expected(of: Paper) -> list[Element]:
    """What the letter itself asks for, in its order."""
    return [
        *map(_expected, (*of.opening, *of.salutation)),
        Element("H1", of.subject),
        *map(_expected, of.body),
    ]


def _expected(block: Block) -> Element:
    mark = "• " if block.kind == "list" else ""
    return Element(TAGS[block.kind], flat(" ".join(mark + shown(line) for line in block.lines)))


@SIZES
def test_the_letter_is_read_block_for_block_in_its_order(large: bool) -> None:
    letter = paper(large_print=large)
    found = elements(letter)
    start = found.index(expected(letter)[0])
    assert found[start:-1] == expected(letter)
    around = [each.text for each in (*found[:start], found[-1])]
    name, contact = "Harrow Council", " ".join(letter.letterhead.contact)
    above = [name, " ".join(ADDRESS), contact] if large else [name, contact, " ".join(ADDRESS)]
    assert around == [*above, letter.letterhead.foot]


@pytest.mark.parametrize("slug", landlord_slugs())
@pytest.mark.parametrize("kind", letter_kinds())
def test_every_letter_of_every_landlord_can_be_printed(kind: str, slug: str) -> None:
    letter = paper(kind, slug)
    found = elements(letter)
    start = found.index(expected(letter)[0])
    assert found[start:-1] == expected(letter)


def test_it_says_that_it_is_accessible_and_in_what_language() -> None:
    letter = paper()
    found = Tagged(pdf(letter))
    assert found.root["/MarkInfo"]["/Marked"].value is True
    assert found.root["/Lang"] == "en-GB"
    assert found.root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    metadata = found.root["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert found.reader.metadata is not None
    assert found.reader.metadata.title == letter.subject
    assert found.reader.metadata.author == "Harrow Council"
    assert all(page["/Tabs"] == "/S" for page in found.reader.pages)


def test_lists_are_lists() -> None:
    found = Tagged(pdf(saying("Two things:"))).elements("LI")
    assert found == []
    letter = paper(blocks=(Block("list", ("First", "Second")),))
    tagged = Tagged(pdf(letter))
    assert [each.text for each in tagged.elements("LBody")] == ["First", "Second"]
    assert [each.text for each in tagged.elements("Lbl")] == ["•", "•"]


def test_a_logo_has_its_words() -> None:
    (figure,) = Tagged(pdf(paper(slug="code-model"))).nodes("Figure")
    assert figure["/Alt"] == "Model landlord: a house with a speech mark for a door"


def test_the_same_letter_gives_the_same_bytes() -> None:
    assert pdf(paper()) == pdf(paper())
    assert pdf(paper()) != pdf(replace(paper(), reference="HAR-000042"))


@SIZES
def test_the_sheet_is_a4_and_each_page_has_its_number(large: bool) -> None:
    found = Tagged(pdf(saying(*["Some words of a long letter. " * 20] * 12, large_print=large)))
    pages = found.reader.pages
    assert len(pages) > 1
    for number, page in enumerate(pages, 1):
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        assert (width, height) == pytest.approx((595.28, 841.89), abs=0.1)
        text = flat(page.extract_text())
        assert f"HAR-000041 Page {number} of {len(pages)}" in text
    said = " ".join(each.text for each in found.elements("P"))
    assert "Page 1" not in said  # page numbers are not part of what is read aloud


@pytest.mark.parametrize(
    "address",
    [
        ADDRESS,
        ("Ms Chioma Okafor", "ZZ2 9DD"),
        ("A", *(f"Line {n} of a long address" for n in range(7)), "ZZ2 9DD"),
        ("N" * 200, "Flat 2 " * 40, "ZZ2 9DD"),
    ],
    ids=["usual", "short", "long", "hostile"],
)
@SIZES
def test_the_address_and_nothing_else_is_in_the_window(
    large: bool, address: tuple[str, ...]
) -> None:
    """Window 35 x 90 mm, 20 mm from the left and 18 mm from the bottom of an envelope of
    110 x 220 mm; the folded sheet is 99 x 210 mm and lies somewhere in it."""
    for slug in ("harrow", "code-model"):
        letter = paper(slug=slug, address=address, large_print=large)
        words = words_on(Tagged(pdf(letter)).reader.pages[0])
        window = [word for word in words if 46 < word.y < 92 and word.x < 110]
        assert solid("".join(word.text for word in window)) == solid("".join(address))
        assert all(word.x >= 20 for word in window)
        middle = [word.y for word in window]
        assert min(middle) > 51 and max(middle) < 87
        assert (min(middle) + max(middle)) / 2 == pytest.approx(69, abs=2.5)


def test_an_address_of_five_lines_shows_however_the_sheet_slides() -> None:
    words = words_on(Tagged(pdf(paper())).reader.pages[0])
    lines = [word.y for word in words if 46 < word.y < 92 and word.x < 110]
    assert min(lines) - 3 > 57 and max(lines) + 1 < 82


def test_no_address_leaves_the_window_empty() -> None:
    words = words_on(Tagged(pdf(paper(address=()))).reader.pages[0])
    assert [word for word in words if 46 < word.y < 92 and word.x < 110] == []


@pytest.mark.parametrize(("large", "least"), [(False, 12), (True, 18)])
def test_no_print_is_smaller_than_was_promised(large: bool, least: float) -> None:
    letter = paper(large_print=large)
    for page in Tagged(pdf(letter)).reader.pages:
        for word in words_on(page):
            if word.text.strip() not in ADDRESS:  # set for the postman, who has a window
                assert word.size >= least, word


def test_large_print_has_one_column() -> None:
    pages = Tagged(pdf(paper(large_print=True))).reader.pages
    starts = {round(word.x) for word in words_on(pages[0]) if word.y < 270}
    assert max(starts) < 40


@pytest.mark.parametrize(
    "text",
    [
        '#CMP [1] *x* _y_ @ref $z$ <a> `b` // c \\ #read("/etc/passwd") = H - item + 1. "q" \'s\'',
        "#import \"@preview/x:1.0.0\": * #sys.inputs #panic()",
        "## heading\n- item\n{date}",
        "a\r\nb\n\nc\td  e",
        "end #",
        "]]] ))) }}}",
        "😀 👨‍👩‍👧 ❤️ ☐",
        "中文 and \x00\x07 control",
        "x" * 300,
        "https://example.org/" + "path/" * 60,
        "word " * 2_000,
        "-- --- ... ~ ' \" ’ \u00a0 \u200b so\u00adft",
    ],
    ids=lambda text: text[:12],
)  # fmt: skip
@SIZES
def test_hostile_text_comes_out_as_written(text: str, large: bool) -> None:
    letter = paper(
        blocks=(
            Block("paragraph", ("Dear Ms Okafor",)),
            Block("paragraph", (text,)),
            Block("heading", (text[:400],)),
            Block("list", (text, "second")),
        ),
        subject=f"About {text[:150]}",
        address=(text[:200], "ZZ2 9DD"),
        large_print=large,
    )
    found = elements(letter)
    wanted = [replace(each, text=flat(shown(each.text))) for each in expected(letter)]
    start = found.index(wanted[0])
    assert found[start:-1] == wanted
    assert flat(shown(text[:200])) in " ".join(each.text for each in found[:start])


@pytest.mark.parametrize("text", ["x" * 10_000, "مرحبا" * 100, "https://" + "é" * 300])
def test_a_word_longer_than_a_line_is_broken_within_the_margins(text: str) -> None:
    found = Tagged(pdf(saying(text)))
    for page in found.reader.pages:
        for word in words_on(page):
            assert word.x < 185
    assert sum(len(words_on(page)) for page in found.reader.pages) > len(text) // 100


def test_what_is_read_from_right_to_left_starts_at_the_right() -> None:
    found = words_on(Tagged(pdf(saying("שלום", "Hello"))).reader.pages[0])
    right = next(word for word in found if set("שלום") & set(word.text))
    left = next(word for word in found if word.text.strip() == "Hello")
    assert left.x == pytest.approx(25, abs=1) and right.x > 165


def test_a_draft_says_so_to_every_reader_on_every_page() -> None:
    letter = saying(*["Some words. " * 40] * 12, is_draft=True)
    found = Tagged(pdf(letter))
    assert found.reader.metadata is not None
    assert found.reader.metadata.title == f"Draft, not sent: {letter.subject}"
    said = [each.text for each in found.elements("P")]
    assert "Draft. This letter has not been sent." in said
    assert len(found.reader.pages) > 1
    for page in found.reader.pages:
        assert "Draft, not sent. Page" in flat(page.extract_text())
    assert "raft" not in flat(
        Tagged(pdf(replace(letter, is_draft=False))).reader.pages[0].extract_text()
    )


def test_there_is_room_for_a_signature() -> None:
    def gap(farewell: str) -> float:
        words = words_on(Tagged(pdf(saying(farewell, "Dan Reed"))).reader.pages[0])
        at = {word.text.strip(): word.y for word in words}
        return at["Dan Reed"] - at[farewell]

    assert gap("Yours sincerely") > gap("Thank you") + 10  # mm


def test_its_own_fonts_go_with_it() -> None:
    fonts = Tagged(pdf(saying("Hello ж ক"))).fonts()
    assert len(fonts) >= 4  # our two, Cyrillic, Bengali
    for name, font in fonts.items():
        assert "+" in name  # only the letters that are used
        assert "/FontFile2" in font or "/FontFile3" in font


def test_pictures_of_pages() -> None:
    found = pictures(paper(large_print=True), ppi=40)
    assert len(found) > 1
    assert all(page.startswith(b"\x89PNG") for page in found)


LINES = st.lists(st.text(max_size=60), min_size=1, max_size=3).map(tuple)
ANY = st.lists(
    st.one_of(
        st.builds(Block, st.just("list"), LINES),
        st.builds(
            Block,
            st.sampled_from(["heading", "paragraph"]),
            st.text(max_size=80).map(lambda t: (t,)),
        ),
    ),
    max_size=6,
).map(tuple)


@settings(max_examples=60)
@given(ANY, st.booleans(), st.lists(st.text(max_size=40), max_size=6).map(tuple))
def test_any_blocks_can_be_printed(blocks: Any, large: bool, address: tuple[str, ...]) -> None:
    letter = paper(blocks=blocks, large_print=large, address=address, subject="Your complaint")
    found = Tagged(pdf(letter))
    headings = [block for block in letter.body if block.kind == "heading" and block.text.strip()]
    assert len(found.elements("H2")) == len(headings)
    assert len(found.elements("H1")) == 1


def test_nothing_in_it_runs_or_leads_outside() -> None:
    found = Tagged(pdf(saying("https://example.org/ javascript:alert(1) =cmd")))
    for page in found.reader.pages:
        assert "/Annots" not in page and "/AA" not in page
        assert ContentStream(page.get_contents(), found.reader).operations
    assert not {"/OpenAction", "/AcroForm", "/Names"} & found.root.keys()
