"""Those who signed: which of them are the same person, and what may not stand in their letters."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from redress.rules.facts_people import SignatoryFacts, Wish

TITLES = frozenset(["mr", "mrs", "ms", "miss", "mx", "dr", "rev", "sir", "dame"])
SHORT = {"road": "rd", "street": "st", "avenue": "ave", "flat": "", "apartment": "", "no": ""}
LEAST = 6  # letters of a name or address that is looked for in a text: "Al" is in many words


@dataclass(frozen=True, kw_only=True)
class NewSignatory:
    """A line of a petition: a name, and what else was written beside it."""

    name: str
    address: str = ""
    email: str = ""
    wish: Wish = Wish.BY_CONTACT


def plain_words(text: str) -> tuple[str, ...]:
    """The words of a name or an address in small letters, without accents and punctuation."""
    apart = unicodedata.normalize("NFKD", text)
    letters = "".join(each for each in apart if not unicodedata.combining(each)).casefold()
    return tuple(re.findall(r"\w+", letters.replace("'", "").replace("’", "")))


def name_of(text: str) -> tuple[str, ...]:
    """A name to compare: "Mrs. Mary O’Neill" and "mary oneill" are one. Without titles, in order,
    unless it is written "O’Neill, Mary"."""
    last, comma, first = text.partition(",")
    words = plain_words(f"{first} {last}" if comma else text)
    return tuple(word for word in words if word not in TITLES) or words


def place_of(text: str) -> tuple[str, ...]:
    """An address to compare: "Flat 4, Elm Road" and "4 Elm Rd" are one."""
    return tuple(short for word in plain_words(text) if (short := SHORT.get(word, word)))


def same_person(one: NewSignatory, other: NewSignatory) -> bool:
    """Whether two lines are one person: the same e-mail address and the same name; or the same
    name, and the same address or one that is not given. The same name at two addresses is two.

    A start of an address that is the whole of the other counts as the same: one has a postcode.
    """
    if name_of(one.name) != name_of(other.name):
        return False
    if one.email and one.email.strip().casefold() == other.email.strip().casefold():
        return True
    here, there = place_of(one.address), place_of(other.address)
    least = min(len(here), len(there))
    return here[:least] == there[:least]


def without_duplicates(
    known: Iterable[NewSignatory], new: Iterable[NewSignatory]
) -> tuple[list[NewSignatory], list[str]]:
    """The new ones that are nobody known and no two the same, and the names that were left out.

    Of two lines of one person the first stays, with what the second knows more: an address, an
    e-mail address, the wish for a letter of their own.
    """
    there, kept, left_out = list(known), list[NewSignatory](), list[str]()
    for each in new:
        if any(same_person(each, one) for one in there):
            left_out.append(each.name.strip())
            continue
        twin = next((n for n, one in enumerate(kept) if same_person(each, one)), None)
        if twin is None:
            kept.append(each)
        else:
            kept[twin] = _joined(kept[twin], each)
            left_out.append(each.name.strip())
    return kept, left_out


def _joined(first: NewSignatory, second: NewSignatory) -> NewSignatory:
    own = Wish.OWN_LETTER in (first.wish, second.wish)
    return replace(
        first,
        address=first.address or second.address,
        email=first.email or second.email,
        wish=Wish.OWN_LETTER if own else first.wish,
    )


def named_in(texts: Iterable[str], signatories: Iterable[SignatoryFacts]) -> list[str]:
    """Those of the group whose full name, address or e-mail address stands in one of the texts."""
    read = [" ".join(("", *plain_words(text), "")) for text in texts]
    found = []
    for each in signatories:
        told = (name_of(each.name), plain_words(each.address), plain_words(each.email))
        sought = [" ".join(words) for words in told if words]
        if any(f" {one} " in text for one in sought if len(one) >= LEAST for text in read):
            found.append(each.name)
    return found
