"""Finding: one box for a reference, a name, a phone, a place, a UPRN or words of the case.

Cases that have every word typed, or a word that begins with it, the newest first. Only where there
is none are words a slip of the finger away looked for (`spelling`). Who may not see a case finds
no word of it, and nothing here says how many were found.
"""

from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from redress.cases import access, lists, spelling
from redress.cases.models import Case, SearchWord
from redress.cases.spelling import begins, distance
from redress.people.models import Landlord
from redress.people.words import words
from redress.rules.access import Actor

MOST = 50  # cases found
MANY = 2_000  # a word of more cases than these is a common one
MOST_WORDS = 6  # of what is typed into the search
Hit = tuple[date, int]  # received date and number of a case, to put the newest first


@dataclass(frozen=True)
class Found:
    """The cases found, and whether the words in them are only like those typed."""

    lines: tuple[lists.Line, ...]
    alike: bool = False


def find(actor: Actor, landlord: Landlord, text: str) -> Found:
    """At most 50 cases for what is typed, by its words or by words like them.

    Typed with blanks in it, a reference or a number is found too.
    """
    typed = words(text)[:MOST_WORDS]
    if not typed:
        return Found(())
    search = _Search(actor, landlord)
    sizes = search.sizes([begins(word) for word in typed])
    hits = search.newest([begins(word) for word in typed], sizes)
    if len(typed) > 1:
        hits += search.newest([begins("".join(typed))])
    alike = not hits
    if alike:
        hits = search.newest(search.slipped(typed, sizes))
    numbers = [number for _, number in sorted(set(hits), reverse=True)[:MOST]]
    found = {line.number: line for line in lists.numbered(actor, landlord, numbers)}
    lines = [found[number] for number in numbers]
    if alike:
        lines.sort(key=lambda line: _slips_apart(line, typed))
    return Found(tuple(lines), alike and bool(found))


def _slips_apart(line: lists.Line, typed: list[str]) -> int:
    """How far what is typed is from the words of a case that a list shows."""
    its = words(f"{line.reference} {line.resident} {line.place} {line.about}")
    return sum(min(distance(word, each) for each in its) for word in typed)


@dataclass(frozen=True)
class _Search:
    """A search among the cases that somebody may see of a landlord."""

    actor: Actor
    landlord: Landlord

    def sizes(self, kinds: list[Q]) -> list[int]:
        """How many words of each kind there are: how common it is, counted no further than MANY."""
        return [self._holding(kind)[: MANY + 1].count() for kind in kinds]

    def newest(self, typed: list[Q], sizes: list[int] | None = None) -> list[Hit]:
        """The newest cases with a word of each kind, by received date and number.

        Common words are looked for among the newest cases first: they are soon found there. Else
        the cases of the words are laid on each other in the index of words, and only what is left
        is read. Naming the landlord of those cases as well would make SQLite walk all that it has.
        """
        sizes = sizes or self.sizes(typed)
        if 0 in sizes:
            return []
        ordered = [kind for _, kind in sorted(zip(sizes, typed, strict=True), key=itemgetter(0))]
        if min(sizes) <= MANY:
            return self._first(self._asked(ordered))
        found = _first(self._among_newest(ordered))
        return found if len(found) == MOST else self._first(self._meeting(ordered))

    def _first(self, numbers: QuerySet[Any, Any]) -> list[Hit]:
        """The newest of these cases of the landlord that this person may see."""
        return _first(Case.objects.filter(access.visible(self.actor), pk__in=numbers))

    def slipped(self, typed: list[str], sizes: list[int]) -> list[Q]:
        """What may have been meant: words that no case has are taken for those near them; where
        each is in some case, any of them."""
        near = spelling.near(self.landlord, typed)
        if all(sizes):
            return [spelling.or_near(self.landlord, word, near[word]) for word in typed]
        return [
            begins(word) if size else Q(word__in=near[word])
            for word, size in zip(typed, sizes, strict=True)
        ]

    def _holding(self, kind: Q) -> QuerySet[SearchWord]:
        return SearchWord.objects.filter(kind, landlord=self.landlord)

    def _asked(self, kinds: list[Q]) -> QuerySet[Any, Any]:
        """The cases of the rarest words, each asked for the others."""
        found = self._holding(kinds[0])
        for kind in kinds[1:]:
            found = found.filter(Exists(SearchWord.objects.filter(kind, case=OuterRef("case"))))
        return found.values("case")

    def _meeting(self, kinds: list[Q]) -> QuerySet[Any, Any]:
        """The cases of each, laid on each other."""
        first, *others = (self._holding(kind).values("case") for kind in kinds)
        return first.intersection(*others) if others else first

    def _among_newest(self, kinds: list[Q]) -> QuerySet[Case]:
        """Those with all of them among the newest cases."""
        days = Case.objects.filter(landlord=self.landlord).order_by("-received_on", "-id")
        since = next(iter(days.values_list("received_on", flat=True)[MANY : MANY + 1]), date.min)
        recent = lists.cases_of(self.actor, self.landlord).filter(received_on__gte=since)
        for kind in kinds:
            recent = recent.filter(Exists(SearchWord.objects.filter(kind, case=OuterRef("pk"))))
        return recent


def _first(rows: QuerySet[Case]) -> list[Hit]:
    newest = rows.order_by("-received_on", "-id").values_list("received_on", "id")
    return list(newest[:MOST])
