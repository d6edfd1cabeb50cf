"""Annual report: the regulator's measures CH01 and CH02."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from redress.reports import tsm
from redress.reports.annual import STAGES, AnnualReport
from redress.reports.annual_splits import name, split
from redress.reports.masks import joined
from redress.reports.paper import Exhibit, Guarded, Section, Split
from redress.rules.facts import Tenure
from redress.rules.figures import By, Figures
from redress.rules.figures_by import TenureGroup
from redress.rules.suppression import Sum
from redress.rules.tsm import Measure, Of

TENURES = {
    TenureGroup.LCRA: Tenure.TENANT.value,
    TenureGroup.LCHO: Tenure.SHARED_OWNER.value,
}
OUTSIDE, NOT_KNOWN = "measures/outside", "measures/not known"
# Which counts each cell of the tables lets see: CH01, its formulas, CH02, its formulas.
RATIO = {Of.RECEIVED: ("in_code_time", "received"), Of.RESPONDED: ("in_code_time", "responded")}
SEEN: tuple[tuple[tuple[str, ...], ...], ...] = (
    (("received",), (), ("received",)),
    (("received",),),
    (("responded",), ("in_code_time",), *(RATIO[of] for of in Of)),
    tuple(RATIO[of] for of in Of),
)


def section(report: AnnualReport) -> Section | None:
    """Both measures with their formulas filled in. The tenure table of each stage shows the same
    cases, so that the counts have its names."""
    details = report.details
    if details is None:
        return None
    each = details.tsm.measures.each
    parts = (tsm.ch01(details.tsm), tsm.ch02(details.tsm))
    counted = _split(report.figures, each)
    beside = _beside(report.figures, details.tsm.measures.outside, details.tsm.measures.not_known)
    behind = joined(counted, beside)
    columns = iter(SEEN)
    exhibits = tuple(
        _protected(exhibit, each, behind, columns) for part in parts for exhibit in part.exhibits
    )
    outside = exhibits[0].sentences[-1]
    return Section(
        "measures",
        "Tenant satisfaction measures CH01 and CH02",
        exhibits,
        tuple(sentence for part in parts for sentence in part.sentences),
        guarded=(Guarded(outside, (OUTSIDE, NOT_KNOWN)),),
    )


def _protected(
    exhibit: Exhibit,
    each: Iterable[Measure],
    behind: Split,
    columns: Iterator[tuple[tuple[str, ...], ...]],
) -> Exhibit:
    grids = tuple(
        replace(
            grid,
            split=behind,
            shows=tuple(tuple(_names(m, seen) for seen in cells) for m in each),
        )
        for grid, cells in zip(exhibit.grids, columns, strict=False)
    )
    return replace(exhibit, grids=grids)


def _names(measure: Measure, seen: Iterable[str]) -> tuple[str, ...]:
    return tuple(_name(measure, count) for count in seen)


def _name(measure: Measure, count: str) -> str:
    return name(measure.stage, By.TENURE.value, TENURES[measure.tenure], count)


def _split(figures: Figures, each: Iterable[Measure]) -> Split:
    """The tenure tables of both stages, with what the measures count beside them."""
    tables = [split(figures, stage, By.TENURE) for stage in STAGES]
    counts = {key: number for table in tables for key, number in table.counts.items()}
    sums = [one for table in tables for one in table.sums]
    for measure in each:
        found = _of(measure)
        counts = {**found, **counts}
        sums += _sums(measure, counts)
    return Split(counts, tuple(sums), tuple(key for table in tables for key in table.public))


def _of(measure: Measure) -> dict[str, int]:
    counts = {
        "received": measure.received,
        "responded": measure.responded,
        "in_code_time": measure.in_time,
        "not_responded": measure.received - measure.responded,
        "out_of_code_time": measure.responded - measure.in_time,
    }
    return {_name(measure, key): number for key, number in counts.items()}


def _sums(measure: Measure, counts: dict[str, int]) -> Iterator[Sum]:
    """What makes up what; and where two tables count the same, that they do."""

    def called(count: str) -> str:
        return _name(measure, count)

    yield Sum(called("received"), (called("responded"), called("not_responded")))
    yield Sum(called("responded"), (called("in_code_time"), called("out_of_code_time")))
    for ours, theirs in (("responded", "answered"), ("in_code_time", "code_on_time")):
        if counts[called(ours)] == counts.get(called(theirs)):
            yield Sum(called(theirs), (called(ours),))


def _beside(figures: Figures, outside: int, not_known: int) -> Split:
    """Complaints of both stages in no measure: of others, and of those of no known tenure."""
    tenures = {
        (stage, tenure)
        for stage in STAGES
        for tenure in figures.by(By.TENURE, stage)
        if tenure not in TENURES.values()
    }
    parts = sorted(
        (name(stage, By.TENURE.value, tenure, "received"), tenure) for stage, tenure in tenures
    )
    sums = (
        Sum(OUTSIDE, tuple(each for each, tenure in parts if tenure)),
        Sum(NOT_KNOWN, tuple(each for each, tenure in parts if not tenure)),
    )
    return Split({OUTSIDE: outside, NOT_KNOWN: not_known}, tuple(s for s in sums if s.parts))
