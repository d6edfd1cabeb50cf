"""What changed between two versions of a text, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

WORD = re.compile(r"\S+\s*|\s+")


@dataclass(frozen=True)
class Piece:
    """Some words, and whether they stand in both versions, are new, or are gone."""

    kind: str  # "same", "added" or "removed"
    text: str


def changes(before: str, after: str) -> list[list[Piece]]:
    """The lines that changed, each as pieces in reading order: removed words before added ones.

    Lines that are the same are left out; two equal texts give nothing.
    """
    old, new = before.split("\n"), after.split("\n")
    found = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            pieces = list(_pieces("\n".join(old[a:b]), "\n".join(new[c:d])))
            found += [pieces] if pieces else []
    return found


def _pieces(before: str, after: str) -> Iterator[Piece]:
    old, new = WORD.findall(before), WORD.findall(after)
    matcher = SequenceMatcher(None, _bare(old), _bare(new), autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield Piece("same", "".join(new[c:d]))
            continue
        for kind, words in (("removed", old[a:b]), ("added", new[c:d])):
            if "".join(words).strip():
                yield Piece(kind, "".join(words))


def _bare(words: list[str]) -> list[str]:
    return [word.strip() for word in words]
