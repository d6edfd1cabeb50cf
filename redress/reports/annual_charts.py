"""The charts of the annual report: one message each, in the title; every bar carries its numbers.

Four tones differ in lightness and in pattern, so that a grey print tells them apart.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from redress.reports.annual import STAGES, AnnualReport
from redress.reports.annual_protected import reason_name
from redress.reports.paper import DARK, DOTTED, STRIPED, WHITE, WHOLE, Bar, Chart, Part, parts
from redress.rules import statements
from redress.rules.figures import Figures, Group
from redress.rules.figures_shares import Share
from redress.rules.figures_tally import Tally
from redress.rules.words import listed

Named = Mapping[str, Tally]


def received(report: AnnualReport) -> Chart | None:
    """Everything received, this year and the years before; None where there is nothing to show."""
    numbers = {label: figures.tally().received for label, figures in years(report)}
    if len(numbers) < 2:
        return None
    said = listed([f"{number:,}" for number in numbers.values()])
    trend = "Complaints and enquiries, year by year"
    title = f"{trend if report.running else _trend(list(numbers.values()))}: {said}"
    if report.running:
        title += " so far"
    caption = "Each bar is the number of complaints and enquiries received in a year."
    bars = _lengths(numbers, report.year.label)
    return Chart(title, bars, caption, open_because=WHOLE)


def answered(named: Named, whole: Tally, group: Group) -> Chart | None:
    """How a group was answered, a bar for each name; the title tells the whole and the lowest."""
    share = whole.of_received(whole.on_time, statements.noun(group))
    if not whole.received:
        return None
    title = f"{heading(group)}: {share.percent}% of the {whole.received:,} were answered on time"
    if whole.received == 1:
        title = f"{heading(group)}: 1 received, {whole.on_time} answered on time"
    key = ((DARK, "On time"), (STRIPED, "Late"), (WHITE, "Not answered"))
    return Chart(
        title=title + _lowest(named),
        bars=tuple(_answered(name, tally) for name, tally in named.items()),
        caption="Each bar is all that were received; percentages are of those.",
        key=key,
        short_title=title,
    )


def outcomes(named: Named, whole: Tally, group: Group) -> Chart | None:
    """What was found, a bar for each name; the title tells how many have no outcome."""
    if not whole.received:
        return None
    some = tuple(
        (tone, words)
        for tone, words, number in _found(whole)
        if number or tone != DOTTED  # few landlords record an outcome but a finding
    )
    return Chart(
        title=f"{heading(group)}: {statements.without_outcome(whole)}",
        bars=tuple(_outcome(name, tally) for name, tally in named.items()),
        caption="Each bar is all that were received; percentages are of those.",
        key=some,
    )


def escalation(report: AnnualReport) -> Chart | None:
    """Stage 2 complaints beside stage 1 complaints of each year; None without an earlier year."""
    rates = {label: _rate(figures) for label, figures in years(report)}
    known = {label: share for label, share in rates.items() if share.percent is not None}
    if len(known) < 2 or report.year.label not in known:
        return None
    longest = max(share.exact or 0 for share in known.values()) or 1
    bars = tuple(
        Bar(
            label,
            f"{share.percent}%",
            statements.escalation(share),
            parts([((share.exact or 0), _tone(label, report.year.label), "")], longest),
        )
        for label, share in known.items()
    )
    said = listed([f"{share.percent}%" for share in known.values()])
    caption = (
        "Each bar is the number of stage 2 complaints as a share of the stage 1 complaints "
        "received in the same year."
    )
    title = f"Stage 2 beside stage 1, year by year: {said}"
    return Chart(title, bars, caption, open_because=WHOLE)


def reasons(report: AnnualReport) -> Chart | None:
    """The commonest reason at stage 1 in each service; None where no reasons are recorded."""
    first = [
        (service, *found[0])
        for group, service, found in report.top_reasons()
        if group is STAGES[0] and found
    ]
    if not first:
        return None
    said = listed([f"{reason} ({number:,})" for _, reason, number in first])
    bars = _lengths({f"{service}: {reason}": number for service, reason, number in first})
    shown = [(reason_name(STAGES[0], service, reason),) for service, reason, _ in first]
    about = "What each service hears most at stage 1"
    return Chart(
        title=f"{about}: {said}",
        bars=tuple(replace(bar, shows=names) for bar, names in zip(bars, shown, strict=True)),
        caption="Each bar is the number of stage 1 complaints with the commonest reason of a "
        "service.",
        short_title=about,
    )


def years(report: AnnualReport) -> list[tuple[str, Figures]]:
    """The figures of each year held, the earliest first."""
    return [*sorted(report.earlier.items()), (report.year.label, report.figures)]


def heading(group: Group) -> str:
    """ "Stage 1 complaints"."""
    words = statements.noun(group).what
    return words[:1].upper() + words[1:]


def _lengths(numbers: Mapping[str, int], dark: str = "") -> tuple[Bar, ...]:
    """Bars as long as their numbers; where `dark` is named the others are lighter."""
    longest = max(numbers.values()) or 1
    return tuple(
        Bar(name, f"{n:,}", f"{n:,} received", parts([(n, _tone(name, dark), "")], longest))
        for name, n in numbers.items()
    )


def _answered(name: str, tally: Tally) -> Bar:
    rest = tally.received - tally.answered
    share = tally.of_received(tally.on_time, statements.noun(Group.ALL))
    pieces = [(tally.on_time, DARK), (tally.late, STRIPED), (rest, WHITE)]
    return Bar(
        name=name,
        value=f"{share.percent}% on time",
        words=f"{tally.received:,} received: {tally.on_time:,} on time, {tally.late:,} late, "
        f"{rest:,} not answered",
        parts=_counted(pieces, tally.received),
    )


def _outcome(name: str, tally: Tally) -> Bar:
    share = tally.of_received(tally.no_outcome, statements.noun(Group.ALL))
    found = _found(tally)
    said = ", ".join(f"{number:,} {words.lower()}" for _, words, number in found if number)
    return Bar(
        name=name,
        value=f"{share.percent}% without an outcome",
        words=f"{tally.received:,} received: {said}",
        parts=_counted([(number, tone) for tone, _, number in found], tally.received),
    )


def _found(tally: Tally) -> tuple[tuple[int, str, int], ...]:
    return (
        (DARK, "Upheld or partly upheld", tally.upheld_or_partly),
        (STRIPED, "Not upheld", tally.not_upheld),
        (DOTTED, "Resolved or withdrawn", tally.resolved + tally.withdrawn),
        (WHITE, "No outcome recorded", tally.no_outcome),
    )


def _counted(pieces: Iterable[tuple[int, int]], whole: int) -> tuple[Part, ...]:
    return parts([(number, tone, f"{number:,}") for number, tone in pieces], whole)


def _lowest(named: Named) -> str:
    """ "; fewest in Housing Needs (75.6%)" where names can be compared and differ."""
    shares = {
        name: tally.of_received(tally.on_time, statements.noun(Group.ALL))
        for name, tally in named.items()
    }
    levels = {name: share.exact for name, share in shares.items() if share.exact is not None}
    if len(set(levels.values())) < 2:
        return ""
    name = min(levels, key=lambda each: levels[each])
    return f"; fewest: {name} ({shares[name].percent}%)"


def _trend(numbers: Sequence[int]) -> str:
    if all(after > before for before, after in pairwise(numbers)):
        return "More complaints and enquiries each year"
    if all(after < before for before, after in pairwise(numbers)):
        return "Fewer complaints and enquiries each year"
    return "Complaints and enquiries, year by year"


def _rate(figures: Figures) -> Share:
    stage_1, stage_2 = (figures.tally(group) for group in STAGES)
    return stage_1.of_received(stage_2.received, statements.noun(Group.STAGE_1))


def _tone(name: str, dark: str) -> int:
    return DARK if name == dark or not dark else STRIPED
