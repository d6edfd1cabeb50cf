"""A language that nobody speaks: every text that can be translated comes out changed, so that
whatever stands on a page unchanged was missed. Places and tags stay as they are."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from django.utils import translation

KEPT = re.compile(r"(%\([a-z_]+\)[a-z]|\{[a-z_]*\}|<[^>]+>|&[a-z]+;)")
LETTERS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "áƀçđéƒǧħíǰķłɱñóƥɋřšťúṽŵẋýžÁƁÇĐÉƑǦĦÍǰĶŁṀÑÓƤɊŘŠŤÚṼŴẊÝŽ",
)
PLAIN = re.compile(r"[A-Za-z]{2,}")  # a word that has not been through it


def changed(text: str) -> str:
    """The text in the language."""
    if not text.strip():
        return text
    parts = KEPT.split(str(text))
    return "".join(part if n % 2 else part.translate(LETTERS) for n, part in enumerate(parts))


@contextmanager
def spoken(*, bidi: bool = False) -> Iterator[None]:
    """While it lasts pages are in this language; with `bidi` they are laid out from the right."""

    def one_or_many(one: str, many: str, number: int) -> str:
        return changed(one if number == 1 else many)

    functions = {
        "gettext": changed,
        "ngettext": one_or_many,
        "pgettext": lambda context, text: changed(text),
        "npgettext": lambda context, one, many, number: one_or_many(one, many, number),
        "get_language": lambda: "ar" if bidi else "eo",
        "get_language_bidi": lambda: bidi,
    }
    translation.gettext("")  # the functions are there from the first use on
    with (
        translation.override(translation.get_language()),  # a page goes back to what it took for it
        patch.multiple(translation._trans, create=True, **functions),
    ):
        yield
