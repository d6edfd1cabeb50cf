"""The words by which people and cases are found, made the same way from a record and from what is
typed."""

import re
import unicodedata

LONGEST = 40
POSTCODE = re.compile(r"\b([a-z]{1,2}\d[a-z\d]?)\s*(\d[a-z]{2})\b")


def words(text: str) -> list[str]:
    """A text as search words: small letters, no accents, postcodes and phones in one piece."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in bare if not unicodedata.combining(letter))
    bare = POSTCODE.sub(r"\1\2", bare)
    bare = re.sub(r"(?<=\d)[\s-]+(?=\d)", "", bare)
    return [word[:LONGEST] for word in re.findall(r"\w+", bare)]
