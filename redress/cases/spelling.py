"""Words that are a slip of the finger away from one that is typed."""

from collections.abc import Collection, Iterator

from django.db.models import Q, QuerySet

from redress.cases.models import SearchWord
from redress.people.models import Landlord

LETTERS = "abcdefghijklmnopqrstuvwxyz"
DIGITS = "0123456789"
SHORTEST = 2  # letters that a word must have to be taken for another
LONG = 6  # letters from which two slips are allowed
SHARED = 3  # letters at the beginning that two slips must leave as they are
MOST = 2_000  # words of that beginning that are looked at
FEW = 200  # words that begin with one, to be named one by one


def near(landlord: Landlord, typed: Collection[str]) -> dict[str, list[str]]:
    """For each word typed, the words of the landlord's cases one slip away from it: a letter left
    out, put in, wrong, or two changed about. For a long word without any, those two slips away
    that begin alike. Two queries, however many words."""
    slipped = {word: slips(word) for word in typed if len(word) >= SHORTEST}
    there = set(_known(landlord, Q(word__in=sorted(set().union(*slipped.values())))))
    found = {word: sorted(there & slipped.get(word, set())) for word in typed}
    if far := [word for word in typed if not found[word] and len(word) >= LONG]:
        first, *others = (_known(landlord, begins(word[:SHARED])) for word in far)
        for each in first.union(*others)[:MOST]:  # "or" would make SQLite walk all words there are
            for word in far:
                if distance(word, each) == 2:
                    found[word].append(each)
    return found


def or_near(landlord: Landlord, word: str, near: list[str]) -> Q:
    """The words that begin with one, or are near it; of a beginning that many have, those alone.

    Each is named: "begins with it or is one of these" would make SQLite walk all words there are.
    """
    whole = list(_known(landlord, begins(word))[: FEW + 1]) if near else []
    return Q(word__in=whole + near) if 0 < len(whole) <= FEW else begins(word)


def begins(word: str) -> Q:
    """The words that begin with one."""
    return Q(word__gte=word, word__lt=word + "\U0010ffff")


def _known(landlord: Landlord, kind: Q) -> QuerySet[SearchWord, str]:
    known = SearchWord.objects.filter(kind, landlord=landlord)
    return known.values_list("word", flat=True).distinct()


def slips(word: str) -> set[str]:
    """Everything one slip away from a word, by the letters of a keyboard."""
    return set(_slips(word)) - {word, ""}


def _slips(word: str) -> Iterator[str]:
    keys = LETTERS + (DIGITS if any(letter.isdigit() for letter in word) else "")
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for key in keys:
            yield head + key + tail
            if tail:
                yield head + key + tail[1:]


def distance(one: str, other: str) -> int:
    """How many slips lie between two words, up to 3: more are not told apart."""
    if abs(len(one) - len(other)) > 2:
        return 3
    above: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, above, row = above, row, [i]
        for j, its in enumerate(other, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != its))
            if i > 1 and j > 1 and (letter, one[i - 2]) == (other[j - 2], its):
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
    return min(row[-1], 3)
