"""The annual report's sections on learning: what was learned and changed (Code 8.1 d, 9.2, 9.3),
and the quality checks of responses. Nobody is named, and no case."""

from collections.abc import Iterator, Sequence

from redress.learning.reading import Improved, Learned
from redress.reports.annual import STAGES, AnnualReport
from redress.reports.masks import masked, name, split_of
from redress.reports.paper import NOBODY, WHOLE, Exhibit, Grid, Guarded, Section
from redress.rules import learning_statements as said
from redress.rules.causes import cause_in_words
from redress.rules.improvements import WORDS, Status
from redress.rules.quality import Checked, by_service, results

NO_WORDS = "No words for residents yet."


def section(report: AnnualReport) -> Section | None:
    """What we learned and changed; what is not on record is said to be not on record. None where
    nothing was read of it."""
    if report.learned is None:
        return None
    found, changes = report.learned.counted, report.learned.changed
    named = [(cause_in_words(report.slug, key), number) for key, number in found.causes]
    grids = (_told(report.learned), _open(changes.open), _causes(named, found.learned))
    shown = tuple(grid for grid in grids if grid.rows)
    return Section(
        "learning",
        "What we learned and changed",
        (Exhibit(None, shown),) if shown else (),
        _sentences(report, report.learned, named),
        provisions=("8.1d", "9.2", "9.3"),
        guarded=tuple(_guarded(named, found.learned)),
    )


def checks(report: AnnualReport) -> Section | None:
    """Quality checks of responses; None where none was drawn from the year."""
    found = report.learned.checks if report.learned else None
    if found is None or not found.drawn:
        return None
    whole = sum(each.is_whole for each in found.checked)
    grids = (_points(found.checked), _services(found.checked)) if found.checked else ()
    return Section(
        "quality",
        "Quality checks of our responses",
        (Exhibit(None, grids),) if grids else (),
        (said.quality(len(found.checked), found.drawn, whole),),
        provisions=("4.3", "6.9", "6.19"),
    )


def _sentences(
    report: AnnualReport, learned: Learned, named: list[tuple[str, int]]
) -> tuple[str, ...]:
    found, changes = learned.counted, learned.changed
    evaluated = sum(each.entry.status is Status.EVALUATED for each in changes.done)
    upheld = sum(report.figures.tally(group).upheld_or_partly for group in STAGES)
    of_lessons = said.lessons(found.upheld, found.learned, found.wider)
    number = len(changes.done), len(changes.open), len(changes.dropped), evaluated
    sentences = (
        of_lessons if found.upheld else said.unrecorded(upheld),
        said.causes(named, found.learned),
        said.improvements(*number),
    )
    return tuple(filter(None, sentences))


def _told(learned: Learned) -> Grid:
    rows = tuple(
        (f"{n}.", each.entry.you_said, each.entry.we_did, _helped(learned, each))
        for n, each in enumerate(learned.changed.published, 1)
    )
    return Grid(
        "You said, we did: what was done in the year",
        ("No.", "You said", "We did", "Did it help?"),
        rows,
        words=True,
        open_because=NOBODY,
    )


def _helped(learned: Learned, each: Improved) -> str:
    """What was made of it, and what the figures say as they stood on the report's day."""
    found = learned.helped.get(each.number)
    counted_so = said.BRIEFLY[found.verdict] if found else ""
    return " ".join(filter(None, [each.entry.evaluation, counted_so])) or "Not evaluated yet."


def _open(still: Sequence[Improved]) -> Grid:
    rows = tuple(
        (f"{n}.", each.entry.what, each.entry.service or "All services", WORDS[each.entry.status])
        for n, each in enumerate(still, 1)
    )
    head = ("No.", "What", "Service", "How far it is")
    return Grid("What is still to change", head, rows, words=True, open_because=NOBODY)


def _causes(named: Sequence[tuple[str, int]], learned: int) -> Grid:
    rows = tuple((words, f"{number:,}") for words, number in named)
    grid = Grid("Why what was upheld went wrong: root causes on record", ("", "Issues"), rows)
    counts = {words: {"issues": number} for words, number in named}
    split = split_of("cause", counts, {"issues": learned})
    return masked(grid, "cause", list(counts), [("issues",)], split)


def _guarded(named: list[tuple[str, int]], learned: int) -> Iterator[Guarded]:
    """The sentence that tells the commonest causes with their numbers."""
    if sentence := said.causes(named, learned):
        yield Guarded(sentence, tuple(name("cause", words, "issues") for words, _ in named[:3]))


def _points(checked: Sequence[Checked]) -> Grid:
    rows = tuple(
        (each.point.asks, f"{each.yes:,} of {each.of:,}", f"{each.partly:,}", f"{each.no:,}")
        for each in results(checked)
    )
    return Grid(
        "Each point that was looked at, and how many of the responses it applies to meet it",
        ("", "Yes", "Partly", "No"),
        rows,
        open_because=WHOLE,
    )


def _services(checked: Sequence[Checked]) -> Grid:
    counts = {
        service or "No service": {"checked": number, "whole": whole, "short": number - whole}
        for service, number, whole in by_service(checked)
    }
    rows = tuple((key, f"{row['checked']:,}", f"{row['whole']:,}") for key, row in counts.items())
    grid = Grid("By service", ("", "Checked", "With all seven parts"), rows)
    sums = {key: sum(row[key] for row in counts.values()) for key in ("checked", "whole", "short")}
    split = split_of("quality", counts, sums, [("checked", ("whole", "short"))])
    return masked(grid, "quality", list(counts), [("checked",), ("whole",)], split)
