"""One million working-day additions, beside `numpy.busday_offset` in the same run.

    python -m bench.working_days

numpy is given the same bank holidays and the same million starts, once one by one (as a case
asks) and once as a whole array (as numpy is meant to be used). Every answer is compared.
"""

import random
import time
import timeit
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import numpy as np

from redress.rules.calendar import Division, bank_holidays, calendar_for

MANY = 1_000_000
ROUND = 10_000
ONE_BY_ONE = 20_000  # of numpy, which is slow at single dates; scaled up below


def main() -> None:
    calendar = calendar_for(Division.ENGLAND_AND_WALES)
    calendar.add(date(2012, 1, 3), 1)  # builds the tables
    starts = random_starts()
    print(f"{MANY:,} additions of 10 working days, England and Wales")
    ours, answers = timed(lambda: [calendar.add(start, 10) for start in starts])
    holidays = np.busdaycalendar(holidays=list(bank_holidays(calendar.division)))
    array = np.array(starts, dtype="datetime64[D]")
    whole, theirs = timed(lambda: offset(array, 10, holidays))
    single, _ = timed(lambda: [offset(start, 10, holidays) for start in array[:ONE_BY_ONE]])
    single *= MANY / ONE_BY_ONE
    agree = int((np.array(answers, dtype="datetime64[D]") == theirs).sum())
    print(f"  redress, one by one  {ours:8.3f} s")
    print(f"  numpy, one by one    {single:8.3f} s   {single / ours:6.2f} times ours")
    print(f"  numpy, whole array   {whole:8.3f} s   {whole / ours:6.2f} times ours")
    print(f"  the same answer      {agree:,} of {MANY:,}")
    few_and_many(calendar.add, calendar.count)


def few_and_many(add: Callable[[date, int], date], count: Callable[[date, date], int]) -> None:
    """The same start, so that only the number of days differs; nanoseconds each."""
    start = date(2012, 1, 3)
    for days in (5, 5_000):
        upto = add(start, days)
        adding = best(lambda days=days: [add(start, days) for _ in range(ROUND)])
        counting = best(lambda upto=upto: [count(start, upto) for _ in range(ROUND)])
        print(f"  {days:5,} days           add {adding:4.0f} ns   count {counting:4.0f} ns")


def offset(day: Any, days: int, holidays: np.busdaycalendar) -> Any:
    """As we count: a start that is no working day stands for the one before it."""
    return np.busday_offset(day, days, roll="preceding", busdaycal=holidays)


def random_starts() -> list[date]:
    chance = random.Random(2024)
    return [date(2012, 1, 4) + timedelta(days=chance.randrange(7_000)) for _ in range(MANY)]


def best(work: Callable[[], Any]) -> float:
    """Nanoseconds for one of a round, in the best of a hundred rounds."""
    return min(timeit.repeat(work, number=1, repeat=100)) / ROUND * 1e9


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds of the best of three, and the answer."""
    took = []
    for _ in range(3):
        began = time.perf_counter()
        answer = work()
        took.append(time.perf_counter() - began)
    return min(took), answer


if __name__ == "__main__":
    main()
