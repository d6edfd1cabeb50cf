"""Working days: which they are, adding them, counting them, and naming the days not counted.

A working day is any day but Saturday, Sunday and a bank holiday of the division. Day 1 is the
working day after the event, so an event on a Sunday has Monday as day 1. The Code does not define
a working day; this is the meaning in SI 2025/1042 (Awaab's Law) and in the counting of the
Ministry of Justice. Every look-up costs the same however many days are added or counted.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache, cached_property, lru_cache
from hashlib import sha256
from typing import Protocol

from redress.rules.facts import Skipped

# The bank holidays known: by the Banking and Financial Dealings Act 1971, the moves of single
# years and the days proclaimed so far. A day later proclaimed comes with the next `holidays`.
FIRST = date(2012, 1, 1)
LAST = date(2032, 12, 31)

WEEKEND = {5: "Saturday", 6: "Sunday"}


class Division(StrEnum):
    """A part of the United Kingdom with bank holidays of its own."""

    ENGLAND_AND_WALES = "england-and-wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern-ireland"


class UnknownDay(ValueError):
    """A day whose bank holidays are not known. It is refused, never taken for a working day."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} is outside the bank holidays known ({FIRST} to {LAST})")


class Closure(Protocol):
    """A day on which a landlord is closed, and why: `Skipped`, or a line of its policy."""

    @property
    def date(self) -> date: ...
    @property
    def why(self) -> str: ...


@dataclass(frozen=True)
class BankHoliday:
    """A bank holiday proclaimed since the calendars were made or, where `kept` is False, one moved
    away. It counts for everybody in the division: for the Code limit too."""

    date: date
    why: str
    kept: bool = True


@dataclass(frozen=True)
class Calendar:
    """The working days of a division, less a landlord's own closure days.

    Get one from `calendar_for`, which keeps it: its tables are built once, on first use.
    A day before FIRST or after LAST, asked for or arrived at, raises `UnknownDay`.
    """

    division: Division
    closures: tuple[Skipped, ...] = ()
    proclaimed: tuple[BankHoliday, ...] = ()

    def is_working_day(self, day: date) -> bool:
        """Whether `day` counts."""
        self._counted(day)
        return day not in self._off

    def add(self, start: date, days: int) -> date:
        """The date `days` working days after `start`; 0 gives `start` itself.

        A negative number is refused with ValueError.
        """
        if days < 0:
            raise ValueError(f"{days} working days: a deadline is never before its start")
        counted = self._counted(start)
        if not days:
            return start
        try:
            return self._working[counted + days - 1]
        except IndexError:
            raise UnknownDay(f"{days} working days after {start}") from None

    def count(self, after: date, upto: date) -> int:
        """Working days after the first date up to and including the second.

        Dates in the wrong order are refused with ValueError.
        """
        _in_order(after, upto)
        return self._counted(upto) - self._counted(after)

    def skipped(self, after: date, upto: date) -> tuple[Skipped, ...]:
        """The days after the first date up to and including the second that do not count, named.

        Dates in the wrong order are refused with ValueError.
        """
        _in_order(after, upto)
        return self._skips[self._passed_over(after) : self._passed_over(upto)]

    @property
    def code(self) -> "Calendar":
        """The same without the landlord's closures: those move its promise, never a Code limit."""
        if not self.proclaimed:
            return calendar_for(self.division)
        return calendar_for(self.division, self.proclaimed)

    @cached_property
    def identity(self) -> str:
        """Which calendar a date was worked out with; it changes only when a day in it does."""
        named = sorted((day, why) for day, why in self._off.items() if day.weekday() < 5)
        text = "\n".join(f"{day} {why}" for day, why in named)
        digest = sha256(text.encode()).hexdigest()[:8]
        return f"{self.division} {FIRST.year}-{LAST.year} {digest}"

    def _counted(self, day: date) -> int:
        """Working days from FIRST up to and including `day`."""
        try:
            return self._table[day][0]
        except KeyError:
            raise UnknownDay(str(day)) from None

    def _passed_over(self, day: date) -> int:
        """Days that are not working days from FIRST up to and including `day`."""
        try:
            return self._table[day][1]
        except KeyError:
            raise UnknownDay(str(day)) from None

    @cached_property
    def _off(self) -> dict[date, str]:
        """Every day that does not count, in order, with its name; a bank holiday's goes first."""
        closed = {closure.date: closure.why for closure in reversed(self.closures)}
        for day in (*closed, *(each.date for each in self.proclaimed)):
            if not FIRST <= day <= LAST:
                raise UnknownDay(f"the closure day {day}")
        named = closed | self._bank_holidays
        why = {day: WEEKEND.get(day.weekday()) or named.get(day) for day in _days()}
        return {day: name for day, name in why.items() if name}

    @property
    def _bank_holidays(self) -> dict[date, str]:
        """Those of the division, with what was proclaimed or moved since."""
        days = dict(bank_holidays(self.division))
        for each in self.proclaimed:
            days.pop(each.date, None)
            if each.kept:
                days[each.date] = each.why
        return days

    @cached_property
    def _skips(self) -> tuple[Skipped, ...]:
        return tuple(Skipped(day, why) for day, why in self._off.items())

    @cached_property
    def _working(self) -> tuple[date, ...]:
        """Every working day, in order: the one at n is the (n + 1)th from FIRST."""
        return tuple(day for day in _days() if day not in self._off)

    @cached_property
    def _table(self) -> dict[date, tuple[int, int]]:
        """For each day, how many up to and including it count, and how many do not."""
        counted, table = 0, {}
        for number, day in enumerate(_days(), start=1):
            counted += day not in self._off
            table[day] = (counted, number - counted)
        return table


@lru_cache(maxsize=256)
def calendar_for(division: Division | str, closures: tuple[Closure, ...] = ()) -> Calendar:
    """The calendar of a division and a landlord's closure days; the same one when asked again.

    A `BankHoliday` among the closures moves the Code limit too. An unknown division is refused
    with ValueError.
    """
    proclaimed = tuple(each for each in closures if isinstance(each, BankHoliday))
    own = (each for each in closures if not isinstance(each, BankHoliday))
    return Calendar(
        Division(division), tuple(Skipped(each.date, each.why) for each in own), proclaimed
    )


@cache
def bank_holidays(division: Division) -> dict[date, str]:
    """The bank holidays of a division from FIRST to LAST that fall on a weekday, with names.

    England and Wales have the same ones. The source also lists the true date of a holiday with a
    substitute; that date is a Saturday or Sunday and so is left out here.
    """
    import holidays  # takes a tenth of a second: only when a calendar is used

    years = range(FIRST.year, LAST.year + 1)
    found = holidays.country_holidays("GB", SUBDIVISION[division], years, language="en_GB")
    return {day: _name(found[day]) for day in sorted(found) if day.weekday() < 5}


SUBDIVISION = {
    Division.ENGLAND_AND_WALES: "ENG",
    Division.SCOTLAND: "SCT",
    Division.NORTHERN_IRELAND: "NIR",
}

# The source's names, where GOV.UK's and everyone's are others.
USUAL_NAME = {
    "May Day": "Early May bank holiday",
    "Spring Bank Holiday": "Spring bank holiday",
    "Late Summer Bank Holiday": "Summer bank holiday",
    "Summer Bank Holiday": "Summer bank holiday",
    "New Year Holiday": "2nd January",
    "Saint Andrew's Day": "St Andrew’s Day",
    "Saint Patrick's Day": "St Patrick’s Day",
}


def _name(given: str) -> str:
    """A name as people know it: "Boxing Day (substitute day)", "2nd January"."""
    return " and ".join(_one_name(part) for part in given.split("; "))


def _one_name(given: str) -> str:
    plain = given.removesuffix(" (observed)")
    name = USUAL_NAME.get(plain, plain).replace("'", "’")
    return name if plain == given else f"{name} (substitute day)"


def _days() -> list[date]:
    return [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]


def _in_order(after: date, upto: date) -> None:
    if upto < after:
        raise ValueError(f"{upto} is before {after}: working days are counted forwards")
