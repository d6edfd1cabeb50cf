"""The annual report's sections on learning: what was learned and changed (Code 8.1 d, 9.2, 9.3),
and the quality checks of responses. Nobody is named, and no case."""

from collections.abc import Sequence

from redress.cases.lessons import counted
from redress.learning import quality, reading
from redress.learning.reading import Improved
from redress.people.models import Landlord
from redress.reports.annual import STAGES, AnnualReport
from redress.reports.paper import Exhibit, Grid, Section
from redress.rules import learning_statements as said
from redress.rules.causes import cause_in_words
from redress.rules.improvements import WORDS, Status
from redress.rules.quality import Checked, by_service, results

NO_WORDS = "No words for residents yet."


def section(report: AnnualReport) -> Section:
    """What we learned and changed. What is not on record is said to be not on record."""
    landlord = _landlord(report)
    start, end = report.year.start, report.year.end
    found = counted(landlord, start, end)
    named = [(cause_in_words(report.slug, key), number) for key, number in found.causes]
    changes = reading.changed(landlord, start, end)
    evaluated = sum(each.entry.status is Status.EVALUATED for each in changes.done)
    upheld_cases = sum(report.figures.tally(group).upheld_or_partly for group in STAGES)
    sentences = (
        said.lessons(found.upheld, found.learned, found.wider)
        if found.upheld
        else said.unrecorded(upheld_cases),
        said.causes(named, found.learned),
        said.improvements(len(changes.done), len(changes.open), len(changes.dropped), evaluated),
    )
    grids = (_told(report, landlord, changes.published), _open(changes.open), _causes(named))
    shown = tuple(grid for grid in grids if grid.rows)
    return Section(
        "learning",
        "What we learned and changed",
        (Exhibit(None, shown),) if shown else (),
        tuple(filter(None, sentences)),
        provisions=("8.1d", "9.2", "9.3"),
    )


def checks(report: AnnualReport) -> Section | None:
    """Quality checks of responses; None where none was drawn from the year."""
    found = quality.found_in(_landlord(report), report.year.start, report.year.end)
    if not found.drawn:
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


def _landlord(report: AnnualReport) -> Landlord:
    return Landlord.objects.get(slug=report.slug)


def _told(report: AnnualReport, landlord: Landlord, done: Sequence[Improved]) -> Grid:
    rows = tuple(
        (f"{n}.", each.entry.you_said, each.entry.we_did, _helped(report, landlord, each))
        for n, each in enumerate(done, 1)
    )
    return Grid(
        "You said, we did: what was done in the year",
        ("", "You said", "We did", "Did it help?"),
        rows,
        words=True,
    )


def _helped(report: AnnualReport, landlord: Landlord, each: Improved) -> str:
    """What the figures say, as they stood on the report's day; and what was made of it."""
    found = reading.helped(landlord, each.entry, report.figures.as_at)
    counted_so = said.BRIEFLY[found.found.verdict] if found else ""
    return " ".join(filter(None, [each.entry.evaluation, counted_so])) or "Not evaluated yet."


def _open(still: Sequence[Improved]) -> Grid:
    rows = tuple(
        (f"{n}.", each.entry.what, each.entry.service or "All services", WORDS[each.entry.status])
        for n, each in enumerate(still, 1)
    )
    return Grid(
        "What is still to change", ("", "What", "Service", "How far it is"), rows, words=True
    )


def _causes(named: Sequence[tuple[str, int]]) -> Grid:
    rows = tuple((words, f"{number:,}") for words, number in named)
    return Grid("Why what was upheld went wrong: root causes on record", ("", "Issues"), rows)


def _points(checked: Sequence[Checked]) -> Grid:
    rows = tuple(
        (each.point.asks, f"{each.yes:,} of {each.of:,}", f"{each.partly:,}", f"{each.no:,}")
        for each in results(checked)
    )
    return Grid(
        "Each point that was looked at, and how many of the responses it applies to meet it",
        ("", "Yes", "Partly", "No"),
        rows,
    )


def _services(checked: Sequence[Checked]) -> Grid:
    rows = tuple(
        (name or "No service", f"{number:,}", f"{whole:,}")
        for name, number, whole in by_service(checked)
    )
    return Grid("By service", ("", "Checked", "With all seven parts"), rows)
