"""What a survey says of how complaints are handled, as it was given: counts where they are known,
and percentages where those alone were published. What is not known stays so.

TP09 of the Tenant Satisfaction Measures (Regulator of Social Housing): of those who say that they
complained in the last 12 months and answered, how many are satisfied with the landlord's approach
to complaints handling.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

from redress.rules.decision import Reason
from redress.rules.figures_shares import rounded
from redress.rules.intervals import Interval, difference, wilson

TP09 = "TP09"


class About(StrEnum):
    """What kind of survey it is."""

    PERCEPTION = "perception"  # of tenants, whether or not they complained: gives TP09
    AFTER_CLOSING = "after_closing"  # of people whose complaint was closed, given from outside
    OTHER = "other"  # such as one after a repair


class Of(StrEnum):
    """Whose answers a line counts, as the Regulator parts them."""

    ALL = "all"
    RENTED = "rented"  # low cost rental accommodation, LCRA
    OWNERSHIP = "ownership"  # low cost home ownership, LCHO
    LEASEHOLD = "leasehold"  # no part of the measures


class Method(StrEnum):
    """How people were asked."""

    PHONE = "phone"
    ONLINE = "online"
    POST = "post"
    IN_PERSON = "in_person"
    TEXT = "text"
    MIXED = "mixed"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, kw_only=True)
class Counts:
    """One line of a survey; None is what is not known.

    `put_to` is how many answered the question whether they had complained, `complained` how many
    said yes. Percentages are as published, of `put_to` and of those who complained.
    """

    asked: int | None = None
    answered: int | None = None
    put_to: int | None = None
    complained: int | None = None
    satisfied: int | None = None
    neither: int | None = None
    dissatisfied: int | None = None
    complained_percent: Decimal | None = None
    satisfied_percent: Decimal | None = None
    dissatisfied_percent: Decimal | None = None


@dataclass(frozen=True)
class Satisfied:
    """Who is satisfied, of `base` people.

    `percent` is None where it is not known. `satisfied` is None where only a percentage was
    published; `worked_out` says that the base was worked out from another percentage, and
    `possible` that some whole number of the base gives the percentage.
    """

    base: int | None
    satisfied: int | None
    share: Fraction | None
    worked_out: bool = False
    possible: bool = True

    @property
    def percent(self) -> Decimal | None:
        """The share in percent, to one decimal place."""
        return None if self.share is None else rounded(100 * self.share)

    @property
    def interval(self) -> Interval | None:
        """Wilson's 95% interval; None where the share or its base is not known."""
        return wilson(self.share, self.base) if self.share is not None and self.base else None


@dataclass(frozen=True)
class Change:
    """A share beside that of an earlier survey, in percentage points (never in percent)."""

    points: Decimal
    may_be_chance: bool | None  # None where a base is not known


def satisfied(counts: Counts) -> Satisfied:
    """The measure of one line. Of counts, where all three are known; else of what was published."""
    three = (counts.satisfied, counts.neither, counts.dissatisfied)
    if counts.satisfied is not None and None not in three:
        those = sum(each or 0 for each in three)
        share = Fraction(counts.satisfied, those) if those else None
        return Satisfied(those, counts.satisfied, share)
    base, worked_out = base_of(counts)
    if counts.satisfied_percent is None or base == 0:  # of nobody there is no share
        return Satisfied(base, None, None, worked_out)
    fits = base is None or bool(whole_numbers(counts.satisfied_percent, base))
    return Satisfied(base, None, Fraction(counts.satisfied_percent) / 100, worked_out, fits)


def base_of(counts: Counts) -> tuple[int | None, bool]:
    """How many complained, and whether that was worked out: from a percentage that one whole
    number alone gives (32% of 172 can only be 55)."""
    if counts.complained is not None or counts.complained_percent is None or not counts.put_to:
        return counts.complained, False
    found = whole_numbers(counts.complained_percent, counts.put_to)
    return (found[0], True) if len(found) == 1 else (None, False)


def whole_numbers(percent: Decimal, of: int) -> list[int]:
    """The whole numbers of people that give this percentage, rounded as it is; none of nobody."""
    if of == 0:
        return []
    places = max(-int(percent.as_tuple().exponent), 0)
    near = int(percent * of / 100)
    around = range(max(near - 1 - of // 100, 0), min(near + 2 + of // 100, of) + 1)
    return [n for n in around if rounded(Fraction(100 * n, of), places) == percent]


def change(now: Satisfied, before: Satisfied) -> Change | None:
    """The change in points; None where one of the two is not known."""
    if now.share is None or before.share is None:
        return None
    points = rounded(100 * (now.share - before.share))
    if not (now.base and before.base):
        return Change(points, None)
    found = difference(now.share, now.base, before.share, before.base)
    return Change(points, found.low <= 0 <= found.high)


ORDER = ("asked", "answered", "put_to", "complained")
OPINIONS = ("satisfied", "neither", "dissatisfied")


def check(counts: Counts) -> tuple[Reason, ...]:
    """What stands against a line: a part greater than its whole, opinions that are more than those
    who could have them, or a percentage that its own counts do not give."""
    found = []
    known = [name for name in ORDER if getattr(counts, name) is not None]
    for whole, part in pairwise(known):
        if getattr(counts, part) > getattr(counts, whole):
            found.append(Reason("more_than_the_whole", "", part, whole))
    given = [name for name in OPINIONS if getattr(counts, name) is not None]
    opinions = sum(getattr(counts, name) for name in given)
    if known and opinions > getattr(counts, known[-1]):
        found.append(Reason("more_than_the_whole", "", given[0], known[-1]))
    if all(getattr(counts, name) is None for name in Counts.__dataclass_fields__):
        found.append(Reason("nothing_given", "", "answered"))
    return (*found, *_percentages(counts))


def _percentages(counts: Counts) -> list[Reason]:
    base = base_of(counts)[0] if counts.complained is not None else None
    pairs = (
        ("complained_percent", counts.complained, counts.put_to),
        ("satisfied_percent", counts.satisfied, base),
        ("dissatisfied_percent", counts.dissatisfied, base),
    )
    found = []
    for name, part, whole in pairs:
        percent = getattr(counts, name)
        if percent is not None and not 0 <= percent <= 100:
            found.append(Reason("percent_out_of_range", "", name))
        elif None not in (percent, part) and whole and part not in whole_numbers(percent, whole):
            found.append(Reason("percent_disagrees", "", name))
    both = (counts.satisfied_percent or 0) + (counts.dissatisfied_percent or 0)
    if both > 101:  # each may have been rounded up
        found.append(Reason("percent_out_of_range", "", "dissatisfied_percent"))
    return found
