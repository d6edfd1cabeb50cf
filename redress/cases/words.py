"""The words by which cases are found, made the same way from a case and from what is typed."""

import re
import unicodedata

from redress.cases.models import Case

LONGEST = 40
POSTCODE = re.compile(r"\b([a-z]{1,2}\d[a-z\d]?)\s*(\d[a-z]{2})\b")


def words(text: str) -> list[str]:
    """A text as search words: small letters, no accents, postcodes and phones in one piece."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in bare if not unicodedata.combining(letter))
    bare = POSTCODE.sub(r"\1\2", bare)
    bare = re.sub(r"(?<=\d)[\s-]+(?=\d)", "", bare)
    return [word[:LONGEST] for word in re.findall(r"\w+", bare)]


def of_case(row: Case) -> list[str]:
    """The words of a case: reference, names, address, phone, service and category."""
    texts = [row.reference, row.service, row.category]
    in_one = [row.reference]  # found too where somebody types it without its dashes or brackets
    resident = row.resident
    if resident is not None:
        in_one.append(resident.phone)
        texts += [resident.name, resident.phone, resident.email]
        if resident.home is not None:
            texts += [resident.home.address, resident.home.postcode]
    found = [word for text in texts for word in words(text)]
    found += ["".join(words(text))[:LONGEST] for text in in_one]
    return [word for word in found if word]
