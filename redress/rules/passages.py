"""Passages: pieces of text that officers put into their reasons by name, and then make their own.

`letters/passages/<name>.toml` are for everyone; `letters/landlords/<slug>/passages/` holds a
landlord's own, which go before those of the same name. A passage has gaps, "{the day we came}",
to be filled in by hand: a text with a gap of ours left open is never sent.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources.abc import Traversable

from pydantic import Field

from redress.rules.plain_words import too_hard
from redress.rules.policy import Frozen
from redress.rules.wording import LANDLORDS, WORDING, read_data

GAP = re.compile(r"\{([^{}\n]{1,80})\}")
FOLDER = "passages"


class Passage(Frozen):
    """A piece of text and the name by which it is chosen."""

    title: str = Field(min_length=1, max_length=60)
    text: str = Field(min_length=1)

    @property
    def gaps(self) -> tuple[str, ...]:
        """What has to be filled in, in order."""
        return tuple(GAP.findall(self.text))


@cache
def passages(landlord: str = "") -> dict[str, Passage]:
    """The passages of a landlord by name, in the order of their titles.

    Raises `LetterError` naming file and key for a passage that cannot be read.
    """
    found = _in(WORDING / FOLDER) | (
        _in(WORDING / LANDLORDS / landlord / FOLDER) if landlord else {}
    )
    return in_order(found)


def gaps_of(text: str, known: Iterable[Passage]) -> tuple[str, ...]:
    """The gaps of these passages that are still open in a text, in order, each once.

    Braces that somebody typed for another reason are none: only the gaps we put there count.
    """
    if "{" not in text:
        return ()
    ours = {gap for passage in known for gap in passage.gaps}
    return tuple(dict.fromkeys(gap for gap in GAP.findall(text) if gap in ours))


def in_order(found: Mapping[str, Passage]) -> dict[str, Passage]:
    """Passages in the order of their titles."""
    return dict(sorted(found.items(), key=lambda item: item[1].title.lower()))


def put_in(text: str, passage: Passage) -> str:
    """The text with the passage after it, as a paragraph of its own."""
    before = text.rstrip()
    return f"{before}\n\n{passage.text.strip()}" if before else passage.text.strip()


def _in(folder: Traversable) -> dict[str, Passage]:
    if not folder.is_dir():
        return {}
    files = [file for file in folder.iterdir() if file.name.endswith(".toml")]
    return {file.name.removesuffix(".toml"): read_data(file, Passage) for file in files}


def faults(passage: Passage) -> tuple[str, ...]:
    """What stands against a passage that a landlord gave: braces that are no gap, a grade above 8,
    a sentence above 25 words; each as a sentence."""
    left = GAP.sub("this", passage.text)
    found = []
    if "{" in left or "}" in left:
        found.append(
            "A brace stands alone. A gap is {what to fill in}, on one line, of 80 at most."
        )
    return (*found, *too_hard(left))
