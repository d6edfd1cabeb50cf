"""A landlord's book: the packaged policies with those published in the browser, its closure days,
the bank holidays proclaimed for its division, and what its letters are made with. Everything that
reads a policy or writes a letter asks this.

A landlord's row names the version of its book, which changes with every change; a book is made
once for a version and kept. No version means that nothing was ever added to the packaged files.
"""

import hashlib
import secrets
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from redress.cases.stationery import stationery_of
from redress.people.models import ClosureDay, Landlord, PolicyVersion, ProclaimedDay
from redress.rules.calendar import BankHoliday, Closure
from redress.rules.decision import Book
from redress.rules.facts import Skipped
from redress.rules.policy import Policy
from redress.rules.policy_files import (
    NoneInForce,
    PolicyError,
    landlord_slugs,
    policies_of,
    policy_of,
)


@dataclass(frozen=True)
class Days:
    """What is added to the calendars: bank holidays of divisions, and a landlord's closures."""

    proclaimed: tuple[tuple[str, BankHoliday], ...] = ()
    closures: tuple[Skipped, ...] = ()

    def of(self, division: str) -> tuple[Closure, ...]:
        """Those that count for a policy of this division."""
        return (*self.closures, *(day for where, day in self.proclaimed if where == division))


def book_of(landlord: Landlord) -> Book:
    """The book by which this landlord's cases are decided. Asks the database once a version."""
    if not landlord.book_version:
        return Book()
    return _kept(landlord.pk, landlord.slug, landlord.book_version)


@lru_cache(maxsize=256)
def _kept(number: int, slug: str, version: str) -> Book:
    return book_with(Landlord(pk=number, slug=slug), days_of(number))


def days_of(landlord: int) -> Days:
    """What is added for a landlord, by its number, as it stands."""
    proclaimed = ProclaimedDay.objects.order_by("date")
    closures = ClosureDay.objects.filter(landlord=landlord).order_by("date")
    return Days(
        tuple((row.division, BankHoliday(row.date, row.why, row.kept)) for row in proclaimed),
        tuple(Skipped(row.date, row.why) for row in closures),
    )


def book_with(landlord: Landlord, days: Days, also: Iterable[Policy] = ()) -> Book:
    """The landlord's book as it would be with these days, and with these policies besides."""
    found = sorted((*versions(landlord), *also), key=lambda policy: policy.starts)
    known = {policy.id: _closed(policy, days) for policy in found}

    def in_force(slug: str, on: date) -> Policy:
        started = [policy for policy in known.values() if policy.starts <= on]
        if slug != landlord.slug or not started:
            raise NoneInForce([f"{slug} has no policy for {on}"])
        return started[-1]

    def by_id(identity: str) -> Policy:
        if identity not in known:
            raise PolicyError([f'there is no "{identity[:80]}"; there are {", ".join(known)}'])
        return known[identity]

    ours = stationery_of(landlord.pk, landlord.slug)
    return Book(in_force=in_force, by_id=by_id, stationery=lambda slug: ours)


def versions(landlord: Landlord) -> list[Policy]:
    """Every version of its policy: the packaged files, then those published in the browser."""
    packaged = policies_of(landlord.slug) if landlord.slug in landlord_slugs() else ()
    rows = PolicyVersion.objects.filter(landlord=landlord.pk, published_at__isnull=False)
    return [*packaged, *(read(row) for row in rows.order_by("starts"))]


def read(row: PolicyVersion) -> Policy:
    """The policy in an uploaded text, which was sound when it was taken.

    Raises PolicyError where the text is no longer the one that was taken.
    """
    if hashlib.sha256(row.text.encode()).hexdigest() != row.digest:
        raise PolicyError([f"the version from {row.starts} is not as it was uploaded"])
    return policy_of(tomllib.loads(row.text), f"the version from {row.starts}")


def _closed(policy: Policy, days: Days) -> Policy:
    """With the days that are added; the policy's own name for a day stands."""
    stated = {closure.date for closure in policy.closures}
    added = tuple(
        day
        for day in days.of(policy.division)
        if isinstance(day, BankHoliday) or day.date not in stated
    )
    return policy.model_copy(update={"closures": (*policy.closures, *added)})


def changed(landlords: Iterable[int]) -> None:
    """Have the books of these landlords, by number, made anew. In the transaction of the change."""
    Landlord.objects.filter(pk__in=list(landlords)).update(book_version=secrets.token_hex(16))
