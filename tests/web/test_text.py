"""What people type: kept as meant, refused where no text can hold it."""

import unicodedata

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from redress.web.text import tidy


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  leak ", "leak"),
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("Zoe\u0308", "Zo\u00eb"),  # composed
        ("\ufeffleak", "\ufeffleak"),
        ("👩‍👩‍👧 🏚️", "👩‍👩‍👧 🏚️"),  # joined by zero-width joiners
        ("السقف يسرب الماء", "السقف يسرب الماء"),
        ("نمی‌خواهم", "نمی‌خواهم"),  # a zero-width non-joiner that is spelling
        ("\u202eevil\u202c", "\u202eevil\u202c"),
        ("tab\there", "tab\there"),
        ("\u200b\u200b \u2060\n\ufeff", ""),  # nothing to see
        ("\u00a0", ""),
        ("", ""),
    ],
)
def test_what_is_kept(typed: str, kept: str) -> None:
    assert tidy(typed) == kept


@pytest.mark.parametrize("character", ["\0", "\x01", "\x0b", "\x1b", "\x7f", "\x9b", "\ud800"])
def test_what_no_text_holds_is_refused(character: str) -> None:
    with pytest.raises(ValidationError, match="cannot be saved"):
        tidy(f"a leak{character}in the kitchen")


@given(st.text())
def test_any_text_is_kept_composed_or_refused(typed: str) -> None:
    try:
        kept = tidy(typed)
    except ValidationError:
        assert any(unicodedata.category(c) in ("Cc", "Cs") for c in typed)
        return
    assert kept == tidy(kept)
    assert kept == unicodedata.normalize("NFC", kept)
    kept.encode()  # can be stored
