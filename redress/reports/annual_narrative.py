"""Where staff may write in the annual report, and their words put into its sections."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from redress.reports import annual_compliments
from redress.reports.annual import AnnualReport
from redress.reports.paper import Section


@dataclass(frozen=True)
class Place:
    """A section of words alone. It is in the report once something is written in it."""

    id: str
    title: str
    hint: str
    provisions: tuple[str, ...] = ()


FIRST = (
    Place("achievements", "What we did this year", "What changed in how complaints are handled."),
)
LAST = (
    Place(
        "learning",
        "What we learned and changed",
        "Lessons from complaints, and what was done because of them.",
        ("8.1d",),
    ),
    Place(
        "ombudsman",
        "The Ombudsman",
        "Findings that the Code was not kept to. Say so where there were none.",
        ("8.1c",),
    ),
    Place(
        "ombudsman-report",
        "The Ombudsman’s report about us",
        "The Ombudsman’s annual report about the landlord, and what we say to it. Say so where "
        "there is none.",
        ("8.1e",),
    ),
    Place(
        "ombudsman-publications",
        "What the Ombudsman published",
        "Other reports of the Ombudsman that matter to our work.",
        ("8.1f",),
    ),
    Place("outlook", "What comes next", "What is planned for the year that follows."),
)
AFTER = "timescales"  # where the sections of `FIRST` go


def with_words(report: AnnualReport, found: Iterable[Section]) -> list[Section]:
    """The sections with what staff wrote in each, and the sections of words alone that have any."""
    known = list(found)
    place = next((n for n, each in enumerate(known, start=1) if each.id == AFTER), 1)
    here = [*known[:place], *_written(report, FIRST, known), *known[place:]]
    here += _written(report, LAST, known)
    return [
        replace(each, narrative=(*each.narrative, *paragraphs(report, each.id))) for each in here
    ]


def paragraphs(report: AnnualReport, section: str) -> tuple[str, ...]:
    """What is written in a section, a text for each paragraph."""
    if section == annual_compliments.ID:
        return tuple(annual_compliments.narrative(report))
    return tuple(part.strip() for part in _parts(report.narrative.get(section, "")))


def places(found: Iterable[Section]) -> list[Place]:
    """Everywhere that staff may write, in the order of the report."""
    known = [Place(each.id, each.title, "") for each in found]
    ids = {each.id for each in known}
    first = [each for each in FIRST if each.id not in ids]
    place = next((n for n, each in enumerate(known, start=1) if each.id == AFTER), 1)
    return [*known[:place], *first, *known[place:], *(each for each in LAST if each.id not in ids)]


def _written(
    report: AnnualReport, some: Iterable[Place], known: Iterable[Section]
) -> list[Section]:
    there = {each.id for each in known}
    return [
        Section(each.id, each.title, provisions=each.provisions)
        for each in some
        if each.id not in there and report.narrative.get(each.id)
    ]


def _parts(text: str) -> Iterator[str]:
    return (part for part in text.split("\n\n") if part.strip())
