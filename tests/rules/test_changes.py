"""What changed between two texts, word by word."""

import pytest

from redress.rules.changes import Piece, changes


def marked(before: str, after: str) -> list[str]:
    """Each changed line with [-gone-] and [+new+]."""
    marks = {"same": "{}", "added": "[+{}+]", "removed": "[-{}-]"}
    return [
        "".join(marks[piece.kind].format(piece.text) for piece in line)
        for line in changes(before, after)
    ]


@pytest.mark.parametrize(
    ("before", "after", "seen"),
    [
        ("We are sorry.", "We are sorry.", []),
        ("We are sorry.", "We are very sorry.", ["We are [+very +]sorry."]),
        ("We are very sorry.", "We are sorry.", ["We are [-very -]sorry."]),
        ("Dear Mary\nSo.\nBye", "Dear Mary\nThus.\nBye", ["[-So.-][+Thus.+]"]),
        ("One\nTwo", "One\nTwo\nThree", ["[+Three+]"]),
        ("", "Hello 😀", ["[+Hello 😀+]"]),
        ("a  b", "a b", ["a b"]),  # blanks alone are no new word
    ],
)
def test_words_are_marked_and_lines_that_stayed_are_left_out(
    before: str, after: str, seen: list[str]
) -> None:
    assert marked(before, after) == seen


@pytest.mark.parametrize("after", ["x y z", "a b", "", "a\nb\n\nc d"])
def test_what_is_same_and_added_is_the_new_text(after: str) -> None:
    before = "p q\nr s"
    pieces = [piece for line in changes(before, after) for piece in line]
    kept = "".join(piece.text for piece in pieces if piece.kind != "removed")
    assert kept.split() == after.split()
    assert all(isinstance(piece, Piece) and piece.text for piece in pieces)
