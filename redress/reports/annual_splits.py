"""The counts behind the breakdowns of the annual report, by names that its tables and charts share.

A name is such as "stage_1/service/Repairs/late". With the sums, `rules.suppression` knows what
could be worked out from what.
"""

from collections.abc import Iterable, Mapping

from redress.reports.annual import STAGES
from redress.reports.paper import Split
from redress.rules.facts import Tenure
from redress.rules.figures import By, Figures, Group
from redress.rules.figures_tally import Tally
from redress.rules.suppression import Sum

COUNTED = (
    *("received", "on_time", "late", "overdue", "not_yet_due", "undated", "upheld"),
    *("partly_upheld", "not_upheld", "resolved", "withdrawn", "no_outcome", "code_on_time"),
)
WITHIN = (  # which counts of one tally make up which
    ("received", ("on_time", "late", "open")),
    ("open", ("overdue", "not_yet_due", "undated")),
    ("upheld_or_partly", ("upheld", "partly_upheld")),
    ("others", ("resolved", "withdrawn")),
    ("decided", ("upheld_or_partly", "not_upheld")),
    ("received", ("decided", "others", "no_outcome")),
    ("answered", ("on_time", "late")),
    ("code_limited", ("code_on_time", "code_missed")),
)
BOTH = "tenant+leaseholder"  # the second column of the appendix


def name(group: Group, what: str, which: str, count: str) -> str:
    """The name of one count."""
    return f"{group.value}/{what}/{which}/{count}"


def counts(tally: Tally) -> dict[str, int]:
    """Everything that a reader may see, or work out, of one tally."""
    found = {each: int(getattr(tally, each)) for each in COUNTED}
    return found | {
        "open": tally.received - tally.answered,
        "upheld_or_partly": tally.upheld_or_partly,
        "others": tally.resolved + tally.withdrawn,
        "decided": tally.decided,
        "answered": tally.answered,
        "code_limited": tally.code_limited,
        "code_missed": tally.code_limited - tally.code_on_time,
    }


def split(figures: Figures, group: Group, what: By) -> Split:
    """A group of cases by service or by tenure. What is of the whole group is public."""
    tallies = figures.by(what, group)
    named = {which: counts(tally) for which, tally in tallies.items()}
    whole = counts(figures.tally(group))
    return _of(group, what.value, named, whole, _public_parts(group, what, named))


def appendix_split(figures: Figures, group: Group) -> Split:
    """A group by tenure, with the sum of tenants and leaseholders that the appendix shows."""
    base = split(figures, group, By.TENURE)
    two = [tenure.value for tenure in (Tenure.TENANT, Tenure.LEASEHOLDER)]
    tallies = figures.by(By.TENURE, group)
    parts = {which: counts(tallies.get(which, Tally())) for which in two}
    both = {count: sum(part[count] for part in parts.values()) for count in parts[two[0]]}
    label = By.TENURE.value
    made = {name(group, label, BOTH, count): number for count, number in both.items()}
    absent = {
        name(group, label, which, count): 0
        for which in two
        for count in both
        if which not in tallies
    }
    sums = (
        Sum(name(group, label, BOTH, count), tuple(name(group, label, each, count) for each in two))
        for count in both
    )
    sums_of_all = (*base.sums, *sums, *_inside(group, label, BOTH))
    return Split({**base.counts, **made, **absent}, sums_of_all, base.public)


def reasons_split(
    figures: Figures, group: Group, service: str, shown: Iterable[tuple[str, int]]
) -> Split:
    """The reasons of one service that are shown; the others are one count that nobody sees."""
    base = split(figures, group, By.SERVICE)
    whole = name(group, By.SERVICE.value, service, "received")
    made = {name(group, f"reason of {service}", reason, "received"): n for reason, n in shown}
    rest = base.counts[whole] - sum(made.values())
    others = {f"{whole}/other reasons": rest} if rest else {}
    total = Sum(whole, (*made, *others))
    return Split({**base.counts, **made, **others}, (*base.sums, total), base.public)


def _of(
    group: Group,
    what: str,
    named: Mapping[str, Mapping[str, int]],
    whole: Mapping[str, int],
    also_public: Iterable[str],
) -> Split:
    all_counts = {
        name(group, what, which, count): number
        for which, tally in [*named.items(), ("all", whole)]
        for count, number in tally.items()
    }
    sums = [each for which in named for each in _inside(group, what, which)]
    sums += [
        Sum(
            name(group, what, "all", count), tuple(name(group, what, each, count) for each in named)
        )
        for count in whole
        if named
    ]
    public = (*(name(group, what, "all", count) for count in whole), *also_public)
    return Split(all_counts, tuple(sums), public)


def _inside(group: Group, what: str, which: str) -> list[Sum]:
    return [
        Sum(
            name(group, what, which, total), tuple(name(group, what, which, part) for part in parts)
        )
        for total, parts in WITHIN
    ]


def _public_parts(group: Group, what: By, named: Mapping[str, Mapping[str, int]]) -> Iterable[str]:
    """How many tenants complained is published by duty (the measure CH01)."""
    if group in STAGES and what is By.TENURE and Tenure.TENANT.value in named:
        yield name(group, what.value, Tenure.TENANT.value, "received")
