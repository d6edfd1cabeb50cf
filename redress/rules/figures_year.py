"""The reporting year of a social landlord: 1 April to 31 March, written "2023-24"."""

import re
from dataclasses import dataclass
from datetime import date

FIRST, LAST = 1990, 2090  # a year outside these is a slip of the keyboard


@dataclass(frozen=True, slots=True, order=True)
class Year:
    """The year that begins on 1 April of `begins`."""

    begins: int

    @classmethod
    def parse(cls, text: str) -> "Year":
        """The year that `text` names. ValueError unless it is two years in a row, as "2023-24"."""
        found = re.fullmatch(r"([0-9]{4})-([0-9]{2})", text)
        year = cls(int(found[1])) if found else None
        if year is None or year.label != text or not FIRST <= year.begins <= LAST:
            raise ValueError(
                f"{text[:20]!r} is not a reporting year; write one such as 2023-24, "
                "for 1 April 2023 to 31 March 2024"
            )
        return year

    @classmethod
    def of(cls, day: date) -> "Year":
        """The year in which a day lies."""
        return cls(day.year if day.month >= 4 else day.year - 1)

    @property
    def label(self) -> str:
        """ "2023-24"."""
        return f"{self.begins}-{(self.begins + 1) % 100:02}"

    @property
    def start(self) -> date:
        """1 April."""
        return date(self.begins, 4, 1)

    @property
    def end(self) -> date:
        """31 March, the last day of the year."""
        return date(self.begins + 1, 3, 31)

    def earlier(self, years: int) -> "Year":
        """The year that began `years` years before this one."""
        return Year(self.begins - years)
