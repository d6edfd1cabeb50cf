"""Holds what a published report says against the figures of the same year.

A claim agrees where the figure, rounded as the text rounds it, is the value printed. A claim that
agrees may still hide something: a group of residents served much worse than the headline, or a
share that looks small because most cases have no outcome. Those are listed apart.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from redress.rules.claims import Claim, Measure, Published, Slip, Sum, Unchecked
from redress.rules.figures import Figures, Group, Scope
from redress.rules.figures_shares import Growth, Share, rounded
from redress.rules.figures_tally import Noun
from redress.rules.statements import noun, with_percent
from redress.rules.words import listed

GAP = 10  # points of percentage between a headline and what it hides, from which we say so
FEWEST = 10  # cases in a group of residents, below which its percentage says little
NEAR = 1.5  # points within which another table may be the one that the text was made from

Value = int | Share | Growth

# What is taken as a share of the number received.
PART_OF_RECEIVED: Mapping[Measure, str] = {
    Measure.ON_TIME_PERCENT: "on_time",
    Measure.LATE_PERCENT: "late",
    Measure.OVERDUE_PERCENT: "overdue",
    Measure.UPHELD_PERCENT: "upheld",
    Measure.PARTLY_UPHELD_PERCENT: "partly_upheld",
    Measure.UPHELD_OR_PARTLY_PERCENT: "upheld_or_partly",
    Measure.NOT_UPHELD_PERCENT: "not_upheld",
    Measure.NO_OUTCOME_PERCENT: "no_outcome",
    Measure.ANSWERED_NO_OUTCOME_PERCENT: "answered_no_outcome",
}


class Fault(StrEnum):
    """What is wrong with a statement."""

    DIFFERS = "differs"  # the figure is another
    DOES_NOT_ADD_UP = "does_not_add_up"  # the parts are not the total
    HIDES_A_GROUP = "hides_a_group"  # one group of residents was served much worse
    HIDES_THE_DECIDED = "hides_the_decided"  # the share of cases with a finding is quite another


@dataclass(frozen=True)
class Remark:
    """A fault found: the value printed, the value computed, and a sentence that gives both.

    `gives` is the value computed in words, with its denominator; `why` is what may explain the
    difference, blank where the figures do not show it.
    """

    id: str
    fault: Fault
    where: str
    says: str
    stated: Decimal
    computed: Decimal | None  # None: a share of nothing
    sentence: str
    gives: str = ""
    why: str = ""


@dataclass(frozen=True)
class Checked:
    """A published report held against figures. A claim that agrees is no disagreement."""

    source: str
    disagreements: tuple[Remark, ...]
    hidden: tuple[Remark, ...]
    unchecked: tuple[Unchecked, ...]
    slips: tuple[Slip, ...] = ()


def check(published: Published, years: Mapping[str, Figures]) -> Checked:
    """Compares every statement with the figures of `years` ("2023-24" → the figures held).

    A claim about a year that is not among `years` is reported as unchecked, never passed over.
    """
    claims = [
        claim.model_copy(update={"year": claim.year or published.year})
        for claim in published.claims
    ]
    held = [claim for claim in claims if not _missing(claim, years)]
    unheld = [_unheld(claim, years) for claim in claims if _missing(claim, years)]
    return Checked(
        source=published.source,
        disagreements=(*_disagreements(held, years), *_wrong_sums(published.sums)),
        hidden=tuple(_hidden(held, years)),
        unchecked=(*published.unchecked, *unheld),
        slips=published.slips,
    )


def value_of(claim: Claim, years: Mapping[str, Figures]) -> Value:
    """The figure that `claim` speaks of. KeyError where `years` lacks a year it names."""
    figures = years[claim.year]
    tally = figures.tally(claim.group, claim.scope)
    name = noun(claim.group, claim.scope)
    match claim.measure:
        case Measure.SHARE_OF_ALL_PERCENT:
            whole = figures.tally(Group.ALL, claim.scope)
            return whole.of_received(tally.received, noun(Group.ALL, claim.scope))
        case Measure.ESCALATION_PERCENT:
            stage_1 = figures.tally(Group.STAGE_1, claim.scope)
            return stage_1.of_received(tally.received, noun(Group.STAGE_1, claim.scope))
        case Measure.GROWTH_PERCENT:
            then = years[claim.against].tally(claim.group, claim.scope)
            return Growth(tally.received, then.received, claim.against)
        case Measure.ON_TIME_OF_ANSWERED_PERCENT:
            return tally.of_answered(tally.on_time, name)
        case Measure.UPHELD_OR_PARTLY_OF_DECIDED_PERCENT:
            return tally.of_decided(tally.upheld_or_partly, name)
        case Measure.PART_PERCENT:
            return tally.of_received(claim.part or 0, name)
        case measure if measure in PART_OF_RECEIVED:
            return tally.of_received(getattr(tally, PART_OF_RECEIVED[measure]), name)
        case measure:
            return int(getattr(tally, measure.value))


def agrees(stated: Decimal, value: Value) -> bool:
    """Whether `value`, rounded to as many places as `stated` has, is `stated`."""
    exact = _exact(value)
    return exact is not None and rounded(exact, _places(stated)) == stated


def _disagreements(claims: Iterable[Claim], years: Mapping[str, Figures]) -> Iterator[Remark]:
    for claim in claims:
        value = value_of(claim, years)
        if not agrees(claim.value, value):
            sentence = f"The text says {claim.stated}; the figures give {_said(value)}."
            also = _implied(claim) + _nearest(claim, years)
            yield _remark(claim, Fault.DIFFERS, value, sentence + also, also.strip())


def _hidden(claims: Iterable[Claim], years: Mapping[str, Figures]) -> Iterator[Remark]:
    for claim in claims:
        if claim.measure is Measure.ON_TIME_PERCENT and claim.scope is Scope.ALL_HOUSING_SERVICES:
            yield from _hidden_groups(claim, years[claim.year])
        if claim.measure is Measure.UPHELD_OR_PARTLY_PERCENT:
            yield from _hidden_findings(claim, years[claim.year])


def _hidden_groups(claim: Claim, figures: Figures) -> Iterator[Remark]:
    """Groups of residents answered on time much less often than the headline says."""
    shares = {
        who: tally.of_received(tally.on_time, Noun(noun(claim.group).what, f" from {who}"))
        for who, tally in figures.by_residents(claim.group).items()
        if tally.received >= FEWEST
    }
    best = max(shares.values(), key=_level, default=None)
    for share in shares.values():
        if best and _level(share) <= claim.value - GAP:
            why = f"{claim.stated} is the share of all"
            sentence = f"{why}; the figures give {_said(share)}, beside {_said(best)}."
            also = f"{why}, among them {_said(best)}."
            yield _remark(claim, Fault.HIDES_A_GROUP, share, sentence, also)


def _hidden_findings(claim: Claim, figures: Figures) -> Iterator[Remark]:
    """A share upheld that is much larger among the cases that have a finding at all."""
    tally = figures.tally(claim.group, claim.scope)
    share = tally.of_decided(tally.upheld_or_partly, noun(claim.group, claim.scope))
    if tally.decided >= FEWEST and _level(share) >= claim.value + GAP:
        why = f"{claim.stated} is of all received, {tally.no_outcome:,} of them without an outcome"
        sentence = (
            f"{why}; of the {tally.decided:,} with a finding, {with_percent(share)} were upheld "
            "or partly upheld."
        )
        yield _remark(claim, Fault.HIDES_THE_DECIDED, share, sentence, f"{why}.")


def _implied(claim: Claim) -> str:
    """The whole of which the text's own count would be the percentage printed."""
    if not (claim.part and claim.value):
        return ""
    whole = rounded(100 * claim.part / Fraction(claim.value), 0)
    return f" {claim.part:,} is {claim.stated} of about {whole:,}."


def _nearest(claim: Claim, years: Mapping[str, Figures]) -> str:
    """Another scope whose figure is near the value printed: perhaps the one it was made from."""
    if claim.measure not in PART_OF_RECEIVED:
        return ""
    others = [claim.model_copy(update={"scope": each}) for each in Scope if each is not claim.scope]
    values = [value_of(other, years) for other in others]
    nearest = min(values, key=lambda value: _distance(claim, value))
    return f" Near to it: {_said(nearest)}." if _distance(claim, nearest) <= NEAR else ""


def _wrong_sums(sums: Iterable[Sum]) -> Iterator[Remark]:
    for each in sums:
        added = sum(each.parts.values())
        if added != each.total:
            parts = listed([f"{name} {number:,}" for name, number in each.parts.items()])
            yield Remark(
                id=each.id,
                fault=Fault.DOES_NOT_ADD_UP,
                where=each.where,
                says=each.says,
                stated=Decimal(each.total),
                computed=Decimal(added),
                sentence=f"The text says {each.total:,}; its parts ({parts}) add up to {added:,}.",
                gives=f"{added:,}",
                why=f"The parts it gives: {parts}.",
            )


def _unheld(claim: Claim, years: Mapping[str, Figures]) -> Unchecked:
    why = f"no cases of {listed(_missing(claim, years))} are held here"
    return Unchecked(id=claim.id, where=claim.where, says=claim.says, why=why)


def _missing(claim: Claim, years: Mapping[str, Figures]) -> list[str]:
    """The years a claim speaks of that are not among `years`."""
    return sorted({claim.year, claim.against or claim.year} - set(years))


def _remark(claim: Claim, fault: Fault, value: Value, sentence: str, why: str) -> Remark:
    return Remark(
        id=claim.id,
        fault=fault,
        where=claim.where,
        says=claim.says,
        stated=claim.value,
        computed=Decimal(value) if isinstance(value, int) else value.percent,
        sentence=sentence,
        gives=_said(value),
        why=why,
    )


def _said(value: Value) -> str:
    """The figure in words, with its denominator."""
    match value:
        case Share(part, whole, of):
            return f"{value.percent}% ({part:,} of {whole:,} {of})"
        case Growth(now, then, since):
            return f"{value.percent}% (from {then:,} in {since} to {now:,})"
        case number:
            return f"{number:,}"


def _level(share: Share) -> Fraction:
    return share.exact or Fraction(0)


def _distance(claim: Claim, value: Value) -> Fraction:
    return abs(Fraction(claim.value) - (_exact(value) or 0))


def _exact(value: Value) -> Fraction | None:
    return Fraction(value) if isinstance(value, int) else value.exact


def _places(printed: Decimal) -> int:
    """The decimal places of a printed number."""
    return max(0, -int(printed.as_tuple().exponent))
