"""Shares, rates and growth: two whole numbers and the name of what one is a share of.

Percentages are worked out from whole numbers and rounded half up (away from zero), never from
floating point: 198 of 249 is 79.5 (Harrow report, Appendix A).
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

PLACES = 1  # decimal places of every percentage and rate we print


def rounded(value: Fraction, places: int = PLACES) -> Decimal:
    """`value` to `places` decimal places; exactly half goes away from zero."""
    scaled = abs(value) * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(whole if value >= 0 else -whole).scaleb(-places)


@dataclass(frozen=True, slots=True)
class Share:
    """`numerator` of `denominator`; `of` names the denominator ("stage 1 complaints received")."""

    numerator: int
    denominator: int
    of: str

    @property
    def exact(self) -> Fraction | None:
        """The percentage unrounded; None where the denominator is 0."""
        return self._times(100)

    @property
    def percent(self) -> Decimal | None:
        """The percentage to one decimal place; None where the denominator is 0."""
        return None if self.exact is None else rounded(self.exact)

    @property
    def per_thousand(self) -> Decimal | None:
        """How many for each 1,000 of the denominator, to one decimal place; None if it is 0."""
        rate = self._times(1000)
        return None if rate is None else rounded(rate)

    def _times(self, base: int) -> Fraction | None:
        return Fraction(base * self.numerator, self.denominator) if self.denominator else None


@dataclass(frozen=True, slots=True)
class Growth:
    """A count `now` beside the count `then`; `since` names the earlier period ("2022-23")."""

    now: int
    then: int
    since: str

    @property
    def exact(self) -> Fraction | None:
        """Growth in percent, unrounded, negative for a fall; None where there was nothing then."""
        return Fraction(100 * (self.now - self.then), self.then) if self.then else None

    @property
    def percent(self) -> Decimal | None:
        """Growth in percent to one decimal place; None where there was nothing then."""
        return None if self.exact is None else rounded(self.exact)
