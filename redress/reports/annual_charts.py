"""The charts of the annual report: bars whose words say everything that the bars show."""

from dataclasses import dataclass

from redress.reports.annual import GROWING, AnnualReport
from redress.rules import statements
from redress.rules.figures import TABLES, Group
from redress.rules.figures_shares import Share
from redress.rules.figures_tally import Tally


@dataclass(frozen=True)
class Part:
    """A piece of a bar in percent of the chart's width, and how dark it is."""

    start: str
    width: str
    opacity: str


@dataclass(frozen=True)
class Bar:
    """A line of words and the bar under it."""

    words: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Chart:
    """A chart: its title says what to see, its caption what the bars are shares of."""

    title: str
    bars: tuple[Bar, ...]
    caption: str


DARK, MIDDLE, LIGHT = "0.85", "0.45", "0.15"


def charts(report: AnnualReport) -> list[Chart]:
    """How many came in beside earlier years, and how they were answered; none of nothing."""
    if not report.figures.tally().received:
        return []
    return [_grown(report), _answered(report)] if report.earlier else [_answered(report)]


def _grown(report: AnnualReport) -> Chart:
    counted = [
        (group, label, figures.tally(group).received)
        for group in GROWING
        for label, figures in [*sorted(report.earlier.items()), (report.year.label, report.figures)]
    ]
    longest = max(number for _, _, number in counted)
    return Chart(
        title=statements.growth(Group.ALL, report.growth(Group.ALL)),
        bars=tuple(
            Bar(
                f"{label}: {statements.numbered(number, group)}",
                _parts((number,), longest, (DARK if label == report.year.label else MIDDLE,)),
            )
            for group, label, number in counted
        ),
        caption="Each bar is a number received in a year; the darkest are of this year.",
    )


def _answered(report: AnnualReport) -> Chart:
    tallies = [(group, report.figures.tally(group)) for group in TABLES]
    whole = report.figures.tally()
    share = whole.of_received(whole.on_time, statements.noun(Group.ALL))
    return Chart(
        title=f"Answered on time: {share.percent}% of the {whole.received:,} {share.of}",
        bars=tuple(_bar(group, tally) for group, tally in tallies if tally.received),
        caption="Each bar is all received: dark on time, middle late, light the rest.",
    )


def _bar(group: Group, tally: Tally) -> Bar:
    rest = tally.received - tally.answered
    on_time = statements.with_percent(tally.of_received(tally.on_time, statements.noun(group)))
    words = (
        f"{statements.numbered(tally.received, group)}: {on_time} on time, {tally.late:,} late, "
        f"{rest:,} not answered"
    )
    return Bar(words, _parts((tally.on_time, tally.late, rest), tally.received))


def _parts(
    numbers: tuple[int, ...], whole: int, tones: tuple[str, ...] = (DARK, MIDDLE, LIGHT)
) -> tuple[Part, ...]:
    starts = (sum(numbers[:n]) for n in range(len(numbers)))
    return tuple(
        Part(_width(start, whole), _width(number, whole), tone)
        for start, number, tone in zip(starts, numbers, tones, strict=True)
        if number
    )


def _width(number: int, whole: int) -> str:
    return f"{Share(number, whole, 'the width').percent}%"
