"""A stretch of days that figures are counted for, written one way and said in words.

Quarters and halves are those of the financial year from 1 April, so "2026-Q3" is October to
December 2026 and "2026-H2" ends in March 2027. A week is Monday to Sunday (ISO 8601).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from redress.rules.dates import read_date, shown
from redress.rules.figures_year import FIRST, LAST, Year

DAY = timedelta(days=1)
HOW = (
    "write a week as 2026-W48, a month as 2026-11, a quarter or half of the year from April as "
    "2026-Q3 or 2026-H1, a year as 2025-26, any other days as 2026-04-01..2026-06-30"
)
PARTS = {"Q": (4, 3), "H": (2, 6)}  # how many a year has, and how many months each


class Length(StrEnum):
    """What kind of period it is."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DAYS = "days"  # from one day to another


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `start` to `end`, both included; `text` is how it is written."""

    length: Length
    start: date
    end: date
    text: str

    @classmethod
    def parse(cls, text: str) -> "Period":
        """The period that `text` names: 2026-W48, 2026-11, 2026-Q3, 2026-H1, 2025-26 or
        2026-04-01..2026-06-30. ValueError, saying how to write it, for anything else, for a week,
        month or day that does not exist, for days in the wrong order and a year beyond reason.

        "2001-02" is the year 2001-02 and never February: a month that could be read as a year is
        written as its days.
        """
        for pattern, read in READERS:
            found = pattern.fullmatch(text)
            if found:
                return _within(read(*found.groups()))
        raise ValueError(f"{shown(text)} is not a period; {HOW}")

    @classmethod
    def of(cls, length: Length, day: date) -> "Period":
        """The week, month, quarter, half or year in which a day lies. ValueError for DAYS."""
        if length is Length.WEEK:
            return _week(day - timedelta(days=day.weekday()))
        if length is Length.MONTH:
            return _months(length, day.replace(day=1), 1)
        if length is Length.DAYS:
            raise ValueError("days from one to another are not found by one day in them")
        months = {Length.QUARTER: 3, Length.HALF: 6, Length.YEAR: 12}[length]
        begun = (day.month - 4) % 12 % months  # months of it that are over
        return _months(length, _later(day.replace(day=1), -begun), months)

    @property
    def label(self) -> str:
        """In words: "week of 23 to 29 November 2026", "October to December 2026"."""
        return _LABELS[self.length](self)

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days + 1

    @property
    def previous(self) -> "Period":
        """The one directly before it, of the same kind; as many days where it is just days."""
        last = self.start - DAY
        if self.length is not Length.DAYS:
            return Period.of(self.length, last)
        return _days(last - timedelta(days=self.days - 1), last)

    @property
    def year_before(self) -> "Period":
        """The same period a year earlier; a week is 52 weeks earlier, so that the days agree."""
        if self.length is Length.WEEK:
            return Period.of(Length.WEEK, self.start - timedelta(weeks=52))
        if self.length is not Length.DAYS:
            return Period.of(self.length, _later(self.start, -12))
        return _days(*(_a_year_earlier(day) for day in (self.start, self.end)))

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.start <= day <= self.end


def _week(monday: date) -> Period:
    year, week, _ = monday.isocalendar()
    return Period(Length.WEEK, monday, monday + timedelta(days=6), f"{year}-W{week:02}")


def _months(length: Length, first: date, months: int) -> Period:
    year = Year.of(first)
    number = (first.month - 4) % 12 // months + 1
    texts = {
        Length.MONTH: f"{first:%Y-%m}",
        Length.QUARTER: f"{year.begins}-Q{number}",
        Length.HALF: f"{year.begins}-H{number}",
        Length.YEAR: year.label,
    }
    period = Period(length, first, _later(first, months) - DAY, texts[length])
    if length is Length.MONTH and _reads_as_year(period.text):
        return Period(length, first, period.end, f"{period.start}..{period.end}")
    return period


def _days(start: date, end: date) -> Period:
    return Period(Length.DAYS, start, end, f"{start}..{end}")


def _read_week(year: str, week: str) -> Period:
    try:
        return _week(date.fromisocalendar(int(year), int(week), 1))
    except ValueError:
        raise ValueError(f"{year} has no week {week}; {HOW}") from None


def _read_part(year: str, part: str, number: str) -> Period:
    parts, months = PARTS[part]
    if not 1 <= int(number) <= parts:
        raise ValueError(f"a year has no {part}{number}; {HOW}")
    first = _later(date(int(year), 4, 1), (int(number) - 1) * months)
    return _months(Length.QUARTER if part == "Q" else Length.HALF, first, months)


def _read_pair(year: str, other: str) -> Period:
    """A financial year where the second number is the year after, else a month."""
    if _reads_as_year(f"{year}-{other}"):
        return _months(Length.YEAR, date(int(year), 4, 1), 12)
    if not 1 <= int(other) <= 12:
        raise ValueError(f"{year}-{other} is neither a month nor two years in a row; {HOW}")
    return _months(Length.MONTH, date(int(year), int(other), 1), 1)


def _read_days(first: str, last: str) -> Period:
    start, end = read_date(first), read_date(last)
    if end < start:
        raise ValueError(f"{end} is before {start}; write the first day first")
    return _days(start, end)


READERS: tuple[tuple[re.Pattern[str], Callable[..., Period]], ...] = (
    (re.compile(r"([12][0-9]{3})-W([0-9]{2})"), _read_week),
    (re.compile(r"([12][0-9]{3})-([QH])([0-9])"), _read_part),
    (re.compile(r"([12][0-9]{3})-([0-9]{2})"), _read_pair),
    (re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})\.\.([0-9]{4}-[0-9]{2}-[0-9]{2})"), _read_days),
)


def _reads_as_year(text: str) -> bool:
    begins, ends = text.split("-")
    return int(ends) == (int(begins) + 1) % 100


def _within(period: Period) -> Period:
    if period.start.year < FIRST or period.end.year > LAST + 1:
        raise ValueError(f"{period.text} is outside the years {FIRST} to {LAST + 1}")
    return period


def _later(first: date, months: int) -> date:
    """The first of a month, so many months later or (below 0) earlier."""
    count = first.year * 12 + first.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def _a_year_earlier(day: date) -> date:
    """The same day a year earlier; for 29 February the 28th."""
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def _span(period: Period) -> str:
    """ "23 to 29 November 2026", "28 December 2026 to 3 January 2027", "4 May 2026"."""
    start, end = period.start, period.end
    last = f"{end.day} {end:%B %Y}"
    if start == end:
        return last
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} to {last}"
    year = "" if start.year == end.year else f" {start.year}"
    return f"{start.day} {start:%B}{year} to {last}"


def _by_months(period: Period) -> str:
    year = "" if period.start.year == period.end.year else f" {period.start.year}"
    return f"{period.start:%B}{year} to {period.end:%B %Y}"


_LABELS: dict[Length, Callable[[Period], str]] = {
    Length.WEEK: lambda period: f"week of {_span(period)}",
    Length.MONTH: lambda period: f"{period.start:%B %Y}",
    Length.QUARTER: _by_months,
    Length.HALF: _by_months,
    Length.YEAR: lambda period: period.text,
    Length.DAYS: _span,
}
