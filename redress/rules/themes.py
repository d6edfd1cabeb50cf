"""Which themes of complaint rise: the last three months beside the twelve before them.

A theme is a category, a service, a place, a contractor or a cause. Had nothing changed, each of its
complaints would have come in the last three months with the share that those days have of all, so
the number there is binomial: the exact test of two Poisson rates (Przyborowski and Wilenski, 1940).
Looking at fifty themes finds a few by chance alone; so of those called rising at most one in twenty
is expected to be none (Benjamini and Hochberg, 1995). Fewer than five never raise an alarm. Where
what is known now was seldom known before, nothing is judged: in a register that has just begun
everything would rise. And where everything rises, that is said once: a theme is called rising only
where its part of the whole has grown too, by Fisher's exact test.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from math import ceil, exp, lgamma, log, log1p
from typing import NamedTuple

FEW = 5  # complaints in the last three months below which nothing is called rising
FALSE_ALARMS = 0.05  # expected share of what is called rising and is none
MONTHS, MONTHS_BEFORE = 3, 12
BY_THEN = timedelta(days=182)  # of the twelve months: what is first known later was not kept before
EVERYTHING = "All complaints"


class Sort(StrEnum):
    """What a theme is about."""

    CATEGORY = "category"
    SERVICE = "service"
    PLACE = "place"
    CONTRACTOR = "contractor"
    CAUSE = "cause"
    ALL = "all"


class Verdict(StrEnum):
    """What the numbers say of a theme."""

    RISING = "rising"
    AS_ALL = "as_all"  # more than usual, and no more so than everything else
    NO_SIGN = "no_sign"  # a doubling would have stood out, and nothing did
    TOO_FEW = "too_few"  # not even a doubling would have stood out
    NO_BASE = "no_base"  # it was not kept before, or only of few


class ThemeRow(NamedTuple):
    """A complaint as themes count it: the day received, and what it is about; "" is not known.

    Where several that agree in all of it and lie in one part of the time (the last three months,
    the same a year before, the rest) are one row, `received` is the first day and `many` how many.
    """

    received: date
    category: str = ""
    service: str = ""
    place: str = ""
    contractor: str = ""
    cause: str = ""
    many: int = 1


@dataclass(frozen=True)
class Windows:
    """The last three months to `end`, that day included, and the twelve months before them."""

    end: date

    @property
    def recent(self) -> date:
        """The first day of the last three months."""
        return _months_back(self.end, MONTHS) + timedelta(days=1)

    @property
    def start(self) -> date:
        """The first day of the twelve months before."""
        return _months_back(self.end, MONTHS + MONTHS_BEFORE) + timedelta(days=1)

    @property
    def year_ago(self) -> tuple[date, date]:
        """The same three months of the year before."""
        first = _months_back(self.end, MONTHS + MONTHS_BEFORE) + timedelta(days=1)
        return first, _months_back(self.end, MONTHS_BEFORE)

    @property
    def share(self) -> float:
        """The days of the last three months as a share of all."""
        return ((self.end - self.recent).days + 1) / ((self.end - self.start).days + 1)


@dataclass(frozen=True)
class Count:
    """How many complaints of a theme came in the last three months, in the twelve before, and in
    the same three months of the year before (which are among those twelve)."""

    sort: Sort
    name: str
    recent: int
    before: int
    year_ago: int = 0


@dataclass(frozen=True)
class Theme:
    """A theme judged: `expected` is the number that the months before would give, `chance` how
    likely as many or more are where nothing has changed."""

    count: Count
    expected: float
    chance: float
    verdict: Verdict


@dataclass(frozen=True)
class Counted:
    """The counts of every theme, and the sorts of which too little is known from before."""

    counts: tuple[Count, ...]
    without_base: frozenset[Sort]


def counted(rows: Iterable[ThemeRow], windows: Windows) -> Counted:
    """The counts of each theme, in one pass; what is not known is no theme."""
    recent: Counter[tuple[Sort, str]] = Counter()
    before: Counter[tuple[Sort, str]] = Counter()
    then: Counter[tuple[Sort, str]] = Counter()
    known: dict[Sort, date] = {}
    for row in rows:
        if not windows.start <= row.received <= windows.end:
            continue
        found = _themes(row)
        a_year_ago = windows.year_ago[0] <= row.received <= windows.year_ago[1]
        for theme in found:
            (recent if row.received >= windows.recent else before)[theme] += row.many
            then[theme] += row.many * a_year_ago
            known[theme[0]] = min(row.received, known.get(theme[0], row.received))
    counts = tuple(
        Count(sort, name, recent[sort, name], before[sort, name], then[sort, name])
        for sort, name in sorted(recent.keys() | before.keys())
    )
    late = {sort for sort, first in known.items() if first > windows.start + BY_THEN}
    return Counted(counts, frozenset(late | _seldom_known(recent, before)))


def judged(
    counts: Sequence[Count], windows: Windows, without_base: Collection[Sort] = ()
) -> list[Theme]:
    """What the numbers say of each theme: the rising first, then by the number received.

    All themes are judged together, so that the share of false alarms holds for the whole list.
    Those with fewer than five complaints in all could never be rising and are not counted in it.
    """
    chances = [_tail(each.recent, each.recent + each.before, windows.share) for each in counts]
    looked_at = [
        each.recent + each.before >= FEW and each.sort not in without_base for each in counts
    ]
    limit = _limit(chances, looked_at)
    found = [
        Theme(
            each,
            _expected(each, windows),
            chance,
            Verdict.NO_BASE
            if each.sort in without_base
            else _verdict(each, chance, limit, windows),
        )
        for each, chance in zip(counts, chances, strict=True)
    ]
    for each in found:
        if each.count.sort is Sort.ALL and each.verdict is Verdict.RISING:
            found = _as_all(found, looked_at, each.count)
    return sorted(found, key=_place)


def says(theme: Theme) -> str:
    """What the numbers say, in a sentence."""
    if theme.verdict is Verdict.RISING:
        return (
            f"Rising: {theme.count.recent} where {_about(theme.expected)} would be usual. "
            f"Chance alone would do that {_odds(theme.chance)}."
        )
    if theme.verdict is Verdict.AS_ALL:
        return "More than usual, as everything is."
    if theme.verdict is Verdict.NO_SIGN:
        return "No sign of a rise."
    if theme.verdict is Verdict.NO_BASE:
        return "Too little is known from before."
    return "Too few to tell."


def _themes(row: ThemeRow) -> list[tuple[Sort, str]]:
    named = zip(list(Sort)[:-1], row[1:-1], strict=True)
    return [*((sort, name) for sort, name in named if name), (Sort.ALL, EVERYTHING)]


def _seldom_known(
    recent: Mapping[tuple[Sort, str], int], before: Mapping[tuple[Sort, str], int]
) -> set[Sort]:
    """Sorts known of a share of the complaints before that is less than half of today's."""
    now, then = (_by_sort(each) for each in (recent, before))
    return {sort for sort in Sort if 2 * then[sort] * now[Sort.ALL] < now[sort] * then[Sort.ALL]}


def _by_sort(counts: Mapping[tuple[Sort, str], int]) -> Counter[Sort]:
    found: Counter[Sort] = Counter()
    for (sort, _), number in counts.items():
        found[sort] += number
    return found


def _place(theme: Theme) -> tuple[bool, int, str, str]:
    count = theme.count
    return theme.verdict is not Verdict.RISING, -count.recent, count.sort, count.name


def _verdict(count: Count, chance: float, limit: float, windows: Windows) -> Verdict:
    if count.recent >= FEW and chance <= limit:
        return Verdict.RISING
    double = ceil(2 * _expected(count, windows))
    seen = double >= FEW and _tail(double, double + count.before, windows.share) <= FALSE_ALARMS
    return Verdict.NO_SIGN if seen else Verdict.TOO_FEW


def _as_all(found: list[Theme], looked_at: Sequence[bool], whole: Count) -> list[Theme]:
    """The themes once it is known that everything rises: those whose part of it has not grown are
    said to rise as everything does."""
    chances = [_beyond(each.count, whole) for each in found]
    limit = _limit(chances, looked_at)
    return [
        replace(each, verdict=Verdict.AS_ALL)
        if each.verdict is Verdict.RISING and each.count is not whole and chance > limit
        else each
        for each, chance in zip(found, chances, strict=True)
    ]


def _limit(chances: Sequence[float], looked_at: Sequence[bool]) -> float:
    """The largest chance that is called rising (Benjamini and Hochberg) of those that are looked
    at; below 0 if none is."""
    ordered = sorted(chance for chance, asked in zip(chances, looked_at, strict=True) if asked)
    for rank in range(len(ordered), 0, -1):
        if ordered[rank - 1] <= FALSE_ALARMS * rank / len(ordered):
            return ordered[rank - 1]
    return -1.0


def _beyond(count: Count, whole: Count) -> float:
    """The chance that so many of the theme's complaints are recent, or more, if they are as any
    others of the whole are: hypergeometric, exact but for rounding (Fisher, 1922)."""
    of, recent = whole.recent + whole.before, whole.recent
    some = count.recent + count.before
    most = min(some, recent)
    every = _log_choose(of, some)
    return min(
        sum(
            exp(_log_choose(recent, n) + _log_choose(of - recent, some - n) - every)
            for n in range(max(count.recent, some - (of - recent)), most + 1)
        ),
        1.0,
    )


def _expected(count: Count, windows: Windows) -> float:
    return count.before * windows.share / (1 - windows.share)


def _tail(least: int, trials: int, share: float) -> float:
    """The chance of at least so many of the trials, each with this share: exact but for rounding.

    The terms are added from the first on until they no longer count."""
    if least <= 0:
        return 1.0
    if least > trials:
        return 0.0
    rest = trials - least
    term = exp(_log_choose(trials, least) + least * log(share) + rest * log1p(-share))
    total, odds = 0.0, share / (1 - share)
    for number in range(least, trials + 1):
        total += term
        if number > trials * share and term < total * 1e-17:
            break
        term *= (trials - number) / (number + 1) * odds
    return min(total, 1.0)


def _log_choose(of: int, some: int) -> float:
    return lgamma(of + 1) - lgamma(some + 1) - lgamma(of - some + 1)


def _months_back(day: date, months: int) -> date:
    """The same day so many months before, or the last of that month where it has no such day; from
    the last day of a month one gets to the last day of the other."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    last = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
    whole = (day + timedelta(days=1)).day == 1
    return date(year, month + 1, last if whole else min(day.day, last))


def _about(number: float) -> str:
    return "none" if number < 0.5 else f"about {number:.0f}"


def _odds(chance: float) -> str:
    """ "1 time in 40", rounded so as not to claim more than is known."""
    if chance < 1 / 10_000:
        return "less than 1 time in 10,000"
    times = round(1 / chance)
    size = 10 ** max(len(str(times)) - 2, 0)
    return f"about 1 time in {times // size * size:,}"


SECTOR = re.compile(r"[A-Z]{1,2}[0-9][0-9A-Z]? [0-9]")


def place_of(ward: str, postcode: str) -> str:
    """Where a home is, no nearer than some streets: its ward, else the sector of its postcode
    ("E1 4"); "" where neither is known."""
    outward, _, inward = postcode.strip().upper().rpartition(" ")
    return ward.strip() or (f"{outward} {inward[:1]}" if outward else "")


def is_sector(place: str) -> bool:
    """Whether a place is the sector of a postcode, and no ward."""
    return SECTOR.fullmatch(place) is not None
