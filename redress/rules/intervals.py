"""How far a share found in a survey may be from that of everybody: 95% intervals.

The interval is Wilson's (1927). It stays within 0 and 100 and holds for small numbers, where the
usual "plus or minus" does not: of 10 in 55 it says 10.2% to 30.3%.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import isqrt

from redress.rules.figures_shares import rounded

Z = Fraction(1_959_964, 1_000_000)  # 95% of a normal distribution lie within so many deviations
FINE = 10**12  # square roots are worked out to so fine a part


@dataclass(frozen=True)
class Interval:
    """From `low` to `high`, each a share of 1, exact but for a square root."""

    low: Fraction
    high: Fraction

    @property
    def percent(self) -> tuple[Decimal, Decimal]:
        """Both ends in percent, to one decimal place."""
        return rounded(100 * self.low), rounded(100 * self.high)


def wilson(share: Fraction, base: int) -> Interval:
    """The 95% interval around a share (0 to 1) of `base` people. ValueError for none of them."""
    if base < 1 or not 0 <= share <= 1:
        raise ValueError("an interval needs a share from 0 to 1 of one person at least")
    spread = Z * Z / base
    middle = share + spread / 2
    half = Z * _root(share * (1 - share) / base + spread / (4 * base))
    low, high = ((middle - half) / (1 + spread), (middle + half) / (1 + spread))
    return Interval(max(low, Fraction(0)), min(high, Fraction(1)))


def difference(now: Fraction, of_now: int, before: Fraction, of_before: int) -> Interval:
    """The 95% interval around `now` less `before`, from the two of Wilson (Newcombe 1998): where it
    holds 0 the change may be chance. Its ends may be negative."""
    a, b = wilson(now, of_now), wilson(before, of_before)
    down = _root((now - a.low) ** 2 + (b.high - before) ** 2)
    up = _root((a.high - now) ** 2 + (before - b.low) ** 2)
    return Interval(now - before - down, now - before + up)


def _root(value: Fraction) -> Fraction:
    return Fraction(isqrt(int(value * FINE * FINE)), FINE)
