"""What people type, made ready to keep: composed, without stray marks, refused where it cannot be.

Nothing that carries meaning is taken away: emoji, right-to-left text and its joiners stay.
"""

import unicodedata

from django.core.exceptions import ValidationError

INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"  # zero-width marks: nothing, if alone
KEPT_CONTROLS = "\n\t"


def tidy(typed: str) -> str:
    """The text in composed form (NFC), line ends as one character, no blanks at either end.

    A text of nothing but invisible marks is empty. Raises ValidationError for a character that
    no text has: NUL and its like, which come from faulty programs and cannot be stored.
    """
    text = typed.replace("\r\n", "\n").replace("\r", "\n")
    if any(_faulty(character) for character in text):
        raise ValidationError(
            "This has a character that cannot be saved. Delete the text and type it again.",
            code="character",
        )
    text = unicodedata.normalize("NFC", text).strip()
    return text if text.strip(INVISIBLE + " \n\t") else ""


def _faulty(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs") and character not in KEPT_CONTROLS
