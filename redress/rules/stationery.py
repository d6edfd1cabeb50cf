"""What a landlord's letters are made with: wording, passages and contacts.

All of it came with Redress, as files. What the landlord gave in the browser stands in the place of
the file of the same name. `Book.stationery` gives it to whoever writes or judges a letter.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache, cached_property

from redress.rules import contacts as register
from redress.rules import passages as packaged
from redress.rules import wording as files
from redress.rules.contacts import OMBUDSMAN, Contact
from redress.rules.passages import Passage
from redress.rules.wording import Wording

SOON = timedelta(days=30)  # how long before details run out somebody is told
SHORTEST = 6  # characters of a number or an address that can be told apart from other words

Dated = tuple[tuple[date, Contact], ...]


@dataclass(frozen=True)
class Stationery:
    """The stationery of one landlord, by its slug; without more, just the files.

    `wordings` are its own by kind, in use and sound. `unfit` are kinds whose own wording lacks a
    place that the letter has come to need: the standard wording is used for them. In
    `own_passages`, None says that a passage is retired; `old_passages` are all that were ever
    given, for their gaps. `own_contacts` are details given for a name, each with its first day.
    """

    landlord: str = ""
    wordings: Mapping[str, Wording] = field(default_factory=dict)
    unfit: tuple[str, ...] = ()
    own_passages: Mapping[str, Passage | None] = field(default_factory=dict)
    old_passages: tuple[Passage, ...] = ()
    own_contacts: Mapping[str, Dated] = field(default_factory=dict)

    def wording(self, kind: str) -> Wording:
        """The wording of a kind of letter in use. Raises `LetterError` for an unknown kind."""
        return self.wordings.get(kind) or files.wording(kind, self.landlord)

    @cached_property
    def passages(self) -> dict[str, Passage]:
        """The passages in use by name, in the order of their titles."""
        found = {**packaged.passages(self.landlord), **self.own_passages}
        return packaged.in_order({name: each for name, each in found.items() if each})

    def gaps(self, text: str) -> tuple[str, ...]:
        """The gaps still open in a text, of passages in use or used before, in order, each once."""
        ever = packaged.passages(self.landlord).values()
        return packaged.gaps_of(text, (*ever, *self.old_passages))

    def contact(self, name: str, on: date) -> Contact:
        """The details of one body or team in force on a day.

        Raises `LetterError` for a name that is not there and for a day before its first version.
        """
        found = self._in_force(name, on)
        return found or register.contact(name, on, self.landlord)  # which says what is wrong

    def contacts(self, on: date) -> dict[str, Contact]:
        """The whole register on a day, by name; without whoever was not there yet."""
        each = ((name, self._in_force(name, on)) for name in self._names)
        return {name: found for name, found in each if found}

    def ombudsman(self, on: date) -> tuple[str, ...]:
        """The Housing Ombudsman's name and details, a line each (Code 2.4, 3.7, 6.5, 6.16, 6.19g).

        Raises `LetterError` for a day before the first details.
        """
        return self.contact(OMBUDSMAN, on).lines

    def versions(self, name: str) -> Dated:
        """Every version of somebody's details, by first day; the landlord's own after a file's."""
        both = (*register.dated(name, self.landlord), *self.own_contacts.get(name, ()))
        return tuple(sorted(both, key=lambda version: version[0]))

    def running_out(self, on: date) -> dict[str, Contact]:
        """The contacts that have run out or do within 30 days, the first to do so first."""
        found = self.contacts(on).items()
        old = [(name, each) for name, each in found if each.expires_on <= on + SOON]
        return dict(sorted(old, key=lambda item: (item[1].expires_on, item[0])))

    def changed_since(self, then: date, on: date) -> dict[str, Contact]:
        """The contacts whose ways are others than they were on the day `then`."""
        was = self.contacts(then)
        now = self.contacts(on).items()
        return {name: each for name, each in now if name in was and was[name].ways != each.ways}

    def outdated(self, text: str, on: date) -> tuple[str, ...]:
        """The numbers and addresses in a text that somebody in the register had before and has no
        more: what was typed or copied by hand, for the register never gives them."""
        return tuple(where for where in self._superseded(on) if where in text)

    def _superseded(self, on: date) -> Iterator[str]:
        current = {where for each in self.contacts(on).values() for where in each.ways.values()}
        for name in self._names:
            past = [each for starts, each in self.versions(name) if starts <= on]
            for where in dict.fromkeys(where for each in past for where in each.ways.values()):
                if where not in current and len(where) >= SHORTEST:
                    yield where

    @property
    def _names(self) -> tuple[str, ...]:
        return tuple(sorted({*register.names(self.landlord), *self.own_contacts}))

    def _in_force(self, name: str, on: date) -> Contact | None:
        started = [each for starts, each in self.versions(name) if starts <= on]
        return started[-1] if started else None


@cache
def packaged_for(landlord: str) -> Stationery:
    """The stationery of a landlord, by its slug, that gave none in the browser."""
    return Stationery(landlord)
