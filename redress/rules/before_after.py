"""Did a cause fall after something was done about it? Two counts over two stretches of days, held
against each other exactly, so that a few cases do not pass for a trend.

Given how many there were in all, how many of them fall after the day is binomial if nothing has
changed, with the share of days that lie after it (the exact conditional test of two Poisson rates;
Przyborowski and Wilenski, 1940). The chance is two-sided: all outcomes no likelier than this one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import exp, lgamma, log, log1p

LONGEST = 365  # days looked at on each side: a whole year has every season
SOONEST = 28  # days after which there is anything to say
RARE = 0.05  # a chance below this counts as a change
SAME = 1 + 1e-9  # two chances that differ by less are the same but for rounding
MONTH = 365.25 / 12  # days


class Verdict(StrEnum):
    """What can be said."""

    FELL = "fell"
    ROSE = "rose"
    NO_CHANGE = "no_change"  # enough to see a change, and none is seen
    TOO_FEW = "too_few"  # not even none at all afterwards would show a change
    TOO_SOON = "too_soon"


@dataclass(frozen=True)
class BeforeAfter:
    """How many there were before and after, over how many days each, the chance that it is
    chance, and what can be said. The day itself counts on neither side."""

    before: int
    after: int
    days_before: int
    days_after: int
    chance: float
    verdict: Verdict

    @property
    def monthly(self) -> tuple[float, float]:
        """How many a month before and after."""
        return _monthly(self.before, self.days_before), _monthly(self.after, self.days_after)


def windows(done_on: date, first: date, today: date) -> tuple[tuple[date, date], tuple[date, date]]:
    """The days looked at before and after: a year each at most, none before `first`, the first day
    of which anything is known, and none after `today`. A side with no days ends before it starts.
    """
    a_day = timedelta(days=1)
    start = max(first, done_on - LONGEST * a_day)
    end = min(today, done_on + LONGEST * a_day)
    return (start, done_on - a_day), (done_on + a_day, end)


def compare(
    counts: Iterable[tuple[date, int]], done_on: date, first: date, today: date
) -> BeforeAfter:
    """How many fell on the days before and after `done_on`, out of (day, how many)."""
    known = list(counts)
    sides = windows(done_on, first, today)
    before, after = (sum(n for day, n in known if a <= day <= b) for a, b in sides)
    days = [max(0, (b - a).days + 1) for a, b in sides]
    return judged(before, after, days[0], days[1])


def judged(before: int, after: int, days_before: int, days_after: int) -> BeforeAfter:
    """Two counts over so many days each, and what can be said of them."""
    if min(days_before, days_after) < SOONEST:
        return BeforeAfter(before, after, days_before, days_after, 1.0, Verdict.TOO_SOON)
    share = days_after / (days_before + days_after)
    chance = two_sided(after, before + after, share)
    if chance < RARE:
        fell = after * days_before < before * days_after
        verdict = Verdict.FELL if fell else Verdict.ROSE
    elif two_sided(0, before + after, share) >= RARE:
        verdict = Verdict.TOO_FEW
    else:
        verdict = Verdict.NO_CHANGE
    return BeforeAfter(before, after, days_before, days_after, chance, verdict)


def two_sided(found: int, of: int, share: float) -> float:
    """The chance of `found` or anything no likelier, where each of `of` falls in with chance
    `share`. 1 where there is none at all. Raises ValueError for counts or a share that cannot be.
    """
    if not (0 <= found <= of and 0 < share < 1):
        raise ValueError(f"{found} of {of} with a share of {share} cannot be")
    chances = [_chance(each, of, share) for each in range(of + 1)]
    return min(1.0, sum(each for each in chances if each <= chances[found] * SAME))


def _chance(found: int, of: int, share: float) -> float:
    """By way of logarithms: the numbers of ways grow past what a float can hold."""
    ways = lgamma(of + 1) - lgamma(found + 1) - lgamma(of - found + 1)
    return exp(ways + found * log(share) + (of - found) * log1p(-share))


def _monthly(number: int, days: int) -> float:
    return number / days * MONTH if days else 0.0
