"""Bank holidays and day counting written out by hand, to hold the rules against.

Nothing here comes from the code under test or from the package it uses: the dates are those
published on GOV.UK (to 2028) and, after that, those of the Banking and Financial Dealings Act.
Counting goes day by day, as one does with a finger on a wall calendar.
"""

from datetime import date, timedelta
from functools import cache

ONE_DAY = timedelta(days=1)

ENGLAND_AND_WALES = """
2012 01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26
2013 01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26
2014 01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26
2015 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28
2016 01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27
2017 01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26
2018 01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26
2019 01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26
2020 01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28
2021 01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28
2022 01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27
2023 01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26
2024 01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26
2025 01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26
2026 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28
2027 01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28
2028 01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26
2029 01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26
2030 01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26
2031 01-01 04-11 04-14 05-05 05-26 08-25 12-25 12-26
2032 01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28
"""

# Not a holiday in Scotland: Easter Monday, and the last Monday of August.
NOT_IN_SCOTLAND = """
2012 04-09 08-27
2013 04-01 08-26
2014 04-21 08-25
2015 04-06 08-31
2016 03-28 08-29
2017 04-17 08-28
2018 04-02 08-27
2019 04-22 08-26
2020 04-13 08-31
2021 04-05 08-30
2022 04-18 08-29
2023 04-10 08-28
2024 04-01 08-26
2025 04-21 08-25
2026 04-06 08-31
2027 03-29 08-30
2028 04-17 08-28
2029 04-02 08-27
2030 04-22 08-26
2031 04-14 08-25
2032 03-29 08-30
"""

# The second of January, the first Monday of August, St Andrew's Day, and 15 June 2026.
ONLY_IN_SCOTLAND = """
2012 01-03 08-06 11-30
2013 01-02 08-05 12-02
2014 01-02 08-04 12-01
2015 01-02 08-03 11-30
2016 01-04 08-01 11-30
2017 01-03 08-07 11-30
2018 01-02 08-06 11-30
2019 01-02 08-05 12-02
2020 01-02 08-03 11-30
2021 01-04 08-02 11-30
2022 01-04 08-01 11-30
2023 01-03 08-07 11-30
2024 01-02 08-05 12-02
2025 01-02 08-04 12-01
2026 01-02 06-15 08-03 11-30
2027 01-04 08-02 11-30
2028 01-04 08-07 11-30
2029 01-02 08-06 11-30
2030 01-02 08-05 12-02
2031 01-02 08-04 12-01
2032 01-02 08-02 11-30
"""

# St Patrick's Day and the Twelfth of July, or the Monday after.
ONLY_IN_NORTHERN_IRELAND = """
2012 03-19 07-12
2013 03-18 07-12
2014 03-17 07-14
2015 03-17 07-13
2016 03-17 07-12
2017 03-17 07-12
2018 03-19 07-12
2019 03-18 07-12
2020 03-17 07-13
2021 03-17 07-12
2022 03-17 07-12
2023 03-17 07-12
2024 03-18 07-12
2025 03-17 07-14
2026 03-17 07-13
2027 03-17 07-12
2028 03-17 07-12
2029 03-19 07-12
2030 03-18 07-12
2031 03-17 07-14
2032 03-17 07-12
"""


def _dates(table: str) -> frozenset[date]:
    return frozenset(
        date.fromisoformat(f"{year}-{day}")
        for year, *days in map(str.split, table.strip().splitlines())
        for day in days
    )


@cache
def bank_holidays(division: str) -> frozenset[date]:
    england = _dates(ENGLAND_AND_WALES)
    return {
        "england-and-wales": england,
        "scotland": (england - _dates(NOT_IN_SCOTLAND)) | _dates(ONLY_IN_SCOTLAND),
        "northern-ireland": england | _dates(ONLY_IN_NORTHERN_IRELAND),
    }[division]


def works(day: date, holidays: frozenset[date]) -> bool:
    return day.isoweekday() <= 5 and day not in holidays


def add(start: date, days: int, holidays: frozenset[date]) -> date:
    """Turns the pages one by one."""
    day = start
    while days:
        day += ONE_DAY
        days -= works(day, holidays)
    return day


def count(after: date, upto: date, holidays: frozenset[date]) -> int:
    total, day = 0, after
    while day < upto:
        day += ONE_DAY
        total += works(day, holidays)
    return total
