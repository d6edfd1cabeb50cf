"""What of a letter stands where on paper."""

from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redress.papers.paper import leaves_room_to_sign
from redress.rules.wording import Block
from tests.papers.samples import paper, saying

KINDS = st.sampled_from(["heading", "paragraph", "list"])
BLOCKS = st.builds(
    Block, KINDS, st.lists(st.sampled_from(["Dear me", "One", "x" * 200]), min_size=1).map(tuple)
)


def texts(blocks: tuple[Block, ...]) -> list[str]:
    return [block.text for block in blocks]


def test_date_and_reference_above_the_salutation_and_the_rest_below_the_subject() -> None:
    found = paper()
    assert texts(found.opening) == ["Thursday 14 May 2026", "Our reference: HAR-2026-0041"]
    assert texts(found.salutation) == ["Dear Ms Okafor"]
    assert found.body[0].text.startswith("We uphold part of your complaint.")


def test_a_letter_without_salutation_is_all_body() -> None:
    blocks = (Block("paragraph", ("One",)), Block("heading", ("Two",)))
    found = paper(blocks=blocks)
    assert (found.opening, found.salutation, found.body) == ((), (), blocks)


@pytest.mark.parametrize(
    "above",
    [
        (Block("paragraph", ("x" * 121,)),),
        (Block("heading", ("What we found",)),),
        (Block("list", ("One", "Two")),),
        (Block("paragraph", ("One",)),) * 4,
    ],
)
def test_what_is_no_short_line_does_not_go_beside_the_address(above: tuple[Block, ...]) -> None:
    blocks = (*above, Block("paragraph", ("Dear Ms Okafor",)))
    assert paper(blocks=blocks).body == blocks


@given(st.lists(BLOCKS, max_size=8).map(tuple))
def test_every_block_stands_once_and_in_its_order(blocks: tuple[Block, ...]) -> None:
    found = paper(blocks=blocks)
    assert tuple(chain(found.opening, found.salutation, found.body)) == blocks
    assert len(found.opening) <= 3 and len(found.salutation) <= 1


def test_a_draft_says_so_in_its_title() -> None:
    found = saying("Text", subject="Your complaint")
    assert found.title == "Your complaint"
    assert replace(found, is_draft=True).title == "Draft, not sent: Your complaint"


@pytest.mark.parametrize("subject", ["", " ", "\n"])
def test_a_letter_without_a_subject_is_refused(subject: str) -> None:
    with pytest.raises(ValueError, match="needs a subject"):
        saying("Text", subject=subject)


@pytest.mark.parametrize(
    ("text", "room"),
    [("Yours sincerely", True), ("Yours faithfully,", True), ("Yours is the keys", False)],
)
def test_room_to_sign_is_below_the_farewell_alone(text: str, room: bool) -> None:
    assert leaves_room_to_sign(Block("paragraph", (text,))) is room
    assert not leaves_room_to_sign(Block("heading", (text,)))
